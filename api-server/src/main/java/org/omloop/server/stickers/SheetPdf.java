package org.omloop.server.stickers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.omloop.server.codes.CodeImage;
import org.omloop.server.print.Typeface;

/** A sheet as PDF, drawn with lines and letters only, so that it is sharp at every size. Takes some tens of milliseconds. */
public final class SheetPdf {
  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

  private SheetPdf() {}

  /** Draws a sheet. */
  public static byte[] draw(Sheet sheet) {
    try (PDDocument document = new PDDocument()) {
      PDPage page =
          new PDPage(new PDRectangle(points(sheet.size().width), points(sheet.size().height)));
      document.addPage(page);
      document.getDocumentInformation().setTitle(sheet.lines().get(0).text());
      PDFont font = Typeface.in(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        for (Sheet.Line line : sheet.lines()) {
          draw(line, font, sheet, content);
        }
        draw(sheet.code(), sheet, content);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(Sheet.Line line, PDFont font, Sheet sheet, PDPageContentStream content)
      throws IOException {
    String text = Typeface.printable(line.text());
    float left = (sheet.size().width - Typeface.width(text) * line.height()) / 2;
    content.beginText();
    content.setFont(font, points(line.height()));
    content.newLineAtOffset(points(left), points(sheet.size().height - line.baseline()));
    content.showText(text);
    content.endText();
  }

  private static void draw(CodeImage code, Sheet sheet, PDPageContentStream content)
      throws IOException {
    float module = sheet.module();
    for (CodeImage.Run run : code.runs()) {
      float bottom = sheet.size().height - sheet.firstRow() - (run.y() + 1) * module;
      content.addRect(
          points(sheet.codeLeft() + run.x() * module),
          points(bottom),
          points(run.length() * module),
          points(module));
    }
    content.fill();
  }

  private static float points(float millimetres) {
    return millimetres * POINTS_PER_MILLIMETRE;
  }
}
