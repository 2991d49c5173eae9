package org.omloop.server.payouts;

import java.time.Instant;
import java.util.Locale;
import org.omloop.ledger.signing.KeyId;

/**
 * Something that was done with a batch after it was drafted. Steps are added and never changed.
 *
 * @param by who did it
 * @param sha256 of the file it is about, hexadecimal
 * @param reason why it was sent back; empty otherwise
 * @param signed their own words, a compact JWS; empty for an export, which decides nothing
 */
public record Step(Kind kind, KeyId by, Instant at, String sha256, String reason, String signed) {
  /** What can be done. */
  public enum Kind {
    /** Another person than the drafter found it right. */
    APPROVED,
    /** Somebody wants it otherwise: its redemptions are free for another batch. */
    SENT_BACK,
    /** The file was handed out, to be given to the bank. */
    EXPORTED;

    /** Returns the name used in the API and the database. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of that name. */
    public static Kind named(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
