package org.omloop.server.council;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.omloop.server.circulation.ReportFile;

/** A paper as a reader finds it. */
final class ReadPaper implements AutoCloseable {
  private static final Map<String, byte[]> SAMPLES = new ConcurrentHashMap<>();

  private final PDDocument document;

  private ReadPaper(byte[] bytes) {
    try {
      document = Loader.loadPDF(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the sample's paper, which is drawn once. */
  static ReadPaper ofSample(PaperWords words) {
    return new ReadPaper(SAMPLES.computeIfAbsent(
        words.language(), language -> CouncilPaper.draw(Reports.sample(), words, Reports.SOURCE)));
  }

  static ReadPaper of(byte[] bytes) {
    return new ReadPaper(bytes);
  }

  static ReadPaper of(ReportFile report, PaperWords words) {
    return new ReadPaper(CouncilPaper.draw(report, words, Reports.SOURCE));
  }

  static ReadPaper of(ReportFile report, PaperWords words, Map<String, String> areas) {
    return new ReadPaper(CouncilPaper.draw(report, words, Reports.SOURCE, areas));
  }

  PDDocument document() {
    return document;
  }

  int pages() {
    return document.getNumberOfPages();
  }

  String text() {
    return text(1, pages());
  }

  /** Returns what pages say, with one space between words. */
  String text(int first, int last) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      return stripper.getText(document).replaceAll("[\\s\u00a0]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where letters stand, as texts, that are outside a place. */
  List<String> outside(Predicate<TextPosition> isInside) {
    List<String> outside = new ArrayList<>();
    try {
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> letters) {
          letters.stream()
              .filter(letter -> !isInside.test(letter))
              .findFirst()
              .ifPresent(
                  letter -> outside.add(text + " at " + letter.getX() + ", " + letter.getY()));
        }
      }.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outside;
  }

  /** Returns all elements of a type, in reading order. */
  List<PDStructureElement> elements(String type) {
    List<PDStructureElement> found = new ArrayList<>();
    PDStructureElement all = (PDStructureElement)
        document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
    collect(all, type, found);
    return found;
  }

  private static void collect(
      PDStructureElement element, String type, List<PDStructureElement> found) {
    if (element.getStructureType().equals(type)) {
      found.add(element);
    }
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement below) {
        collect(below, type, found);
      }
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
