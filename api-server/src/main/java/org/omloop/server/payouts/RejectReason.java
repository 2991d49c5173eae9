package org.omloop.server.payouts;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.order.OrderId;

/**
 * Why a payout was not made, in the codes of ISO 20022 (ExternalStatusReason1Code). It stands in the reference of the
 * {@code returned} order: {@code rejected-AC01-OML…}, so that journal and member have it without any free text.
 */
public enum RejectReason {
  /** There is no such account. */
  AC01,
  /** The account is closed. */
  AC04,
  /** The name is not the account holder's (Verification of Payee). */
  BE01,
  /** The operator or the bank may not pay it. */
  AG01,
  /** The member asked so. */
  CUST,
  /** Another reason, which the office tells the member itself. */
  MS03;

  private static final Pattern REFERENCE =
      Pattern.compile("rejected-([A-Z0-9]{4})-(OML[0-9a-f]{32})");

  /** Returns the reference of the order that gives the units back. */
  public String reference(OrderId redemption) {
    return "rejected-" + name() + "-" + EndToEndId.of(redemption);
  }

  /** Returns the reason that a reference says; empty when it is another kind of reference. */
  public static Optional<RejectReason> of(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    return parts.matches()
        ? Arrays.stream(values())
            .filter(each -> each.name().equals(parts.group(1)))
            .findFirst()
        : Optional.empty();
  }
}
