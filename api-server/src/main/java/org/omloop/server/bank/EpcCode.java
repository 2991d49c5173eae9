package org.omloop.server.bank;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.OptionalLong;
import org.omloop.server.codes.CodeImage;

/**
 * What a bank app reads to fill in a transfer: EPC069-12, version 002, by the European Payments Council.
 *
 * @param text at most 331 bytes, lines ending in LF
 */
public record EpcCode(String text) {
  private static final int LONGEST_NAME = 70;
  private static final int CENTS = 2;

  /**
   * Writes a transfer. Letters in the name lose their marks, as apps disagree on how to read others.
   *
   * @param cents empty: the payer says how much
   */
  public static EpcCode of(
      String name, Iban account, OptionalLong cents, CreditorReference reference) {
    String amount = cents.isEmpty()
        ? ""
        : "EUR" + BigDecimal.valueOf(cents.getAsLong(), CENTS).toPlainString();
    return new EpcCode(String.join(
        "\n",
        "BCD",
        "002",
        "1",
        "SCT",
        "",
        plain(name),
        account.text(),
        amount,
        "",
        reference.text()));
  }

  private static String plain(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\x20-\\x7E]", ".");
    return letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
  }

  /** Draws it, with the error correction that the guideline asks for. */
  public CodeImage image() {
    return CodeImage.of(text, ErrorCorrectionLevel.M);
  }
}
