package org.omloop.server.stickers;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import org.omloop.server.codes.CodeImage;
import org.omloop.server.print.Typeface;

/**
 * A printed code with what stands around it: lines of text, each in the middle, and the code. Lengths are millimetres from
 * the top. Immutable and thread-safe.
 *
 * @param code at error level Q, as paper gets dirty
 * @param codeTop where the code with its white begins
 */
public record Sheet(SheetSize size, List<Line> lines, CodeImage code, float codeTop) {
  /** The room a line may take of the sheet's width. */
  private static final float LINE_WIDTH = 0.88f;

  /**
   * A line of text.
   *
   * @param baseline from the top
   * @param height of the type
   */
  public record Line(String text, float baseline, float height) {}

  /**
   * What a sheet says.
   *
   * @param shop the trade name
   * @param street with the number
   * @param price as it is read, or empty
   * @param address what the code opens
   * @param host in words: what the phone will show
   */
  public record Words(
      String shop,
      String street,
      String price,
      String address,
      String host,
      String shortCode,
      String checkName,
      String typeIt,
      String batch) {}

  public Sheet {
    lines = List.copyOf(lines);
  }

  /** Lays a sheet out. */
  public static Sheet of(SheetSize size, Words words) {
    float unit =
        size.width / 20; // one twentieth of the width: the type of the small print is half of it
    List<Line> lines = new ArrayList<>();
    float top = size.height * 0.13f;
    lines.add(line(words.shop(), top, unit * 1.6f, size));
    lines.add(line(words.street(), top + unit * 1.3f, unit * 0.8f, size));
    if (!words.price().isEmpty()) {
      lines.add(line(words.price(), top + unit * 3, unit * 1.5f, size));
    }
    float codeTop = size.height * 0.30f;
    float below = codeTop + size.code + unit;
    lines.add(line(words.host(), below, unit, size));
    lines.add(line(words.checkName(), below + unit * 1.3f, unit * 0.75f, size));
    lines.add(line(words.typeIt(), below + unit * 2.7f, unit * 0.6f, size));
    lines.add(line(words.shortCode(), below + unit * 3.8f, unit, size));
    lines.add(line(words.batch(), size.height - unit * 0.7f, unit * 0.45f, size));
    return new Sheet(size, lines, CodeImage.of(words.address(), ErrorCorrectionLevel.Q), codeTop);
  }

  /** A line that is too long is set smaller. */
  private static Line line(String text, float baseline, float height, SheetSize size) {
    float width = Typeface.width(text) * height;
    float most = size.width * LINE_WIDTH;
    return new Line(text, baseline, width > most ? height * most / width : height);
  }

  /** The width of a module. */
  float module() {
    return size.code / (code.size() + 2 * CodeImage.QUIET);
  }

  /** Where the code's first module begins, from the left. */
  float codeLeft() {
    return (size.width - size.code) / 2 + CodeImage.QUIET * module();
  }

  /** Where the code's first row begins, from the top. */
  float firstRow() {
    return codeTop + CodeImage.QUIET * module();
  }
}
