package org.omloop.server.demo.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.omloop.ledger.account.AccountId;

/**
 * Which orders may be sent now: every account is a chain, and an order is free once it is the first undecided one on
 * each chain that it hangs on.
 *
 * <p>Confined to one thread.
 */
final class Chains {
  /** An order, how many it still waits for, and who waits for it; twice where they share two accounts. */
  private static final class Link {
    private final PlannedOrder order;
    private final List<Link> followers = new ArrayList<>();
    private int waitsFor;

    Link(PlannedOrder order) {
      this.order = order;
    }
  }

  private final Queue<Link> free =
      new PriorityQueue<>(Comparator.comparingLong((Link each) -> each.order.number()));
  private final Map<Long, Link> sent = new HashMap<>();
  private int undecided;

  /** Hangs up orders, which must come by number. */
  Chains(List<PlannedOrder> orders) {
    Map<AccountId, Link> ends = new HashMap<>();
    for (PlannedOrder order : orders) {
      Link link = new Link(order);
      order
          .touches()
          .forEach(account -> append(link, Optional.ofNullable(ends.put(account, link))));
      if (link.waitsFor == 0) {
        free.add(link);
      }
    }
    undecided = orders.size();
  }

  private static void append(Link link, Optional<Link> end) {
    end.ifPresent(before -> {
      before.followers.add(link);
      link.waitsFor++;
    });
  }

  /** Takes the earliest order that is free; empty when all that are left wait for others. */
  Optional<PlannedOrder> take() {
    Optional<Link> next = Optional.ofNullable(free.poll());
    next.ifPresent(link -> sent.put(link.order.number(), link));
    return next.map(link -> link.order);
  }

  /** Frees what waited for an order that was taken. */
  void decided(PlannedOrder order) {
    Link link = Optional.ofNullable(sent.remove(order.number())).orElseThrow();
    undecided--;
    for (Link follower : link.followers) {
      follower.waitsFor--;
      if (follower.waitsFor == 0) {
        free.add(follower);
      }
    }
  }

  /** Tells whether every order has been decided. */
  boolean areDone() {
    return undecided == 0;
  }
}
