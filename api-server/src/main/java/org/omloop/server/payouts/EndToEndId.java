package org.omloop.server.payouts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.order.OrderId;

/**
 * What a payout is called at the bank (ISO 20022 EndToEndId, 35 characters): {@code OML} and the redemption's order id
 * without its hyphens, so that no table is needed to find the one by the other.
 */
public final class EndToEndId {
  private static final Pattern FORM = Pattern.compile(
      "OML([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})",
      Pattern.CASE_INSENSITIVE);

  private EndToEndId() {}

  /** Returns what the payout of a redemption is called. */
  public static String of(OrderId redemption) {
    return "OML" + redemption.toString().replace("-", "");
  }

  /** Returns the redemption that a bank's line is about, in either case of letters; empty if it is about none. */
  public static Optional<OrderId> redemption(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String id = String.join(
            "-", parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5))
        .toLowerCase(Locale.ROOT);
    return Optional.of(id).filter(OrderId::isValid).map(OrderId::parse);
  }
}
