package org.omloop.app.scan;

import com.google.zxing.LuminanceSource;
import java.util.Arrays;
import org.teavm.jso.typedarrays.Uint8ClampedArray;

/** How bright each pixel of a picture is. Immutable. */
final class Luminance extends LuminanceSource {
  private final byte[] pixels;

  private Luminance(int width, int height, byte[] pixels) {
    super(width, height);
    this.pixels = pixels;
  }

  /** Weighs green double, as the eye and ZXing do. */
  static Luminance of(int width, int height, Uint8ClampedArray rgba) {
    byte[] pixels = new byte[width * height];
    for (int at = 0; at < pixels.length; at++) {
      int from = at * 4;
      pixels[at] = (byte) (rgba.get(from) + 2 * rgba.get(from + 1) + rgba.get(from + 2) >> 2);
    }
    return new Luminance(width, height, pixels);
  }

  /** A picture that is out of focus, or full of noise, is better read from afar. */
  Luminance half() {
    int width = getWidth() / 2;
    int height = getHeight() / 2;
    byte[] half = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = at(2 * x, 2 * y)
            + at(2 * x + 1, 2 * y)
            + at(2 * x, 2 * y + 1)
            + at(2 * x + 1, 2 * y + 1);
        half[y * width + x] = (byte) (sum / 4);
      }
    }
    return new Luminance(width, height, half);
  }

  /** A small code in the middle of a large picture. */
  Luminance middleDoubled() {
    int width = getWidth();
    int height = getHeight();
    byte[] doubled = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        doubled[y * width + x] = (byte) at(width / 4 + x / 2, height / 4 + y / 2);
      }
    }
    return new Luminance(width, height, doubled);
  }

  private int at(int x, int y) {
    return Byte.toUnsignedInt(pixels[y * getWidth() + x]);
  }

  @Override
  public byte[] getRow(int y, byte[] row) {
    int width = getWidth();
    byte[] target = row != null && row.length >= width ? row : new byte[width];
    System.arraycopy(pixels, y * width, target, 0, width);
    return target;
  }

  @Override
  public byte[] getMatrix() {
    return Arrays.copyOf(pixels, pixels.length);
  }
}
