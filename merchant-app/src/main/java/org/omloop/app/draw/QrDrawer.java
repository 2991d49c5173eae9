package org.omloop.app.draw;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.teavm.jso.JSExport;

/** Draws a text as a QR code (ISO/IEC 18004) at error level M; a long one at L, as on a screen size counts for more. */
public final class QrDrawer {
  /** The characters of the alphanumeric mode, of which two take 11 bits instead of 16. */
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  /** Characters up to which modules stay large at level M. */
  private static final int LONG = 300;

  private QrDrawer() {}

  /** TeaVM begins here and has nothing to do. */
  public static void main(String[] arguments) {}

  /**
   * Returns the outline of the dark modules, one unit wide each, as the path of an SVG: runs of a row from left to right.
   * The first word is the code's width in modules.
   *
   * @param text ASCII, at most 2,331 characters
   */
  @JSExport
  public static String draw(String text) {
    QrSegment segment = isAlphanumeric(text)
        ? QrSegment.makeAlphanumeric(text)
        : QrSegment.makeBytes(text.getBytes(StandardCharsets.US_ASCII));
    QrCode.Ecc level = text.length() > LONG ? QrCode.Ecc.LOW : QrCode.Ecc.MEDIUM;
    QrCode code = QrCode.encodeSegments(List.of(segment), level);
    StringBuilder path = new StringBuilder().append(code.size).append(' ');
    for (int row = 0; row < code.size; row++) {
      appendRow(code, row, path);
    }
    return path.toString();
  }

  private static void appendRow(QrCode code, int row, StringBuilder path) {
    int from = 0;
    while (from < code.size) {
      int to = from;
      while (code.getModule(to, row)) {
        to++; // beyond the edge all is light
      }
      if (to > from) {
        path.append('M').append(from).append(' ').append(row).append('h').append(to - from);
        path.append("v1h-").append(to - from).append('z');
      }
      from = to + 1;
    }
  }

  private static boolean isAlphanumeric(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (ALPHANUMERIC.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return true;
  }
}
