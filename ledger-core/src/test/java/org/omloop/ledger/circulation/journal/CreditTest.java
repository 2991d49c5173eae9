package org.omloop.ledger.circulation.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.Identities;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.CohortCalendar;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures.ExitLine;
import org.omloop.ledger.circulation.trace.Tracing;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.script.LedgerScript;

/** What is paid below zero comes in just before, and leaves first when something is received (docs/adr/0042). */
class CreditTest {
  private static final String BORROWED = """
      found at=2026-11-02T09:00
      open bakery organisation
      open mill organisation
      open anna resident
      limit bakery 50.00
      issue i1 bakery 20.00
      issue i2 anna 40.00
      later 1d
      pay p1 bakery -> mill 50.00
      later 1d
      pay p2 anna -> bakery 40.00
      """;

  private static JournalRows read(List<JournalEntry> entries) {
    JournalRows journal = new JournalRows();
    entries.forEach(journal::follow);
    return journal;
  }

  private static List<String> lines(JournalRows journal) {
    Rows rows = journal.rows();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String id = rows.id(row);
      lines.add(String.join(
          " ",
          id.substring(id.lastIndexOf('/') + 1),
          rows.kind(row).wireName(),
          name(rows, rows.payer(row)),
          name(rows, rows.payee(row)),
          Long.toString(rows.amount(row))));
    }
    return lines;
  }

  private static String name(Rows rows, int account) {
    return account == Accounts.OUTSIDE ? "-" : rows.accounts().id(account);
  }

  @Test
  void whatIsPaidBelowZeroComesInBeforeAndLeavesAfterTheNextIncome() {
    JournalRows journal = read(LedgerScript.journal(BORROWED));
    long first = journal.index(0);
    assertEquals(
        List.of(
            first + " issue - bakery 2000",
            first + 1 + " issue - anna 4000",
            first + 2 + "-1 credit - bakery 3000",
            first + 2 + " b2b bakery mill 5000",
            first + 3 + " purchase anna bakery 4000",
            first + 3 + "-1 credit bakery - 3000"),
        lines(journal));
  }

  @Test
  void creditDrawnCountsAsMoneyThatCameInAndCreditRetiredAsMoneyThatLeft() {
    Rows rows = read(LedgerScript.journal(BORROWED)).rows();
    for (Rule rule : Rule.values()) {
      Tracing tracing = new LotTracing(rows, rule, Offset.hashed());
      Books books = fold(rows, tracing, rule);
      assertEquals(9000, books.entered());
      assertEquals(3000, books.drawn());
      assertEquals(3000, books.exited());
      assertEquals(6000, books.stock());
      List<ExitLine> exits = tracing.figures(rows.time(rows.size() - 1)).exits();
      // Anna's money, two days old and passed on once: not what the bakery borrowed, which the mill
      // has.
      assertEquals(1, exits.size());
      assertEquals("credit", exits.get(0).kind().wireName());
      assertEquals(rows.id(1), exits.get(0).cohort());
      assertEquals(2, exits.get(0).residenceDays().intValueExact());
      assertEquals(1, exits.get(0).hops());
    }
  }

  /** What arrives is split evenly over its lots also where the rule would take the oldest or the newest first. */
  @Test
  void incomeOfTwoLotsRetiresAShareOfEach() {
    Rows rows = read(LedgerScript.journal("""
        found at=2026-11-02T09:00
        open bakery organisation
        open mill organisation
        open anna resident
        limit bakery 50.00
        pay p1 bakery -> mill 50.00
        issue i1 anna 50.00
        issue i2 anna 50.00
        pay p2 anna -> bakery 100.00
        """)).rows();
    for (Rule rule : Rule.values()) {
      Tracing tracing = new LotTracing(rows, rule, Offset.hashed());
      fold(rows, tracing, rule);
      List<ExitLine> exits = tracing.figures(rows.time(rows.size() - 1)).exits();
      assertEquals(List.of(2500L, 2500L), exits.stream().map(ExitLine::amount).toList());
    }
  }

  @Test
  void aRefundFindsThePaymentAndTheContributionBehindTheCredit() {
    JournalRows journal = read(LedgerScript.journal("""
        found fundAccount=pot contributionBasisPoints=1000
        open pot fund
        open anna resident
        open bakery organisation
        limit anna 90.00
        pay p1 anna -> bakery 20.00
        refund r1 p1 10.00
        """));
    Rows rows = journal.rows();
    List<String> refunded = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.original(row) != Rows.NONE) {
        refunded.add(rows.kind(rows.original(row)).wireName() + " " + rows.amount(row));
      }
    }
    assertEquals(List.of("contribution 100", "purchase 1000"), refunded);
  }

  @Test
  void rowsOfRandomBorrowersAddUpToWhatTheLedgerSays() {
    long first = Effort.seed(CreditTest.class);
    for (long seed = first; seed < first + Effort.of(20, 500); seed++) {
      List<JournalEntry> entries = LedgerScript.journal(script(new Random(seed)));
      JournalRows journal = new JournalRows();
      Map<String, Long> ledger = new HashMap<>();
      int drawn = 0;
      for (JournalEntry entry : entries) {
        journal.follow(entry);
        entry
            .postings()
            .forEach(posting -> ledger.merge(
                posting.account().value(),
                posting.side() == Side.CREDIT
                    ? posting.amount().minorUnits()
                    : -posting.amount().minorUnits(),
                Long::sum));
        drawn += ledger.values().stream().anyMatch(balance -> balance < 0) ? 1 : 0;
        checkBalances(journal.rows(), ledger, "seed " + seed + ", entry " + entry.index());
      }
      assertTrue(drawn > 5, "seed " + seed);
      checkIdentities(journal.rows());
    }
  }

  private static void checkBalances(Rows rows, Map<String, Long> ledger, String where) {
    Map<String, Long> inside = new TreeMap<>();
    Map<String, Long> owed = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      add(inside, name(rows, rows.payer(row)), -rows.amount(row));
      add(inside, name(rows, rows.payee(row)), rows.amount(row));
      if (rows.kind(row).wireName().equals("credit")) {
        add(owed, name(rows, rows.payee(row)), rows.amount(row));
        add(owed, name(rows, rows.payer(row)), -rows.amount(row));
      }
    }
    for (int account = 0; account < rows.accounts().size(); account++) {
      String name = rows.accounts().id(account);
      long balance = ledger.getOrDefault(name, 0L);
      assertEquals(Math.max(0, balance), inside.getOrDefault(name, 0L), where + ", " + name);
      assertEquals(Math.max(0, -balance), owed.getOrDefault(name, 0L), where + ", " + name);
    }
  }

  private static void add(Map<String, Long> sums, String account, long amount) {
    sums.merge(account, amount, Long::sum);
  }

  private static void checkIdentities(Rows rows) {
    for (Rule rule : Rule.values()) {
      fold(rows, new LotTracing(rows, rule, Offset.hashed()), rule);
      fold(rows, new KeyedTracing(rows, rule, Offset.hashed(), CohortCalendar.MONTHS), rule);
    }
  }

  private static Books fold(Rows rows, Tracing tracing, Rule rule) {
    Books books = new Books(rows);
    for (int row = 0; row < rows.size(); row++) {
      books.fold(row);
      tracing.fold(row);
      Identities.check(books, rule, tracing, rows.accounts());
      Identities.check(books, rule, tracing.totals(rows.time(row)));
    }
    return books;
  }

  /** Everybody may owe more than the script can take. */
  private static String script(Random random) {
    List<String> names = List.of("anna", "ben", "bakery", "mill");
    List<String> lines = new ArrayList<>(List.of(
        "found at=2026-09-20T09:00 contributionBasisPoints=1000 demurrageBasisPoints=100"
            + " fundAccount=pot giftsBetweenResidents=true redemptionFeeBasisPoints=500",
        "open pot fund",
        "open anna resident",
        "open ben resident",
        "open bakery organisation",
        "open mill organisation"));
    names.forEach(name -> lines.add("limit " + name + " 900.00"));
    List<String> payments = new ArrayList<>();
    for (int step = 0; step < 30; step++) {
      lines.add("later " + random.nextInt(90) + "h");
      String payer = names.get(random.nextInt(4));
      String payee = names.get(random.nextInt(4));
      String amount =
          String.format(Locale.ROOT, "%d.%02d", random.nextInt(9), 1 + random.nextInt(99));
      int choice = random.nextInt(6);
      if (choice == 0) {
        lines.add("issue m" + step + " " + payer + " " + amount);
      } else if (choice == 1) {
        lines.add("redeem m" + step + " " + names.get(2 + random.nextInt(2)) + " " + amount
            + " supplier");
      } else if (choice == 2 && !payments.isEmpty()) {
        lines.add(
            "refund m" + step + " " + payments.remove(random.nextInt(payments.size())) + " 0.01");
      } else if (!payer.equals(payee)) {
        lines.add("pay m" + step + " " + payer + " -> " + payee + " " + amount);
        payments.add("m" + step);
      }
    }
    return String.join("\n", lines);
  }
}
