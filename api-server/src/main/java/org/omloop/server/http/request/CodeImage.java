package org.omloop.server.http.request;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.vertx.core.json.JsonObject;

/**
 * A QR code (ISO/IEC 18004) as an outline in SVG's path language, one unit a module, without the quiet zone of four that
 * whoever draws it leaves around.
 *
 * @param size modules along a side
 * @param path one rectangle for each run of dark modules in a row
 */
record CodeImage(String text, int size, String path) {
  /** Draws a text; capitals, digits and a few signs take less room than other characters. */
  static CodeImage of(String text, ErrorCorrectionLevel level) {
    try {
      ByteMatrix modules = Encoder.encode(text, level).getMatrix();
      return new CodeImage(text, modules.getWidth(), path(modules));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + text.length(), e);
    }
  }

  private static String path(ByteMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int from = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x - from).append("v1h").append(from - x).append('z');
        }
      }
    }
    return path.toString();
  }

  JsonObject json() {
    return new JsonObject().put("text", text).put("size", size).put("path", path);
  }
}
