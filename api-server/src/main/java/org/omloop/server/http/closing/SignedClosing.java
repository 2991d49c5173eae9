package org.omloop.server.http.closing;

import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.server.http.closing.Report.Stretch;
import org.omloop.server.signed.SignedText;

/**
 * What a till signs to close: which stretch of the journal, under which number. No totals, which the journal alone
 * tells.
 */
record SignedClosing(SignedText signed, String ledger, Stretch stretch) {
  private static final String TYPE = "omloop-closing+jws";
  private static final Set<String> MEMBERS =
      Set.of("account", "first", "ledger", "number", "root", "size");

  /** Reads a closing; empty when it is anything but one in its form. */
  static Optional<SignedClosing> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .flatMap(SignedClosing::read);
  }

  private static Optional<SignedClosing> read(SignedText signed) {
    try {
      Stretch stretch = new Stretch(
          new AccountId(signed.text("account")),
          number("number", signed),
          number("first", signed),
          number("size", signed),
          Hash.parse(signed.text("root")));
      boolean isStretch =
          stretch.number() >= 1 && stretch.first() >= 0 && stretch.size() > stretch.first();
      return isStretch
          ? Optional.of(new SignedClosing(signed, signed.text("ledger"), stretch))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static long number(String name, SignedText signed) {
    return signed.payload().get(name) instanceof Long number ? number : -1;
  }
}
