package org.omloop.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;

/**
 * The levies of a month (UTC) that is over, on the server's own key, one for each account that is charged
 * (docs/adr/0018). They are booked just before the first order of the month after it, so that they are on what everybody
 * had when the month ended, and need no timer; after a crash the rest follows before anything else does.
 *
 * <p>Confined to the sequencer's event loop.
 */
final class Levies {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long LIFE_SECONDS = 60 * 60;

  private final String origin;
  private final SigningKey key;
  private final SecureRandom random = new SecureRandom();

  Levies(String origin, SigningKey key) {
    this.origin = origin;
    this.key = key;
  }

  /** Returns the levies to book now, unix microseconds, before anything else but a seal; none when none is due. */
  List<SignedOrder> due(Ledger ledger, long now) {
    long seconds = Math.max(now, ledger.lastBookedAt()) / MICROS_PER_SECOND;
    return ledger.levyDue(now).stream().map(each -> levy(each, seconds)).toList();
  }

  private SignedOrder levy(AccountId account, long seconds) {
    YearMonth before =
        YearMonth.from(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC)).minusMonths(1);
    Terms terms =
        new Terms(origin, OrderId.create(seconds * 1_000, random), seconds, seconds + LIFE_SECONDS);
    return SignedOrder.sign(new Order.Levy(terms, account, before.toString()), List.of(key));
  }
}
