package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;

/** Where money lies still or leaves, and whom it could be paid to. */
class StuckBalancesTest {
  private static final Scope SUMMER = TableText.scope("""
      found at=2026-06-01T09:00
      open anna resident
      open bakery organisation sector=SBI2008:10710 area=2026:BU0363MA01
      open cheese organisation sector=SBI2008:10510 area=2026:BU0363MB01
      open mill organisation sector=SBI2008:01110 area=2026:BU0363MB02
      open dairy organisation sector=SBI2008:01410 area=2026:BU0363MA09
      open farm organisation sector=SBI2008:01500
      open shop organisation sector=SBI2008:47110
      open gone organisation sector=SBI2008:01500
      close gone
      issue i1 bakery 50.00
      issue i2 cheese 30.00
      issue i3 shop 20.00
      issue i4 anna 90.00
      pay p1 cheese -> mill 10.00
      at 2026-09-01T09:00
      pay p2 shop -> cheese 1.00
      redeem e1 shop 2.00 supplier sector=SBI2008:01130
      redeem e2 shop 3.00 energy sector=SBI2008:35110
      redeem e3 cheese 0.50 other
      redeem e4 mill 0.50 supplier sector=SBI2008:01130
      at 2026-10-01T00:00
      open late organisation sector=SBI2008:01500
      """, Period.quarter(2026, 3));

  /** 121 days after 1 June, 9:00; the shop, the cheesemaker and the mill paid or redeemed 29 days ago. */
  @Test
  void organisationsThatWereQuietForNinetyDaysAreListed() {
    assertEquals(List.of("bakery 5000 121 10 3"), TableText.lines(StuckBalances.of(SUMMER)));
  }

  /** A cheesemaker paid a mill: division 10 pays 01, and whoever is in the own wijk comes first. */
  @Test
  void suppliersAreThoseOfSectorsThatOnesOwnSectorPaid() {
    Suppliers suppliers = new Suppliers(SUMMER);
    assertEquals(List.of("dairy", "farm", "mill"), suppliers.of(account("bakery")));
    assertEquals(List.of("mill", "dairy", "farm"), suppliers.of(account("cheese")));
    assertEquals(List.of("bakery", "cheese"), suppliers.of(account("shop")));
    assertEquals(List.of(), suppliers.of(account("mill")));
    assertEquals(List.of(), suppliers.of(account("anna")));
  }

  @Test
  void moneyLeavesForSectorsInsideAndOutside() {
    assertEquals(
        List.of("01 supplier 250 2 3", "35 energy 300 1 0", "? other 50 1 ."),
        TableText.lines(SupplyGaps.of(SUMMER)));
  }

  private static int account(String id) {
    int account = 0;
    while (!SUMMER.rows().accounts().id(account).equals(id)) {
      account++;
    }
    return account;
  }
}
