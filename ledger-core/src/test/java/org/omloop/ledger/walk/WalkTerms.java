package org.omloop.ledger.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;

/**
 * The clock of a walk, and the terms of its orders: mostly of now, every so often stale, early, for another ledger, or
 * under an id that has been used. Confined to its walk's thread.
 */
final class WalkTerms {
  static final String ORIGIN = "example.org/walk";

  private static final long START = 1_793_000_000L;
  private static final long TOLERANCE = 120;
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  private final Ledger ledger;
  private final Dice dice;
  private final List<SignedOrder> sent = new ArrayList<>();
  private final TreeSet<Long> appointments = new TreeSet<>();
  private long now = START * 1_000_000;

  WalkTerms(Ledger ledger, Dice dice) {
    this.ledger = ledger;
    this.dice = dice;
  }

  /** Returns the machine's time, in unix microseconds. */
  long micros() {
    return now;
  }

  /** Returns the time that people go by, in unix seconds: the journal's, while the machine's clock is behind it. */
  long seconds() {
    return Math.max(now, ledger.lastBookedAt()) / 1_000_000;
  }

  /** Remembers a moment at which something begins or ends, so that the clock comes by there, to the second. */
  void appoint(long unixSeconds) {
    appointments.add(unixSeconds);
  }

  /** Goes on a little; every so often by days, back, or to a second that matters. */
  void tick() {
    Long appointment = appointments.ceiling(now / 1_000_000);
    if (appointment != null && dice.in(10)) {
      now = (appointment + dice.below(2)) * 1_000_000;
      appointments.remove(appointment);
      return;
    }
    long seconds = dice.below(90);
    if (dice.in(2)) {
      seconds = dice.below(20) * DAY;
    } else if (dice.in(2)) {
      seconds = -dice.below(10) * HOUR;
    } else if (dice.in(10)) {
      seconds = dice.below(8) * HOUR;
    }
    now += seconds * 1_000_000 + dice.below(1_000_000);
  }

  void remember(SignedOrder order) {
    sent.add(order);
  }

  /** Returns an order that has been sent before; empty as long as there is none. */
  Optional<SignedOrder> sentBefore() {
    return sent.isEmpty() ? Optional.empty() : Optional.of(dice.pick(sent));
  }

  Terms next() {
    OrderId id = dice.in(2) ? sentBefore().map(SignedOrder::id).orElseGet(this::newId) : newId();
    String ledger = dice.in(2) ? "example.org/other" : ORIGIN;
    long issued = seconds();
    if (dice.in(2)) {
      issued -= dice.below(8) * 6 * HOUR;
    } else if (dice.in(2)) {
      issued += dice.in(50) ? dice.below(240) : TOLERANCE + dice.below(2);
    }
    return new Terms(ledger, id, issued, issued + (dice.in(10) ? dice.upTo(DAY) : DAY));
  }

  /** Returns terms that nothing is wrong with. */
  Terms sound() {
    return new Terms(ORIGIN, newId(), seconds(), seconds() + DAY);
  }

  private OrderId newId() {
    return dice.orderId(seconds());
  }

  /** Returns a moment in the near future; every so often one in the past, or far ahead. */
  long moment() {
    if (dice.in(10)) {
      return seconds() - dice.below(3) * HOUR;
    }
    return seconds() + dice.upTo(dice.in(5) ? 60 * DAY : 3 * DAY);
  }
}
