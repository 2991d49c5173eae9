package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
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
      redeem e5 cheese 0.40 energy
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
    assertEquals(
        List.of("dairy near trade", "farm elsewhere trade", "mill elsewhere trade"), of("bakery"));
    assertEquals(List.of(), of("anna"));
  }

  /** The shop bought cheese, and redeemed for a farm; no organisation inside sells energy. */
  @Test
  void whatMoneyWasRedeemedForComesBeforeWhatWasBought() {
    assertEquals(
        List.of(
            "dairy elsewhere redeemed",
            "farm elsewhere redeemed",
            "mill elsewhere redeemed",
            "cheese elsewhere bought trade",
            "bakery elsewhere trade"),
        of("shop"));
    assertEquals(
        List.of("mill near bought trade", "dairy elsewhere trade", "farm elsewhere trade"),
        of("cheese"));
    assertEquals(List.of("dairy elsewhere redeemed", "farm elsewhere redeemed"), of("mill"));
  }

  /** What others of the trade buy is told to nobody while they are few; what one buys oneself is. */
  @Test
  void anOrganisationIsNotToldWhatASingleOtherBuys() {
    assertEquals(List.of(), told(SUMMER, "bakery"));
    assertEquals(of("cheese"), told(SUMMER, "cheese"));
    assertEquals(of("shop"), told(SUMMER, "shop"));
  }

  @Test
  void whatTenOthersOfTheSectionBuyIsTold() {
    assertEquals(List.of(), told(bakersWhoBuyFlour(9), "bakery"));
    assertEquals(List.of("mill same-area trade"), told(bakersWhoBuyFlour(10), "bakery"));
    assertEquals(List.of(), told(bakersWhoBuyFlour(10), "hairdresser"));
  }

  /** A circuit that publishes figures of no fewer than twelve tells its shops no more. */
  @Test
  void aStricterCircuitTellsOnlyWhatMoreOthersBuy() {
    assertEquals(List.of(), told(bakersWhoBuyFlour(11, "policy disclosureUnits=12\n"), "bakery"));
    assertEquals(
        List.of("mill same-area trade"),
        told(bakersWhoBuyFlour(12, "policy disclosureUnits=12\n"), "bakery"));
  }

  private static Scope bakersWhoBuyFlour(int count) {
    return bakersWhoBuyFlour(count, "");
  }

  private static Scope bakersWhoBuyFlour(int count, String policy) {
    StringBuilder script = new StringBuilder(policy).append("""
        open bakery organisation sector=SBI2008:10710 area=2026:BU0363MA01
        open hairdresser organisation sector=SBI2008:96021 area=2026:BU0363MA01
        open mill organisation sector=SBI2008:46210 area=2026:BU0363MA01
        """);
    for (int each = 1; each <= count; each++) {
      script.append("open maker%d organisation sector=SBI2008:1%d110\n".formatted(each, each % 5));
      script.append("issue i%d maker%d 5.00\n".formatted(each, each));
      script.append("pay p%d maker%d -> mill 1.00\n".formatted(each, each));
    }
    return TableText.scope(script.toString(), Period.month(2026, 11));
  }

  /** Energy says by itself what is sought; "other" does not. */
  @Test
  void moneyLeavesForSectorsInsideAndOutside() {
    assertEquals(
        List.of(
            "01 supplier 250 2 3 shop 200",
            "35 energy 340 2 0 shop 300",
            "? other 50 1 . cheese 50"),
        TableText.lines(SupplyGaps.of(SUMMER)));
  }

  /** The only cooperative that sells energy buys it outside: nobody inside could have sold it that. */
  @Test
  void nobodyIsItsOwnSupplier() {
    String energy = """
        open energy organisation sector=SBI2008:35110
        issue i1 energy 9.00
        redeem e1 energy 4.00 energy
        """;
    Period month = Period.month(2026, 11);
    assertEquals(
        List.of("35 energy 400 1 0 energy 400"),
        TableText.lines(SupplyGaps.of(TableText.scope(energy, month))));
    String andAnother = energy + """
        open shop organisation sector=SBI2008:47110
        issue i2 shop 9.00
        redeem e2 shop 1.00 energy
        """;
    assertEquals(
        List.of("35 energy 500 2 1 energy 400"),
        TableText.lines(SupplyGaps.of(TableText.scope(andAnother, month))));
  }

  private static List<String> of(String organisation) {
    return lines(new Suppliers(SUMMER).of(account(SUMMER, organisation)));
  }

  private static List<String> told(Scope scope, String organisation) {
    return lines(new Suppliers(scope).toldTo(account(scope, organisation)));
  }

  private static List<String> lines(List<Supplier> suppliers) {
    return suppliers.stream()
        .map(each -> each.account() + " " + each.distance().wireName() + " "
            + each.reasons().stream()
                .map(Supplier.Reason::wireName)
                .collect(Collectors.joining(" ")))
        .toList();
  }

  private static int account(Scope scope, String id) {
    return scope.rows().accounts().find(id).orElseThrow();
  }
}
