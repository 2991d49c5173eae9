package org.omloop.server.closings;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.omloop.ledger.signing.KeyId;

/**
 * The totals of a shop over a stretch of the journal: all, by cashier, by channel. Confined to whoever adds it up.
 */
public final class Tally {
  private Totals all = Totals.NONE;
  private Totals uncashiered = Totals.NONE;
  private final SortedMap<KeyId, Totals> byCashier = new TreeMap<>();
  private final SortedMap<Channel, Totals> byChannel = new TreeMap<>();

  /** Adds one. */
  public void add(Sale sale) {
    all = all.plus(sale);
    byChannel.merge(sale.channel(), Totals.NONE.plus(sale), (before, one) -> before.plus(sale));
    Optional<KeyId> cashier = sale.cashier();
    if (cashier.isEmpty()) {
      uncashiered = uncashiered.plus(sale);
    } else {
      byCashier.merge(cashier.get(), Totals.NONE.plus(sale), (before, one) -> before.plus(sale));
    }
  }

  /** Returns the totals of all. */
  public Totals all() {
    return all;
  }

  /** Returns the totals of what no key of the shop asked for. */
  public Totals withoutCashier() {
    return uncashiered;
  }

  /** Returns the totals by the key that asked or gave back, sorted by key. */
  public SortedMap<KeyId, Totals> byCashier() {
    return new TreeMap<>(byCashier);
  }

  /** Returns the totals by channel. */
  public SortedMap<Channel, Totals> byChannel() {
    return new TreeMap<>(byChannel);
  }
}
