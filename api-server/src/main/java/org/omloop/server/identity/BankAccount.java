package org.omloop.server.identity;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;
import org.omloop.server.bank.Iban;

/**
 * Where a member's euros go. Immutable.
 *
 * @param iban without spaces, in capitals, sound for its country
 * @param name of whom the bank account is, 1 … 70 characters on one line
 * @param salt 128 bits in base64url, made on the member's device
 */
public record BankAccount(String iban, String name, String salt) {
  private static final int LONGEST_NAME = 70;
  private static final int SALT_BYTES = 16;
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]+");

  /** Throws {@link IllegalArgumentException} with what is wrong, and without what was given. */
  public BankAccount {
    if (!Iban.find(iban).map(Iban::text).filter(iban::equals).isPresent()) {
      throw new IllegalArgumentException(
          "iban must be an IBAN without spaces with right check digits");
    }
    if (!WORDS.matcher(name).matches()
        || !name.strip().equals(name)
        || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new IllegalArgumentException("name must be 1 to 70 plain characters");
    }
    if (Base64Url.decode(salt).length != SALT_BYTES) {
      throw new IllegalArgumentException("salt must be 16 bytes in base64url");
    }
  }

  /** Returns how it stands in a redemption in the journal: base64url of SHA-256 over the salt's bytes and the IBAN. */
  public String ibanHash() {
    return Base64Url.encode(
        Sha256.of(Base64Url.decode(salt), iban.getBytes(StandardCharsets.US_ASCII)));
  }

  JsonObject json() {
    return new JsonObject().put("iban", iban).put("name", name).put("salt", salt);
  }

  static BankAccount read(JsonObject json) {
    return new BankAccount(json.getString("iban"), json.getString("name"), json.getString("salt"));
  }

  /** Logs and messages carry neither names nor numbers. */
  @Override
  public String toString() {
    return "BankAccount[hidden]";
  }
}
