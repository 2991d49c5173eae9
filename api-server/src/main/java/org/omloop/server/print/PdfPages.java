package org.omloop.server.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Sheets of A4 in a tagged PDF, with one typeface. Whatever is drawn either belongs to an element that is read aloud
 * ({@link #marked}) or is a decoration. Lengths are points, 1/72 inch, from the lower left corner. Used by one thread at a
 * time; nothing outlives it but the bytes.
 */
public final class PdfPages {
  /** How wide a sheet is. */
  public static final float WIDTH = PDRectangle.A4.getWidth();
  /** How high a sheet is. */
  public static final float HEIGHT = PDRectangle.A4.getHeight();

  /** Something that is drawn. */
  public interface Drawing {
    /** Draws it on the sheet of now. */
    void draw() throws IOException;
  }

  private final PDDocument document = new PDDocument();
  private final PdfTags tags;
  private final PDFont font;
  private final List<PDPage> pages = new ArrayList<>();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private PDPageContentStream content;

  /** Begins with an empty sheet. */
  public PdfPages(String title, Locale language) {
    document.getDocumentInformation().setTitle(title);
    PDViewerPreferences viewer = new PDViewerPreferences(new COSDictionary());
    viewer.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(viewer);
    tags = new PdfTags(document, language);
    try {
      font = Typeface.in(document);
      content = nextPage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPageContentStream nextPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    tags.turnTo(page);
    return new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
  }

  /** Goes on on an empty sheet. */
  public void turn() {
    try {
      content.close();
      content = nextPage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many sheets there are so far. */
  public int count() {
    return pages.size();
  }

  /** Returns what draws on the sheet of now. */
  public PDPageContentStream content() {
    return content;
  }

  /** Returns the element that holds all others. */
  public PDStructureElement all() {
    return tags.all();
  }

  /** Draws what an element says; it must hold no other mark. */
  public void marked(PDStructureElement element, Drawing drawing) {
    try {
      tags.begin(element, content);
      drawing.draw();
      content.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws what only decorates, and so is not read aloud. */
  public void decoration(Drawing drawing) {
    try {
      content.beginMarkedContent(COSName.ARTIFACT);
      drawing.draw();
      content.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line of text in the colour of now; a letter that the face lacks becomes a question mark. */
  public void text(String text, float height, float left, float baseline) throws IOException {
    content.beginText();
    content.setFont(font, height);
    content.newLineAtOffset(left, baseline);
    content.showText(Typeface.printable(text));
    content.endText();
  }

  /** Adds a bookmark to a height on the sheet of now. */
  public void bookmark(String title, float top) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(pages.get(pages.size() - 1));
    place.setTop(Math.round(top));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(place);
    outline.addLast(item);
    document.getDocumentCatalog().setDocumentOutline(outline);
  }

  /** Says when it was made, so that the same words and drawings give the same bytes. */
  public void madeAt(Instant moment) {
    Calendar calendar = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(moment.toEpochMilli());
    document.getDocumentInformation().setCreationDate(calendar);
    document.getDocumentInformation().setModificationDate(calendar);
    document.setDocumentId(moment.toEpochMilli());
  }

  /**
   * Writes the foot of each sheet and returns the file.
   *
   * @param foot by the sheet's number, counted from 1; a decoration
   */
  public byte[] finish(IntFunction<Drawing> foot) {
    try (document) {
      content.close();
      for (int at = 0; at < pages.size(); at++) {
        content = new PDPageContentStream(document, pages.get(at), AppendMode.APPEND, true, true);
        decoration(foot.apply(at + 1));
        content.close();
      }
      tags.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
