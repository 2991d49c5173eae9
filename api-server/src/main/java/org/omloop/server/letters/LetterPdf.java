package org.omloop.server.letters;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.omloop.server.codes.CodeImage;
import org.omloop.server.print.PdfPages;
import org.omloop.server.print.PdfTags;
import org.omloop.server.print.TextLines;

/**
 * Letters as one PDF, a sheet of A4 for each. The name stands where the window of an envelope is; the code is 6 cm wide,
 * so that any telephone reads it. Takes some tens of milliseconds.
 */
public final class LetterPdf {
  private static final float MM = 72 / 25.4f;
  private static final float LEFT = 25 * MM;
  private static final float WIDTH = PdfPages.WIDTH - 2 * LEFT;
  private static final float NAME_TOP = PdfPages.HEIGHT - 55 * MM;
  private static final float TITLE_TOP = PdfPages.HEIGHT - 100 * MM;
  private static final float CODE_SIDE = 60 * MM;
  private static final float TEXT = 12;
  private static final float TITLE = 20;
  private static final float LINE = 1.5f;
  private static final int GROUP = 5;

  private final PdfPages pages;
  private final String circuit;
  private final String address;
  private final boolean isDutch;
  private float top;

  private LetterPdf(PdfPages pages, String circuit, String address, boolean isDutch) {
    this.pages = pages;
    this.circuit = circuit;
    this.address = address;
    this.isDutch = isDutch;
  }

  /**
   * Draws letters.
   *
   * @param letters at least one
   * @param circuit its name
   * @param address where the server is reached, such as {@code https://oost.example}
   * @param now when it is drawn
   */
  public static byte[] draw(
      List<Letter> letters, String circuit, String address, boolean isDutch, Instant now) {
    String title = (isDutch ? "Uitnodigingen van " : "Invitations of ") + circuit;
    PdfPages pages = new PdfPages(title, isDutch ? new Locale("nl", "NL") : Locale.UK);
    pages.madeAt(now);
    LetterPdf pdf = new LetterPdf(pages, circuit, address, isDutch);
    for (int at = 0; at < letters.size(); at++) {
      if (at > 0) {
        pages.turn();
      }
      pdf.draw(letters.get(at));
    }
    return pages.finish(number -> () -> {});
  }

  private void draw(Letter letter) {
    top = NAME_TOP;
    write(StandardStructureTypes.P, letter.name(), TEXT);
    top = TITLE_TOP;
    write(
        StandardStructureTypes.H1,
        (isDutch ? "Uitnodiging van " : "Invitation of ") + circuit,
        TITLE);
    write(
        StandardStructureTypes.P,
        isDutch
            ? "Scan deze code met de camera van je telefoon."
            : "Scan this code with the camera of your telephone.",
        TEXT);
    code(letter.code());
    write(
        StandardStructureTypes.P,
        isDutch
            ? "Of ga naar " + host() + "/join en typ:"
            : "Or go to " + host() + "/join and type:",
        TEXT);
    write(StandardStructureTypes.P, grouped(letter.code()), TITLE);
    write(
        StandardStructureTypes.P,
        (isDutch ? "De code werkt één keer, tot " : "The code works once, until ")
            + date(letter.until()) + ".",
        TEXT);
  }

  private void write(String type, String text, float size) {
    PDStructureElement element = PdfTags.add(type, pages.all());
    List<String> lines = TextLines.of(text, WIDTH / size);
    pages.marked(element, () -> {
      for (String line : lines) {
        top -= size * LINE;
        pages.text(line, size, LEFT, top);
      }
    });
    top -= size / 2;
  }

  private void code(String code) {
    CodeImage image =
        CodeImage.of(address.toUpperCase(Locale.ROOT) + "/I/" + code, ErrorCorrectionLevel.M);
    float module = CODE_SIDE / (image.size() + 2 * CodeImage.QUIET);
    float bottom = top - CODE_SIDE;
    String words = isDutch ? "Code van de uitnodiging" : "Code of the invitation";
    PDStructureElement figure =
        PdfTags.figure(pages.all(), words, new PDRectangle(LEFT, bottom, CODE_SIDE, CODE_SIDE));
    pages.marked(figure, () -> squares(image, module));
    top = bottom;
  }

  private void squares(CodeImage image, float module) throws IOException {
    for (CodeImage.Run run : image.runs()) {
      pages
          .content()
          .addRect(
              LEFT + (CodeImage.QUIET + run.x()) * module,
              top - (CodeImage.QUIET + run.y() + 1) * module,
              run.length() * module,
              module);
    }
    pages.content().fill();
  }

  private String host() {
    return address.replaceFirst("^[A-Za-z]+://", "").toLowerCase(Locale.ROOT);
  }

  private static String grouped(String code) {
    return String.join(" ", code.split("(?<=\\G.{" + GROUP + "})"));
  }

  private String date(Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(isDutch ? new Locale("nl", "NL") : Locale.UK)
        .format(moment.atZone(ZoneOffset.UTC));
  }
}
