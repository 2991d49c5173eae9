package org.omloop.ledger.payment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.Sha256;

/**
 * What a payee asks for, in 40 bytes: short enough for a code that is checked without a network, and carried by the
 * payment itself, so that the ledger decides whether it fits and the journal proves it (docs/adr/0019).
 *
 * <pre>
 * at  bytes
 *  0   1     version, 1
 *  1   4     beginning of the signing key's id
 *  5   8     beginning of SHA-256 of the payee's account id
 * 13   4     amount in minor units; 0 where the payer fills it in
 * 17   2     beginning of SHA-256 of the ledger's origin
 * 19   4     made, unix seconds
 * 23   2     life, in tens of seconds
 * 25   8     random
 * 33   7     the payee's reference, ASCII, zeros after it
 * </pre>
 *
 * <p>All numbers are unsigned, big-endian. Immutable.
 */
public final class RequestTerms {
  /** The length of the terms, in bytes. */
  public static final int BYTES = 40;

  /** The largest amount that can be asked for, in minor units. */
  public static final long MOST = 0xFFFF_FFFFL;

  /** The longest life, in seconds: a week and a half. */
  public static final long LONGEST_SECONDS = 0xFFFFL * 10;

  private static final byte VERSION = 1;
  private static final int KEY = 1;
  private static final int PAYEE = 5;
  private static final int AMOUNT = 13;
  private static final int LEDGER = 17;
  private static final int MADE = 19;
  private static final int LIFE = 23;
  private static final int RANDOM = 25;
  private static final int REFERENCE = 33;
  private static final long LIFE_UNIT_SECONDS = 10;

  private final byte[] bytes;

  private RequestTerms(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Makes terms.
   *
   * @param amount what is asked for; empty where the payer fills it in
   * @param madeAt unix seconds
   * @param lifeSeconds 10 to {@link #LONGEST_SECONDS}, rounded up to tens
   * @param nonce 8 random bytes, which make each request another
   * @param reference at most 7 ASCII characters, such as the number of a sale; may be empty
   * @throws IllegalArgumentException where one of these is out of range
   */
  public static RequestTerms of(
      KeyId key,
      AccountId payee,
      Optional<Amount> amount,
      String ledger,
      long madeAt,
      long lifeSeconds,
      byte[] nonce,
      String reference) {
    byte[] named = reference.getBytes(StandardCharsets.US_ASCII);
    long minorUnits = amount.map(Amount::minorUnits).orElse(0L);
    long life = Math.floorDiv(lifeSeconds + LIFE_UNIT_SECONDS - 1, LIFE_UNIT_SECONDS);
    if (minorUnits > MOST
        || madeAt < 0
        || madeAt > 0xFFFF_FFFFL
        || life < 1
        || life > 0xFFFF
        || nonce.length != REFERENCE - RANDOM
        || named.length > BYTES - REFERENCE) {
      throw new IllegalArgumentException("not the terms of a payment request");
    }
    ByteBuffer terms = ByteBuffer.allocate(BYTES)
        .put(VERSION)
        .put(keyMark(key))
        .put(payeeMark(payee))
        .putInt((int) minorUnits)
        .put(ledgerMark(ledger))
        .putInt((int) madeAt)
        .putShort((short) life)
        .put(nonce)
        .put(named);
    return parse(terms.array());
  }

  /** Reads terms; throws {@link IllegalArgumentException} unless they are 40 bytes of version 1 with a life. */
  public static RequestTerms parse(byte[] bytes) {
    if (bytes.length != BYTES || bytes[0] != VERSION) {
      throw new IllegalArgumentException("not the terms of a payment request");
    }
    RequestTerms terms = new RequestTerms(bytes.clone());
    if (terms.unsigned(LIFE, Short.BYTES) == 0 || !isReference(terms.part(REFERENCE, BYTES))) {
      throw new IllegalArgumentException("not the terms of a payment request");
    }
    return terms;
  }

  /** Reads terms in base64url, 54 characters; throws {@link IllegalArgumentException} for any other text. */
  public static RequestTerms parse(String text) {
    return parse(Base64Url.decode(text));
  }

  private static boolean isReference(byte[] reference) {
    int end = 0;
    while (end < reference.length && reference[end] > ' ' && reference[end] < 0x7F) {
      end++;
    }
    for (int at = end; at < reference.length; at++) {
      if (reference[at] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the name under which the request is known, and can be paid once. */
  public RequestId id() {
    return RequestId.of(bytes);
  }

  /** Tells whether this key may have signed them. */
  public boolean isBy(KeyId key) {
    return Arrays.equals(part(KEY, PAYEE), keyMark(key));
  }

  /** Tells whether they ask for money for this account. */
  public boolean isFor(AccountId payee) {
    return Arrays.equals(part(PAYEE, AMOUNT), payeeMark(payee));
  }

  /** Tells whether they are meant for the ledger of this origin. */
  public boolean isOn(String ledger) {
    return Arrays.equals(part(LEDGER, MADE), ledgerMark(ledger));
  }

  /** Returns what is asked for; empty where the payer fills it in. */
  public Optional<Amount> amount() {
    long minorUnits = unsigned(AMOUNT, Integer.BYTES);
    return minorUnits == 0 ? Optional.empty() : Optional.of(Amount.of(minorUnits));
  }

  /** Returns when they were made, in unix seconds. */
  public long madeAt() {
    return unsigned(MADE, Integer.BYTES);
  }

  /** Returns the last moment at which they can be paid, in unix seconds. */
  public long expiresAt() {
    return madeAt() + unsigned(LIFE, Short.BYTES) * LIFE_UNIT_SECONDS;
  }

  /** Returns the payee's reference; may be empty. */
  public String reference() {
    return new String(part(REFERENCE, BYTES), StandardCharsets.US_ASCII).replace("\0", "");
  }

  /** Returns the 40 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  private byte[] part(int from, int until) {
    return Arrays.copyOfRange(bytes, from, until);
  }

  private long unsigned(int from, int length) {
    long number = 0;
    for (int at = from; at < from + length; at++) {
      number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[at]);
    }
    return number;
  }

  private static byte[] keyMark(KeyId key) {
    return Arrays.copyOf(Base64Url.decode(key.text()), PAYEE - KEY);
  }

  private static byte[] payeeMark(AccountId payee) {
    return Arrays.copyOf(Sha256.of(payee.value().getBytes(StandardCharsets.UTF_8)), AMOUNT - PAYEE);
  }

  private static byte[] ledgerMark(String ledger) {
    return Arrays.copyOf(Sha256.of(ledger.getBytes(StandardCharsets.UTF_8)), MADE - LEDGER);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestTerms terms && Arrays.equals(bytes, terms.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns them as they stand in an order: base64url, 54 characters. */
  @Override
  public String toString() {
    return Base64Url.encode(bytes);
  }
}
