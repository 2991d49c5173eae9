package org.omloop.server.bank;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;

/**
 * A bank's file, read.
 *
 * @param hash SHA-256 of its bytes, base64url
 * @param statements what it states; one at least
 */
public record BankFile(String hash, List<BankStatement> statements) {
  /** The largest file that is read, in bytes: more than a busy year. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  private static final int HEAD = 512;

  public BankFile {
    statements = List.copyOf(statements);
  }

  /** Returns what a file is known by. */
  public static String hash(byte[] file) {
    return Base64Url.encode(Sha256.of(file));
  }

  /**
   * Reads camt.053 or MT940. Takes up to some seconds, so it does not belong on an event loop.
   *
   * @throws RefusedFile naming the check that fails, of I2, I3 and I5
   */
  public static BankFile read(byte[] file) {
    String hash = hash(file);
    if (file.length > MOST_BYTES) {
      throw new RefusedFile(Check.I2, "too-large", file.length + " bytes");
    }
    String head =
        new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1).strip();
    List<BankStatement> statements =
        isXml(head) ? CamtReader.read(file, hash) : swift(head, file, hash);
    if (statements.isEmpty()) {
      throw new RefusedFile(Check.I2, "no-statement", "");
    }
    return new BankFile(hash, statements);
  }

  /** With any of the marks that say how characters are written. */
  private static boolean isXml(String head) {
    return head.replaceAll("^[\\u00EF\\u00BB\\u00BF\\u00FE\\u00FF\\u0000]+", "").startsWith("<");
  }

  private static List<BankStatement> swift(String head, byte[] file, String hash) {
    if (head.isEmpty()) {
      throw new RefusedFile(Check.I2, "empty", "");
    }
    if (head.startsWith("PK")) {
      throw new RefusedFile(Check.I2, "packed", "");
    }
    if (!head.contains(":20:")) {
      throw new RefusedFile(Check.I2, "not-a-bank-file", "");
    }
    return Mt940Reader.read(file, hash);
  }
}
