package org.omloop.app.scan;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Uint8ClampedArray;

/** Finds a QR code in a picture. Each picture is looked at in one way of several, which the caller takes in turn. */
public final class QrDecoder {
  /** How many ways there are: as it is, at half size, its middle at twice the size, and with black for white. */
  private static final int WAYS = 4;

  private static final Map<DecodeHintType, Object> HINTS = new EnumMap<>(DecodeHintType.class);

  static {
    HINTS.put(DecodeHintType.TRY_HARDER, true);
    HINTS.put(DecodeHintType.CHARACTER_SET, "ISO-8859-1");
  }

  private QrDecoder() {}

  /** TeaVM begins here and has nothing to do. */
  public static void main(String[] arguments) {}

  /**
   * Looks for a code.
   *
   * @param rgba four bytes a pixel, row by row
   * @param way counts up from 0 with every picture
   * @return the code's text; null when there is none to be read
   */
  @JSExport
  public static @Nullable String decode(int width, int height, Uint8ClampedArray rgba, int way) {
    Luminance picture = Luminance.of(width, height, rgba);
    LuminanceSource source =
        switch (way % WAYS) {
          case 1 -> picture.half();
          case 2 -> picture.middleDoubled();
          case 3 -> picture.invert();
          default -> picture;
        };
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS)
          .getText();
    } catch (ReaderException none) {
      return null;
    }
  }
}
