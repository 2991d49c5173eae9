package org.omloop.ledger.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.omloop.ledger.payment.RequestTerms;

/** The forms of short texts in orders. None of them has room for a name or an address. */
final class Texts {
  static final String REFERENCE_RULE = "must be 1 to 64 of A-Z a-z 0-9 . _ : / -";
  static final String SLUG_RULE = "must be 1 to 40 of a-z 0-9 -";
  static final String REQUEST_RULE =
      "must be the 40 bytes of a payment request's terms, in base64url";

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern MONTH = Pattern.compile("20\\d{2}-(?:0[1-9]|1[0-2])");
  private static final Pattern DATE = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{8,64}");

  private Texts() {}

  /** A reference that a bank or a programme gave. */
  static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  /** A short lower-case name. */
  static boolean isSlug(String text) {
    return SLUG.matcher(text).matches();
  }

  static boolean isSlugOrEmpty(String text) {
    return text.isEmpty() || isSlug(text);
  }

  /** A payment request's terms. */
  static boolean isRequest(String text) {
    try {
      return RequestTerms.parse(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static boolean isMonth(String text) {
    return MONTH.matcher(text).matches();
  }

  /** A day of the calendar. */
  static boolean isDate(String text) {
    try {
      return DATE.matcher(text).matches() && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  static boolean isIban(String text) {
    return IBAN.matcher(text).matches();
  }

  /**
   * An IBAN whose check digits are right (ISO 13616: the whole, its first four characters last, is 1 modulo 97). Lengths per
   * country are left to the server: they change with the register, and what the journal takes may not.
   */
  static boolean isSoundIban(String text) {
    return isIban(text)
        && (text.substring(4) + text.substring(0, 4))
                .chars()
                .map(symbol -> Character.digit(symbol, 36))
                .reduce(0, (rest, value) -> (rest * (value < 10 ? 10 : 100) + value) % 97)
            == 1;
  }

  /** A name in a payment: as long as SEPA's rules let one be. */
  static boolean isPayee(String text) {
    return !text.isBlank()
        && text.length() <= 70
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** An invitation's code. */
  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The circuit's own name, for people: the only free text in the journal. */
  static boolean isTitle(String text) {
    return !text.isBlank()
        && text.length() <= 80
        && text.chars().noneMatch(Character::isISOControl);
  }
}
