package org.omloop.server.books;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.bank.BankDays;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.books.StoredFacts.BankLineFact;
import org.omloop.server.books.StoredFacts.DecisionFact;

/** What people decided about bank lines, held against the journal and against what it has to add up to. */
record LineDecisions(JournalFacts journal, Reserve reserve, List<BankLineFact> lines) {
  private static final int LONGEST_SHORT = 5;

  /** Whoever issued against a line that names nobody said why; and what is settled is not booked as well. */
  void checkMatches(Evidence evidence) {
    long byHand = 0;
    for (BankOrder order : journal.bank.orders()) {
      Optional<BankLineFact> line = reserve.line(order);
      if (line.isEmpty()) {
        continue;
      }
      if (line.get().isSettled()) {
        evidence.differ(
            "Boeking {} noemt bankregel {}, die twee mensen anders hebben afgedaan.",
            "Entry {} names bank line {}, which two people have settled otherwise.",
            order.index(),
            order.line());
      }
      if (order.kind() == EntryKind.ISSUE && !line.get().reason().isEmpty()) {
        byHand++;
        match(order, line.get(), evidence);
      }
    }
    evidence.say(
        "{} regels zijn met de hand toegewezen.", "{} lines were matched by hand.", byHand);
  }

  private void match(BankOrder order, BankLineFact line, Evidence evidence) {
    line.decision()
        .filter(each -> each.kind() == DecisionKind.MATCH)
        .ifPresentOrElse(
            each -> evidence.say(
                "Boeking {}: bankregel {} ({}) is met de hand toegewezen op {} door {}: {}",
                "Entry {}: bank line {} ({}) was matched by hand on {} by {}: {}",
                order.index(),
                line.key(),
                line.reason(),
                each.on(),
                holder(each.by()).orElse("?"),
                each.reason()),
            () -> evidence.differ(
                "Boeking {}: bankregel {} ({}) is met de hand toegewezen zonder reden.",
                "Entry {}: bank line {} ({}) was matched by hand without a reason.",
                order.index(),
                line.key(),
                line.reason()));
  }

  /** What went back or was taken back comes to nought, and what the bank cost has been made up. */
  void checkSettled(Evidence evidence) {
    settled().forEach((id, about) -> {
      DecisionFact decision = about.get(0).decision().orElseThrow();
      long sum = about.stream().mapToLong(BankLineFact::amount).sum();
      evidence.say(
          "Besluit {} ({}) van {} over {} regels, samen {}: {}",
          "Decision {} ({}) of {} about {} lines, {} together: {}",
          id,
          decision.kind().wireName(),
          decision.on(),
          about.size(),
          evidence.cents(sum),
          decision.reason());
      boolean mustBeNought =
          decision.kind() == DecisionKind.RETURN || decision.kind() == DecisionKind.REVERSAL;
      if (mustBeNought && sum != 0) {
        evidence.differ(
            "Besluit {}: de regels heffen elkaar niet op, er blijft {}.",
            "Decision {}: its lines do not cancel out, {} is left.",
            id,
            evidence.cents(sum));
      }
    });
    own(evidence);
  }

  private void own(Evidence evidence) {
    List<BankLineFact> own = lines.stream().filter(Reserve::isOwn).toList();
    long sum = own.stream().mapToLong(BankLineFact::amount).sum();
    if (own.isEmpty()) {
      return;
    }
    evidence.say(
        "Eigen geld van de beheerder op de rekening: {}.",
        "The operator’s own money on the account: {}.",
        evidence.cents(sum));
    Optional<LocalDate> since = own.stream()
        .filter(each -> each.amount() < 0)
        .map(BankLineFact::bookedOn)
        .min(LocalDate::compareTo);
    if (sum < 0 && BankDays.between(since.orElseThrow(), journal.today()) > LONGEST_SHORT) {
      evidence.differ(
          "Kosten van {} zijn na {} bankdagen nog niet aangevuld.",
          "Costs of {} have not been made up after {} bank days.",
          evidence.cents(-sum),
          LONGEST_SHORT);
    }
  }

  /** Two keys of one person are one person. */
  void checkTwoPeople(Evidence evidence) {
    settled().forEach((id, about) -> {
      DecisionFact decision = about.get(0).decision().orElseThrow();
      Optional<String> second = decision.second().flatMap(this::holder);
      if (second.isEmpty() || second.equals(holder(decision.by()))) {
        evidence.differ(
            "Besluit {} over bankregels is niet van twee mensen.",
            "Decision {} about bank lines is not of two people.",
            id);
      }
    });
    evidence.say(
        "{} besluiten over bankregels zijn van twee mensen.",
        "{} decisions about bank lines are of two people.",
        settled().size());
  }

  private Map<String, List<BankLineFact>> settled() {
    return lines.stream()
        .filter(BankLineFact::isSettled)
        .collect(groupingBy(each -> each.decision().orElseThrow().id(), TreeMap::new, toList()));
  }

  private Optional<String> holder(String key) {
    return journal.ledger().key(new KeyId(key)).map(EnrolledKey::holder);
  }
}
