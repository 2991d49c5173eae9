package org.omloop.server.bank;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payee's own reference (ISO 11649): {@code RF}, two check digits and 1 to 21 of {@code A-Z0-9}. Bank apps refuse one with a
 * typing error, so that money with a right one was meant so.
 *
 * @param text without spaces, in capitals, such as {@code RF33OML2026K7M2Q9XD}
 */
public record CreditorReference(String text) {
  private static final Pattern FORM = Pattern.compile("RF\\d{2}[A-Z0-9]{1,21}");
  private static final Pattern WITHIN =
      Pattern.compile("(?<![A-Z0-9])RF\\d{2}[A-Z0-9]{1,21}(?![A-Z0-9])");
  private static final Pattern OURS_WITHIN =
      Pattern.compile("RF\\d{2}OML20\\d{2}[0-9A-HJKMNP-TV-Z]{8}");
  private static final Pattern PAYLOAD = Pattern.compile("[A-Z0-9]{1,21}");
  private static final int HEAD = 4;
  private static final int LARGEST_CHECK = 98;

  /** @throws IllegalArgumentException if the text is no such reference in that form */
  public CreditorReference {
    if (!isSound(text)) {
      throw new IllegalArgumentException("no creditor reference: " + text);
    }
  }

  /**
   * Makes the reference of a payload.
   *
   * @param payload 1 to 21 of {@code A-Z0-9}
   */
  public static CreditorReference of(String payload) {
    if (!PAYLOAD.matcher(payload).matches()) {
      throw new IllegalArgumentException("no payload of a creditor reference: " + payload);
    }
    int check = LARGEST_CHECK - Modulo97.rest(payload + "RF00");
    return new CreditorReference("RF" + (check < 10 ? "0" : "") + check + payload);
  }

  /** Reads a reference as people write it: with spaces, in either case; empty if it is none. */
  public static Optional<CreditorReference> find(String written) {
    String text = Modulo97.plain(written);
    return isSound(text) ? Optional.of(new CreditorReference(text)) : Optional.empty();
  }

  /**
   * Returns the sound references within free text, each once, as they come. Banks break such text into lines and people write
   * references in fours, so it is read with its spaces, where a word is a reference, and without, where one of this system's
   * own form stands, whose length is known.
   */
  public static Set<CreditorReference> allIn(String text) {
    Set<CreditorReference> found = new LinkedHashSet<>();
    collect(WITHIN.matcher(text.toUpperCase(java.util.Locale.ROOT)), found);
    collect(OURS_WITHIN.matcher(Modulo97.plain(text)), found);
    return found;
  }

  private static void collect(Matcher matcher, Set<CreditorReference> found) {
    matcher
        .results()
        .map(each -> each.group())
        .filter(CreditorReference::isSound)
        .map(CreditorReference::new)
        .forEach(found::add);
  }

  /** Tells whether a text looks like a reference whose check digits are wrong. */
  public static boolean looksMistyped(String written) {
    String text = Modulo97.plain(written);
    return FORM.matcher(text).matches() && !isSound(text)
        || OURS_WITHIN.matcher(text).find() && allIn(text).isEmpty();
  }

  private static boolean isSound(String text) {
    return FORM.matcher(text).matches()
        && Modulo97.rest(text.substring(HEAD) + text.substring(0, HEAD)) == 1;
  }

  /** Returns it in groups of four, for people. */
  public String inFours() {
    return Modulo97.inFours(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
