package org.omloop.server.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.books.StoredFacts.BankLineFact;
import org.omloop.server.books.StoredFacts.DecisionFact;

/** Costs are made up within five bank days, each time anew; and own money does not stay. */
class OwnMoneyTest {
  private static JournalFacts journal;

  @BeforeAll
  static void play() {
    journal = new AuditedMarket().facts();
  }

  private static BankLineFact line(DecisionKind kind, int daysAgo, long amount, String other) {
    LocalDate day = journal.today().minusDays(daysAgo);
    String id = kind + " " + daysAgo + " " + amount;
    DecisionFact decision = new DecisionFact(
        kind == DecisionKind.RETURN ? "pair" : id,
        kind,
        "why",
        "one",
        Optional.of("two"),
        day,
        true,
        "",
        Optional.of(""));
    return new BankLineFact(
        id, 1, day, amount, "", Optional.empty(), Optional.of(other), Optional.of(decision));
  }

  private static BankLineFact own(int daysAgo, long amount) {
    return line(amount < 0 ? DecisionKind.COSTS : DecisionKind.OWN_MONEY, daysAgo, amount, "a");
  }

  private static List<String> differences(BankLineFact... lines) {
    List<BankLineFact> all = new ArrayList<>(Stream.of(lines).toList());
    Evidence evidence = new Evidence(AuditCheck.R4, 2);
    new LineDecisions(journal, new Reserve(journal, all), all).checkSettled(evidence);
    return evidence.result().differences().stream().map(String::valueOf).toList();
  }

  @Test
  void theClockStartsWithEachRoundOfCosts() {
    assertEquals(List.of(), differences(own(40, -500), own(38, 500), own(1, -500)));
    assertEquals(1, differences(own(40, -500), own(38, 400)).size(), "not all of it");
  }

  @Test
  void ownMoneyDoesNotStay() {
    assertEquals(List.of(), differences(own(1, 500)));
    assertEquals(1, differences(own(40, 500)).size());
  }

  @Test
  void moneyThatWentBackToAnotherAccountIsFound() {
    assertEquals(
        List.of(),
        differences(
            line(DecisionKind.RETURN, 3, 500, "a"), line(DecisionKind.RETURN, 2, -500, "a")));
    assertEquals(
        1,
        differences(line(DecisionKind.RETURN, 3, 500, "a"), line(DecisionKind.RETURN, 2, -500, "b"))
            .size());
  }
}
