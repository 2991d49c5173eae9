package org.omloop.ledger.order;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name a signer gives an order, unique for ever: a UUID of version 7 (RFC 9562), in lower case. */
public record OrderId(UUID value) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public OrderId {
    if (value.version() != 7 || value.variant() != 2) {
      throw new IllegalArgumentException("an order id is a UUID of version 7, not " + value);
    }
  }

  /** Reads an id; throws {@link IllegalArgumentException} when the text has another form. */
  public static OrderId parse(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException("an order id is a UUID of version 7 in lower case");
    }
    return new OrderId(UUID.fromString(text));
  }

  /** Tells whether a text is a UUID of version 7 in lower case. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** Makes a new id for an order signed at that time. */
  public static OrderId create(long unixMillis, SecureRandom random) {
    return of(unixMillis, random.nextLong(), random.nextLong());
  }

  /** Makes the id of a time and 74 given bits, for orders that must come out the same again. */
  public static OrderId of(long unixMillis, long high, long low) {
    long most = (unixMillis << 16) | 0x7000L | (high & 0x0FFFL);
    return new OrderId(new UUID(most, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
