package org.omloop.server.demo.market;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/**
 * The figures that a plan leads to, computed from the plan alone; a ledger that has played it must show the same.
 * Amounts are minor units. What policy adds by itself (contributions, demurrage) is not in them. Immutable.
 *
 * @param intents how many intents there are, refused ones included
 * @param issued brought into being, treasuries included
 * @param granted handed out by programmes and the fund
 * @param spentByKind paid between members, before refunds: PURCHASE (captures included), B2B, WAGE, GIFT
 * @param refunded given back by payees
 * @param redeemedByPurpose turned into euros, less what came back; a purpose that did not occur is absent
 * @param paidOut redemptions that the bank has paid, those it sent back later included
 * @param returned what the bank sent back
 * @param refusals how many intents are refused, by reason
 */
public record PlannedFigures(
    long intents,
    long issued,
    long granted,
    Map<EntryKind, Long> spentByKind,
    long refunded,
    Map<Purpose, Long> redeemedByPurpose,
    long paidOut,
    long returned,
    Map<Refusal, Long> refusals) {
  public PlannedFigures {
    spentByKind = inOrder(EntryKind.class, spentByKind);
    redeemedByPurpose = inOrder(Purpose.class, redeemedByPurpose);
    refusals = inOrder(Refusal.class, refusals);
  }

  private static <K extends Enum<K>> Map<K, Long> inOrder(Class<K> keys, Map<K, Long> table) {
    Map<K, Long> ordered = new EnumMap<>(keys);
    ordered.putAll(table);
    return Collections.unmodifiableMap(ordered);
  }

  /** Returns the figures of a plan's intents. */
  public static PlannedFigures of(Neighbourhood neighbourhood, Stream<Intent> intents) {
    FigureFold fold = new FigureFold(neighbourhood);
    intents.forEachOrdered(fold::take);
    return fold.figures();
  }

  /** Returns all that was spent, before refunds. */
  public long spent() {
    return sum(spentByKind);
  }

  /** Returns all that was redeemed. */
  public long redeemed() {
    return sum(redeemedByPurpose);
  }

  /** Returns what is in being: issued less redeemed, once all redemptions are paid out. */
  public long outstanding() {
    return issued - redeemed();
  }

  /** Tells whether the bank has paid all that was redeemed. */
  public boolean isPaidOut() {
    return redeemed() == paidOut - returned;
  }

  private static long sum(Map<?, Long> table) {
    return table.values().stream().mapToLong(Long::longValue).sum();
  }
}
