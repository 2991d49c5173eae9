package org.omloop.ledger.circulation.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.script.LedgerScript;

/** Every movement that touches the circuit becomes a row, with what the journal knows of it. */
class JournalRowsTest {
  private static final String MARKET = """
      found fundAccount=pot contributionBasisPoints=250
      open city treasury
      key city-1 on city rights=pay by chair+treasurer
      key city-2 on city rights=pay by chair+treasurer
      open pot fund
      open anna resident area=2026:BU0363MA01
      open bakery organisation sector=SBI2008:10710
      issue i1 city 100.00
      grant g1 city -> anna 60.00 programme=youth by city-1+city-2
      pay p1 anna -> bakery 20.00
      pay p2 anna -> bakery 99.00 refused insufficient-funds
      refund r1 p1 5.00
      redeem e1 bakery 2.00 supplier
      paid-out b1 e1
      classify anna resident area=2026:BU0363MB01
      """;

  @Test
  void onlyWhatTouchesTheCircuitBecomesARow() {
    JournalRows journal = read(MARKET);
    assertEquals(
        List.of(
            "grant null anna 6000",
            "purchase anna bakery 2000",
            "contribution bakery pot 50",
            "refund pot bakery 12",
            "refund bakery anna 500",
            "redeem bakery null 200"),
        lines(journal));
  }

  @Test
  void aRowIsNamedAfterTheJournalAndTheEntry() {
    JournalRows journal = read(MARKET);
    String origin = journal.genesis().orElseThrow().terms().ledger();
    assertEquals(origin + "/" + journal.index(1), journal.rows().id(1));
    assertEquals("a/7-2", new RowId("a", 7, 2).toString());
  }

  @Test
  void programmesAndPurposesStayKnown() {
    JournalRows journal = read(MARKET);
    assertEquals(Optional.of("youth"), journal.programmeOf(0));
    assertEquals(Optional.empty(), journal.programmeOf(1));
    assertEquals(Optional.of(Purpose.SUPPLIER), journal.purpose(5));
    assertEquals(Optional.empty(), journal.purpose(0));
    assertEquals(2, journal.rows().original(3));
    assertEquals(1, journal.rows().original(4));
    assertEquals(Rows.NONE, journal.rows().original(1));
  }

  @Test
  void aRedemptionTellsWhatIsMissingAndItsFee() {
    JournalRows journal = read("""
        found redemptionFeeBasisPoints=1000
        open bakery organisation
        issue i1 bakery 50.00
        redeem e1 bakery 10.00 supplier sector=SBI2008:10610
        redeem e2 bakery 5.00 wages
        returned b1 e1
        """);
    assertEquals(
        List.of(
            "issue null bakery 5000",
            "redeem bakery null 900",
            "redeem bakery null 100",
            "redeem bakery null 450",
            "redeem bakery null 50",
            "issue null bakery 900",
            "issue null bakery 100"),
        lines(journal));
    assertEquals(Optional.of(Purpose.SUPPLIER), journal.purpose(1));
    assertEquals(Optional.of(Purpose.FEE), journal.purpose(2));
    assertEquals(Optional.of("SBI2008:10610"), journal.missingSector(1));
    assertEquals(Optional.empty(), journal.missingSector(2));
    assertEquals(Optional.empty(), journal.missingSector(3));
    assertFalse(journal.isReturned(0));
    assertTrue(journal.isReturned(5));
    assertTrue(journal.isReturned(6));
  }

  @Test
  void anAccountIsThereFromOneEntryUntilAnother() {
    JournalRows journal = read("""
        found at=2026-11-02T09:00
        open anna resident
        at 2026-11-03T09:00
        open ben resident
        close anna
        """);
    assertEquals(Optional.of(journal.size() - 1), journal.closed(0));
    assertEquals(Optional.empty(), journal.closed(1));
    long day = Instant.parse("2026-11-03T09:00:00Z").toEpochMilli();
    assertEquals(day, journal.bookedAt(journal.opened(1)));
    assertEquals(day - 86_400_000, journal.bookedAt(0));
    assertThrows(IllegalArgumentException.class, () -> journal.bookedAt(journal.size()));
  }

  @Test
  void aClassificationIsAsItWasKnownThen() {
    JournalRows journal = read(MARKET);
    assertEquals("2026:BU0363MA01", journal.traits(1, journal.size() - 1).area());
    assertEquals("2026:BU0363MB01", journal.traits(1, journal.size()).area());
  }

  @Test
  void aSkippedEntryIsRefused() {
    List<JournalEntry> entries = LedgerScript.journal(MARKET);
    JournalRows journal = new JournalRows();
    journal.follow(entries.get(0));
    assertThrows(IllegalArgumentException.class, () -> journal.follow(entries.get(2)));
  }

  private static JournalRows read(String script) {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script).forEach(journal::follow);
    return journal;
  }

  private static List<String> lines(JournalRows journal) {
    Rows rows = journal.rows();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(String.join(
          " ",
          rows.kind(row).wireName(),
          name(rows, rows.payer(row)),
          name(rows, rows.payee(row)),
          Long.toString(rows.amount(row))));
    }
    return lines;
  }

  private static String name(Rows rows, int account) {
    return account == Accounts.OUTSIDE ? "null" : rows.accounts().id(account);
  }
}
