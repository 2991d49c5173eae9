package org.omloop.server.books;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.Order;
import org.omloop.server.audit.Check;
import org.omloop.server.bank.BankDays;
import org.omloop.server.books.StoredFacts.BankFileFact;
import org.omloop.server.books.StoredFacts.BankLineFact;

/** R1 to R5: the books held against the bank. */
record ReserveChecks(JournalFacts journal, StoredFacts stored, Proof proof) {
  private static final int OLDEST_UNMATCHED = 5;

  List<AuditResult> all() {
    Reserve reserve = new Reserve(journal, stored.lines());
    return List.of(closes(reserve), totals(), pairs(reserve), nothingElse(reserve), files());
  }

  private Evidence about(AuditCheck check) {
    return new Evidence(check, journal.scale());
  }

  private AuditResult closes(Reserve reserve) {
    Evidence evidence = about(AuditCheck.R1);
    List<ReserveDay> days = reserve.days();
    if (days.isEmpty()) {
      evidence.say(
          "Nog niets te vergelijken: er is geen bankafschrift geboekt.",
          "Nothing to compare yet: no bank statement is booked.");
    }
    for (ReserveDay day : days) {
      if (day.difference() != 0) {
        evidence.differ(
            "Afschrift {} van {}: de bank heeft {}, het boek verwacht {}; verschil {}.",
            "Statement {} of {}: the bank holds {}, the books expect {}; difference {}.",
            day.statement(),
            day.day(),
            evidence.cents(day.bank()),
            evidence.cents(day.bank() - day.difference()),
            evidence.cents(day.difference()));
      }
    }
    reserve
        .now()
        .ifPresent(now -> evidence.say(
            "{} afschriften; het laatste is van {}. Bank {}, onderweg {}, zonder boeking {}, eigen geld {};"
                + " uitstaand {}.",
            "{} statements; the last is of {}. Bank {}, under way {}, unmatched {}, own money {};"
                + " outstanding {}.",
            days.size(),
            now.day(),
            evidence.cents(now.bank()),
            evidence.cents(now.underWay()),
            evidence.cents(now.unmatched()),
            evidence.cents(now.own()),
            evidence.cents(now.outstanding())));
    parts(evidence);
    return evidence.result();
  }

  /** −ISSUANCE is the sum of all other accounts. */
  private void parts(Evidence evidence) {
    Map<AccountType, Long> all = journal.bank.balances();
    long others = all.entrySet().stream()
        .filter(each -> each.getKey() != AccountType.ISSUANCE)
        .mapToLong(Map.Entry::getValue)
        .sum();
    long outstanding = -all.getOrDefault(AccountType.ISSUANCE, 0L);
    evidence.say(
        "Uitstaand {}: leden {}, programma’s {}, buurtpot {}, onderweg naar de bank {}, kosten {}.",
        "Outstanding {}: members {}, programmes {}, fund {}, in transit {}, fees {}.",
        evidence.cents(outstanding),
        evidence.cents(all.getOrDefault(AccountType.HOLDER, 0L)),
        evidence.cents(all.getOrDefault(AccountType.TREASURY, 0L)),
        evidence.cents(all.getOrDefault(AccountType.FUND, 0L)),
        evidence.cents(all.getOrDefault(AccountType.TRANSIT, 0L)),
        evidence.cents(all.getOrDefault(AccountType.FEES, 0L)));
    if (others != outstanding) {
      evidence.differ(
          "Alle andere rekeningen samen zijn {}, uitstaand is {}.",
          "All other accounts together are {}, outstanding is {}.",
          evidence.cents(others),
          evidence.cents(outstanding));
    }
  }

  private AuditResult totals() {
    Evidence evidence = about(AuditCheck.R2);
    long issued = sum(EntryKind.ISSUE);
    long paid = -sum(EntryKind.PAID_OUT);
    long back = sum(EntryKind.RETURNED);
    long outstanding = -journal.bank.balances().getOrDefault(AccountType.ISSUANCE, 0L);
    evidence.say(
        "In omloop gebracht {}, uitbetaald {}, door de bank teruggestuurd {}: uitstaand {}.",
        "Issued {}, paid out {}, sent back by the bank {}: outstanding {}.",
        evidence.cents(issued),
        evidence.cents(paid),
        evidence.cents(back),
        evidence.cents(outstanding));
    if (issued - paid + back != outstanding) {
      evidence.differ(
          "In omloop gebracht min uitbetaald is {}, uitstaand is {}.",
          "Issued less paid out is {}, outstanding is {}.",
          evidence.cents(issued - paid + back),
          evidence.cents(outstanding));
    }
    return proof.require(evidence, Check.TOTALS, Check.DECISIONS).result();
  }

  private long sum(EntryKind kind) {
    return journal.bank.orders().stream()
        .filter(each -> each.kind() == kind)
        .mapToLong(BankOrder::amount)
        .sum();
  }

  private AuditResult pairs(Reserve reserve) {
    Evidence evidence = about(AuditCheck.R3);
    long paired = 0;
    long inSum = 0;
    long underWay = 0;
    boolean isKept = !stored.lines().isEmpty();
    long neverLeft = 0;
    for (BankOrder order : journal.bank.orders()) {
      if (order.amount() == 0) {
        neverLeft++; // given back before the bank paid: no euros moved, so no line tells of it
        continue;
      }
      Optional<BankLineFact> line = reserve.line(order);
      if (line.isPresent()) {
        paired++;
        compare(order, line.get(), evidence);
      } else if (!reserve.isUnderWay(order)) {
        inSum++;
      } else if (isKept) {
        evidence.differ(
            "Boeking {} ({}) noemt bankregel {}; die staat op geen afschrift.",
            "Entry {} ({}) names bank line {}, which is on no statement.",
            order.index(),
            order.kind().wireName(),
            order.line());
      } else {
        underWay++;
      }
    }
    new PayoutPairs(journal, stored).check(evidence);
    new LineDecisions(journal, reserve, stored.lines()).checkMatches(evidence);
    evidence.say(
        "{} boekingen naast hun eigen bankregel gelegd; {} alleen in de som van hun afschrift;"
            + " {} wachten nog op een afschrift; {} zijn teruggegeven zonder dat de bank iets deed.",
        "{} entries held against their own bank line; {} only within the sum of their statement;"
            + " {} still await a statement; {} were given back without the bank.",
        paired,
        inSum,
        underWay,
        neverLeft);
    return evidence.result();
  }

  private static void compare(BankOrder order, BankLineFact line, Evidence evidence) {
    if (order.amount() != line.amount()) {
      evidence.differ(
          "Boeking {} ({}) is {}, bankregel {} is {}.",
          "Entry {} ({}) is {}, bank line {} is {}.",
          order.index(),
          order.kind().wireName(),
          evidence.cents(order.amount()),
          line.key(),
          evidence.cents(line.amount()));
    }
  }

  private AuditResult nothingElse(Reserve reserve) {
    Evidence evidence = about(AuditCheck.R4);
    List<BankLineFact> unmatched = reserve.unmatched();
    List<BankLineFact> strays = new PayoutPairs(journal, stored).strays(unmatched);
    for (BankLineFact each : strays) {
      evidence.differ(
          "Bankregel {} van {} schrijft {} af, en dat is van geen uitbetaling die bij de bank ligt.",
          "Bank line {} of {} debits {}, which is of no payout that is at the bank.",
          each.key(),
          each.bookedOn(),
          evidence.cents(-each.amount()));
    }
    for (BankLineFact each : unmatched) {
      int age = BankDays.between(each.bookedOn(), journal.today());
      if (age > OLDEST_UNMATCHED && !strays.contains(each)) {
        evidence.differ(
            "Bankregel {} van {} ({}) is na {} bankdagen nog niet geboekt.",
            "Bank line {} of {} ({}) is not booked after {} bank days.",
            each.key(),
            each.bookedOn(),
            evidence.cents(each.amount()),
            age);
      }
    }
    for (BookedStatement each : journal.bank.statements()) {
      if (reserve.hasLines(each)) {
        sums(each, evidence);
      }
    }
    new LineDecisions(journal, reserve, stored.lines()).checkSettled(evidence);
    long kept = journal.bank.statements().stream().filter(reserve::hasLines).count();
    evidence.say(
        "{} bankregels van {} afschriften gelezen; {} zonder boeking, samen {}."
            + " Van {} afschriften zijn geen regels bewaard.",
        "{} bank lines of {} statements read; {} unmatched, {} together."
            + " Of {} statements no lines are kept.",
        stored.lines().size(),
        kept,
        unmatched.size(),
        evidence.cents(unmatched.stream().mapToLong(BankLineFact::amount).sum()),
        journal.bank.statements().size() - kept);
    return evidence.result();
  }

  /** The lines of a statement are all that moved: else something else may stand between them. */
  private void sums(BookedStatement statement, Evidence evidence) {
    long lines = stored.lines().stream()
        .filter(each -> each.statement() == statement.facts().number())
        .mapToLong(BankLineFact::amount)
        .sum();
    long moved = statement.facts().credits() - statement.facts().debits();
    if (lines != moved) {
      evidence.differ(
          "De regels van afschrift {} zijn samen {}, het afschrift zegt {}.",
          "The lines of statement {} come to {}, the statement says {}.",
          statement.facts().number(),
          evidence.cents(lines),
          evidence.cents(moved));
    }
  }

  private AuditResult files() {
    Evidence evidence = about(AuditCheck.R5);
    Map<Long, BookedStatement> booked = journal.bank.statements().stream()
        .collect(toMap(each -> each.facts().number(), each -> each, (one, two) -> one));
    long last = booked.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    long same = 0;
    for (BankFileFact file : stored.files()) {
      Optional<BookedStatement> named = Optional.ofNullable(booked.get(file.statement()));
      if (named.filter(each -> isSame(file, each.facts())).isPresent()) {
        same++;
      } else if (file.statement() <= last) {
        evidence.differ(
            "Het bewaarde afschrift {} is niet dat uit het journaal.",
            "The kept statement {} is not the one that the journal names.",
            file.statement());
      }
    }
    evidence.say(
        "{} bestanden van de bank naast hun hash in het journaal gelegd; {} afschriften zonder bewaard"
            + " bestand. Een ondertekende saldobevestiging van de bank is hier niet bewaard: vraag die aan"
            + " de bank zelf.",
        "{} files of the bank held against their hash in the journal; {} statements without a kept file."
            + " No balance confirmation signed by the bank is kept here: ask the bank itself for it.",
        same,
        journal.bank.statements().size() - same);
    return evidence.result();
  }

  private static boolean isSame(BankFileFact file, Order.Statement facts) {
    return file.sha256().equals(facts.fileHash())
        && file.credits() == facts.credits()
        && file.debits() == facts.debits()
        && file.closing() == facts.closing();
  }
}
