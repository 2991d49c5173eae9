package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * What goes into and out of the funds, row by row: how long money that is granted had been in its fund, first in, first
 * out within each fund, and how much of it was decided by a vote (C30). A grant that is given back comes in anew.
 *
 * <p>Not thread-safe.
 */
final class FundFlow {
  private static final BigInteger DAY = BigInteger.valueOf(Ages.DAY);

  private record Part(long time, long amount) {}

  /** What was granted in some months: amount, of it by vote after refunds, and Σ amount × milliseconds in the fund. */
  record Granted(long amount, long net, long voted, BigInteger waited) {
    /** Returns the mean time in the fund, in days; empty where nothing was granted. */
    Optional<BigDecimal> lag() {
      return SixDecimals.ratio(waited, BigInteger.valueOf(amount).multiply(DAY));
    }

    /**
     * Returns the share that was decided by vote, 0 … 1; empty where nothing was granted, and where so much of earlier
     * months was given back, with a vote or without one, that what is left is no part of the whole.
     */
    Optional<BigDecimal> votedShare() {
      boolean isPart = net > 0 && voted >= 0 && voted <= net;
      return isPart ? SixDecimals.ratio(voted, net) : Optional.empty();
    }
  }

  private final Scope scope;
  private final Rows rows;
  private final IntPredicate isFund;
  // owned by the table that advances
  private final Map<Integer, Deque<Part>> held = new HashMap<>();
  private int next;

  FundFlow(Scope scope, IntPredicate isFund) {
    this.scope = scope;
    this.rows = scope.rows();
    this.isFund = isFund;
  }

  /** Takes in all rows before a later one, and returns what of them granted money. */
  Granted advanceTo(int end) {
    long amount = 0;
    long net = 0;
    long voted = 0;
    BigInteger waited = BigInteger.ZERO;
    for (; next < end; next++) {
      int payer = rows.payer(next);
      boolean isRefund = rows.movement(next) == Movement.REFUND;
      int original = isRefund ? rows.original(next) : next;
      if (isFund.test(payer)) {
        BigInteger time = take(payer, rows.amount(next), rows.time(next));
        if (rows.movement(next) == Movement.HOP) {
          amount += rows.amount(next);
          waited = waited.add(time);
        }
      }
      if (isFund.test(rows.payee(next))) {
        held.computeIfAbsent(rows.payee(next), account -> new ArrayDeque<>())
            .addLast(new Part(rows.time(next), rows.amount(next)));
      }
      if (rows.movement(original) == Movement.HOP && isFund.test(rows.payer(original))) {
        long signed = isRefund ? -rows.amount(next) : rows.amount(next);
        net += signed;
        voted += isVoted(original) ? signed : 0;
      }
    }
    return new Granted(amount, net, voted, waited);
  }

  private BigInteger take(int fund, long amount, long time) {
    Deque<Part> parts = held.computeIfAbsent(fund, account -> new ArrayDeque<>());
    BigInteger waited = BigInteger.ZERO;
    long left = amount;
    while (left > 0) {
      Part first = parts.removeFirst();
      long taken = Math.min(left, first.amount());
      left -= taken;
      waited =
          waited.add(BigInteger.valueOf(taken).multiply(BigInteger.valueOf(time - first.time())));
      if (first.amount() > taken) {
        parts.addFirst(new Part(first.time(), first.amount() - taken));
      }
    }
    return waited;
  }

  /** Who orders a grant names the vote as its programme. */
  private boolean isVoted(int row) {
    return scope.journal().programmeOf(row).filter(FundFlow::isVote).isPresent();
  }

  static boolean isVote(String programme) {
    return programme.equals("vote") || programme.startsWith("vote-");
  }
}
