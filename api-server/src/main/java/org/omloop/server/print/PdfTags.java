package org.omloop.server.print;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * Says in a PDF what is a heading, a row, a cell, so that it can be read aloud (tagged PDF, ISO 32000-1 §14.8). Used by one
 * thread at a time.
 */
public final class PdfTags {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement all;

  /** By page: the element of each mark on it. */
  private final Map<Integer, PDParentTreeValue> owners = new TreeMap<>();

  private COSArray marks = new COSArray();
  private PDPage page = new PDPage();

  PdfTags(PDDocument document, Locale language) {
    PDMarkInfo info = new PDMarkInfo();
    info.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(info);
    document.getDocumentCatalog().setLanguage(language.getLanguage());
    document.getDocumentCatalog().setStructureTreeRoot(root);
    all = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    root.appendKid(all);
  }

  /** Returns the element that holds all others. */
  PDStructureElement all() {
    return all;
  }

  /** Goes on on another page. */
  void turnTo(PDPage next) {
    page = next;
    marks = new COSArray();
    page.setStructParents(owners.size());
    owners.put(owners.size(), new PDParentTreeValue(marks));
  }

  /** Adds an element to another. */
  public static PDStructureElement add(String type, PDStructureElement parent) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /** Adds a picture, with the words for who does not see it. */
  public static PDStructureElement figure(
      PDStructureElement parent, String words, PDRectangle box) {
    PDStructureElement figure = add(StandardStructureTypes.Figure, parent);
    figure.setAlternateDescription(words);
    PDLayoutAttributeObject place = new PDLayoutAttributeObject();
    place.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
    place.setBBox(box);
    figure.addAttribute(place);
    return figure;
  }

  /** Adds a heading of a table: of the column below it, or of the row beside it. */
  public static PDStructureElement heading(PDStructureElement row, boolean isOfColumn) {
    PDStructureElement heading = add(StandardStructureTypes.TH, row);
    PDTableAttributeObject scope = new PDTableAttributeObject();
    scope.setScope(
        isOfColumn ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
    heading.addAttribute(scope);
    return heading;
  }

  /** Begins what an element says on the page. */
  void begin(PDStructureElement element, PDPageContentStream content) throws IOException {
    int mark = marks.size();
    element.setPage(page);
    element.appendKid(mark);
    marks.add(element);
    content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mark);
  }

  /** Says where each mark belongs, once all pages are there. */
  void finish() {
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(owners);
    root.setParentTree(tree);
    root.setParentTreeNextKey(owners.size());
  }
}
