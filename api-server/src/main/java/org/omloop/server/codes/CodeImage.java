package org.omloop.server.codes;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A QR code (ISO/IEC 18004) as the dark runs of its rows, without the quiet zone of four modules that whoever draws it
 * leaves around. Immutable and thread-safe.
 *
 * @param size modules along a side
 * @param runs from the top, from left to right
 */
public record CodeImage(String text, int size, List<Run> runs) {
  /** The white around a code, in modules. */
  public static final int QUIET = 4;

  /** Dark modules beside each other, counted from the top left corner. */
  public record Run(int x, int y, int length) {}

  public CodeImage {
    runs = List.copyOf(runs);
  }

  /** Draws a text; capitals, digits and a few signs take less room than other characters. */
  public static CodeImage of(String text, ErrorCorrectionLevel level) {
    try {
      ByteMatrix modules = Encoder.encode(text, level).getMatrix();
      return new CodeImage(text, modules.getWidth(), runs(modules));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + text.length(), e);
    }
  }

  private static List<Run> runs(ByteMatrix modules) {
    List<Run> runs = new ArrayList<>();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int from = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > from) {
          runs.add(new Run(from, y, x - from));
        }
      }
    }
    return runs;
  }

  /** Returns the outline in SVG's path language, one unit a module. */
  public String path() {
    return runs.stream()
        .map(
            run -> "M" + run.x() + " " + run.y() + "h" + run.length() + "v1h-" + run.length() + "z")
        .collect(Collectors.joining());
  }

  /** Returns text, size and outline. */
  public JsonObject json() {
    return new JsonObject().put("text", text).put("size", size).put("path", path());
  }
}
