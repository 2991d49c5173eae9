package org.omloop.server.books;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
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
      if (order.kind() == EntryKind.ISSUE && !line.get().names(order.account())) {
        byHand++;
        match(order, line.get(), evidence);
      }
    }
    evidence.say(
        "{} regels zijn met de hand toegewezen.", "{} lines were matched by hand.", byHand);
  }

  private void match(BankOrder order, BankLineFact line, Evidence evidence) {
    if (order.people() < 2) {
      evidence.differ(
          "Boeking {}: bankregel {} is met de hand toegewezen door één mens.",
          "Entry {}: bank line {} was matched by hand by one person.",
          order.index(),
          line.key());
    }
    line.decision()
        .filter(each -> each.kind() == DecisionKind.MATCH)
        .filter(each -> new SignedDecision(journal, each, Set.of(line.key())).isSaid())
        .ifPresentOrElse(
            each -> evidence.say(
                "Boeking {}: bankregel {} ({}) is met de hand toegewezen op {} door {}: {}",
                "Entry {}: bank line {} ({}) was matched by hand on {} by {}: {}",
                order.index(),
                line.key(),
                line.why(),
                each.on(),
                holder(each.by()).orElse("?"),
                each.reason()),
            () -> evidence.differ(
                "Boeking {}: bankregel {} ({}) is met de hand toegewezen zonder reden.",
                "Entry {}: bank line {} ({}) was matched by hand without a reason.",
                order.index(),
                line.key(),
                line.why()));
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
      if (decision.kind() == DecisionKind.RETURN) {
        sameAccount(id, about, evidence);
      }
    });
    own(evidence);
  }

  /** Money goes back to where it came from; where a bank names no account, or it was erased, nobody can tell. */
  private static void sameAccount(String id, List<BankLineFact> about, Evidence evidence) {
    List<String> named =
        about.stream().map(BankLineFact::other).flatMap(Optional::stream).toList();
    if (Set.copyOf(named).size() > 1) {
      evidence.differ(
          "Besluit {}: het geld ging niet terug naar de rekening waar het vandaan kwam.",
          "Decision {}: the money did not go back to the account it came from.",
          id);
    } else if (named.size() < about.size()) {
      evidence.say(
          "Besluit {}: van {} van {} regels is de andere rekening niet bekend.",
          "Decision {}: of {} of {} lines the other account is not known.",
          id,
          about.size() - named.size(),
          about.size());
    }
  }

  /** Returns the day since which the sum has been below nought, or above it, without a break; empty when it is not. */
  private static Optional<LocalDate> since(List<BankLineFact> own, LongPredicate isOff) {
    Optional<LocalDate> since = Optional.empty();
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    own.forEach(each -> days.merge(each.bookedOn(), each.amount(), Long::sum));
    long sum = 0;
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      sum += day.getValue();
      if (!isOff.test(sum)) {
        since = Optional.empty();
      } else if (since.isEmpty()) {
        since = Optional.of(day.getKey());
      }
    }
    return since;
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
    if (isLong(since(own, each -> each > 0))) {
      evidence.differ(
          "Eigen geld van {} staat na {} bankdagen nog op de rekening.",
          "Own money of {} is still on the account after {} bank days.",
          evidence.cents(sum),
          LONGEST_SHORT);
    }
    if (isLong(since(own, each -> each < 0))) {
      evidence.differ(
          "Kosten van {} zijn na {} bankdagen nog niet aangevuld.",
          "Costs of {} have not been made up after {} bank days.",
          evidence.cents(-sum),
          LONGEST_SHORT);
    }
  }

  private boolean isLong(Optional<LocalDate> since) {
    return since
        .filter(each -> BankDays.between(each, journal.today()) > LONGEST_SHORT)
        .isPresent();
  }

  /** What is kept is what two people signed. */
  void checkTwoPeople(Evidence evidence) {
    settled().forEach((id, about) -> {
      DecisionFact decision = about.get(0).decision().orElseThrow();
      SignedDecision signed = new SignedDecision(
          journal, decision, about.stream().map(BankLineFact::key).collect(toSet()));
      if (!signed.isByTwo()) {
        evidence.differ(
            "Besluit {} over bankregels is niet van twee mensen.",
            "Decision {} about bank lines is not of two people.",
            id);
      } else if (!signed.isSaid() || !signed.isAgreedTo()) {
        evidence.differ(
            "Besluit {} over bankregels is anders bewaard dan twee mensen het tekenden.",
            "Decision {} about bank lines is kept otherwise than two people signed it.",
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
