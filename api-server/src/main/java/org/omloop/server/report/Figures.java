package org.omloop.server.report;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole circuit's figures at one size of the journal. Amounts are minor units; nothing in it is about one
 * person. All are public as they move but what was redeemed by purpose, which may be one member's own (docs/adr/0059).
 *
 * @param entries how many entries there are: the size of the tree
 * @param bookedAt when the last was booked, unix microseconds
 * @param members residents with an account
 * @param organisations organisations with an account
 * @param issued units brought into being
 * @param granted units handed out by programmes and the fund, less what went back to them
 * @param spent purchases, supplier payments, wages and gifts, before refunds
 * @param refunded given back by payees of what was spent
 * @param redeemed left for euros, less what came back
 * @param outstanding what the reserve must cover: issued less paid out
 * @param redeemedByPurpose redeemed, by declared purpose
 * @param refusals how many orders were refused, by reason
 */
public record Figures(
    long entries,
    long bookedAt,
    long members,
    long organisations,
    long issued,
    long granted,
    long spent,
    long refunded,
    long redeemed,
    long outstanding,
    SortedMap<String, Long> redeemedByPurpose,
    SortedMap<String, Long> refusals) {
  public Figures {
    redeemedByPurpose = copy(redeemedByPurpose);
    refusals = copy(refusals);
  }

  /** Returns what was spent, less refunds, for each unit issued; empty before anything is issued (circulation.md, C7). */
  public OptionalDouble spentPerIssued() {
    return issued == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (spent - refunded) / issued);
  }

  /** Returns the sum of one purpose; empty when nothing was redeemed for it. */
  public Optional<Long> redeemedFor(String purpose) {
    return Optional.ofNullable(redeemedByPurpose.get(purpose));
  }

  private static SortedMap<String, Long> copy(Map<String, Long> map) {
    return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
