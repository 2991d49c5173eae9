package org.omloop.ledger.circulation.trace;

import org.omloop.ledger.circulation.number.WideSum;

/**
 * What a tracing adds up over everything that has come in, whether it left or is inside. Sums of amount × time are in
 * minor units × milliseconds.
 *
 * <p>Not thread-safe.
 */
final class TraceTotals {
  // owned by the figures being made
  long exited;
  long open;
  long hoppedOnce;
  long hoppedTwice;
  long spellAmount;
  final WideSum exitedHops = new WideSum();
  final WideSum openHops = new WideSum();
  final WideSum exitedAge = new WideSum();
  final WideSum openAge = new WideSum();
  final WideSum openIdle = new WideSum();
  final WideSum spellTime = new WideSum();

  /** Adds money that has left, after some hops and at some age. */
  void exit(long amount, int hops, long age) {
    exited += amount;
    exitedHops.addProduct(amount, hops);
    exitedAge.addProduct(amount, age);
    reached(amount, hops);
  }

  /** Adds money that is inside, and has been with its holder for some time. */
  void open(long amount, int hops, long age, long idle) {
    open += amount;
    openHops.addProduct(amount, hops);
    openAge.addProduct(amount, age);
    openIdle.addProduct(amount, idle);
    reached(amount, hops);
  }

  /** Adds money that has been passed on so often. */
  void reached(long amount, int hops) {
    hoppedOnce += hops >= 1 ? amount : 0;
    hoppedTwice += hops >= 2 ? amount : 0;
  }

  /** Returns the same sums, to which other money can be added. */
  TraceTotals copy() {
    TraceTotals copy = new TraceTotals();
    copy.exited = exited;
    copy.open = open;
    copy.hoppedOnce = hoppedOnce;
    copy.hoppedTwice = hoppedTwice;
    copy.spellAmount = spellAmount;
    copy.exitedHops.add(exitedHops);
    copy.openHops.add(openHops);
    copy.exitedAge.add(exitedAge);
    copy.openAge.add(openAge);
    copy.openIdle.add(openIdle);
    copy.spellTime.add(spellTime);
    return copy;
  }
}
