package org.omloop.server.http.request;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.server.signed.SignedText;

/**
 * A payment request as its payee signed it: the terms, and words for the payer that are in no journal.
 *
 * @param name how the payee calls itself, up to 40 characters; only compared, as the members' list has the name
 * @param text what it is for, up to 35 characters
 * @param reference the payee's own, up to 35 characters
 * @param returnTo where the payer's browser may go back to once it is paid: https, up to 200 characters
 */
record SignedAsk(
    SignedText signed,
    String ledger,
    AccountId payee,
    RequestTerms terms,
    Optional<String> name,
    Optional<String> text,
    Optional<String> reference,
    Optional<String> returnTo) {
  private static final String TYPE = "omloop-request+jws";
  private static final Set<String> REQUIRED = Set.of("ledger", "payee", "terms");
  private static final Set<String> KNOWN =
      Set.of("ledger", "name", "payee", "reference", "returnTo", "terms", "text");
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,40}");
  private static final int LONGEST_TEXT = 35;
  private static final int LONGEST_ADDRESS = 200;
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern RETURN_ADDRESS = Pattern.compile("https://"
      + "(?<host>" + LABEL + "(\\." + LABEL + ")*)(:(?<port>[0-9]{1,5}))?"
      + "([/?][A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?");
  /** A name whose last label is a number is read as an IPv4 address (WHATWG URL, section 3.5). */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  private static final Pattern IP_V4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final int HIGHEST_PORT = 65_535;

  /** Reads a request; empty when it is anything but one in its form, for this payee and ledger. */
  static Optional<SignedAsk> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> KNOWN.containsAll(signed.payload().keySet())
            && signed.payload().keySet().containsAll(REQUIRED))
        .flatMap(SignedAsk::read)
        .filter(SignedAsk::isConsistent);
  }

  private static Optional<SignedAsk> read(SignedText signed) {
    try {
      return Optional.of(new SignedAsk(
          signed,
          signed.text("ledger"),
          new AccountId(signed.text("payee")),
          RequestTerms.parse(signed.text("terms")),
          member("name", signed),
          member("text", signed),
          member("reference", signed),
          member("returnTo", signed)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> member(String name, SignedText signed) {
    return signed.payload().containsKey(name) ? Optional.of(signed.text(name)) : Optional.empty();
  }

  private boolean isConsistent() {
    return terms.isFor(payee)
        && terms.isOn(ledger)
        && terms.isBy(signed.key())
        && name.filter(each -> !isWords(each, 40)).isEmpty()
        && text.filter(each -> !isWords(each, LONGEST_TEXT)).isEmpty()
        && reference.filter(each -> !isWords(each, LONGEST_TEXT)).isEmpty()
        && returnTo.filter(each -> !isReturnAddress(each)).isEmpty();
  }

  /** Only what a browser cannot read as anything but a page of a named host. */
  private static boolean isReturnAddress(String text) {
    Matcher address = RETURN_ADDRESS.matcher(text);
    if (text.length() > LONGEST_ADDRESS || !address.matches()) {
      return false;
    }
    String host = address.group("host");
    String port = address.group("port");
    return (port == null || Integer.parseInt(port) <= HIGHEST_PORT)
        && (!ENDS_IN_A_NUMBER.matcher(host).matches() || IP_V4.matcher(host).matches());
  }

  private static boolean isWords(String text, int longest) {
    return !text.isBlank() && text.length() <= longest && WORDS.matcher(text).matches();
  }

  KeyId key() {
    return signed.key();
  }

  boolean isSignedBy(PublicKey key) {
    return signed.isSignedBy(key);
  }
}
