package org.omloop.server.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.server.audit.Check;
import org.omloop.server.bank.BankDays;
import org.omloop.server.books.StoredFacts.BankLineFact;
import org.omloop.server.books.StoredFacts.NumberSeries;

/** C1 to C5: complete, in its period, and in time. */
record RecordChecks(JournalFacts journal, StoredFacts stored, Proof proof) {
  private static final int OLDEST = 5;

  /** An entry and the date that the bank gives its line. */
  private record Dated(BankOrder order, LocalDate bank) {}

  List<AuditResult> all() {
    Reserve reserve = new Reserve(journal, stored.lines());
    return List.of(orders(), numbers(), cutOff(reserve), ages(reserve), times(reserve));
  }

  private Evidence about(AuditCheck check) {
    return new Evidence(check, journal.scale());
  }

  private AuditResult orders() {
    Evidence evidence = about(AuditCheck.C1);
    long size = journal.ledger().size();
    evidence.say(
        "{} boekingen, {} rijen in de database, {} verschillende opdrachten.",
        "{} entries, {} rows in the database, {} different orders.",
        size,
        stored.index().rows(),
        stored.index().orders());
    if (stored.index().rows() != size || stored.index().orders() != size) {
      evidence.differ(
          "Het aantal rijen of opdrachten is niet {}.",
          "The number of rows or orders is not {}.",
          size);
    }
    return proof.require(evidence, Check.DECISIONS).result();
  }

  private AuditResult numbers() {
    Evidence evidence = about(AuditCheck.C2);
    for (NumberSeries each : stored.numbers()) {
      if (each.count() != each.highest()) {
        evidence.differ(
            "{}: {} stuks, het hoogste nummer is {}.",
            "{}: {} of them, the highest number is {}.",
            each.name(),
            each.count(),
            each.highest());
      }
    }
    long last = 0;
    long breaks = 0;
    for (BookedStatement each : journal.bank.statements()) {
      breaks += last > 0 && each.facts().number() != last + 1 ? 1 : 0;
      last = each.facts().number();
    }
    evidence.say(
        "{} reeksen van afsluitingen; {} bankafschriften, het laatste heeft nummer {}; {} keer sloeg de"
            + " bank een nummer over terwijl het saldo aansloot.",
        "{} series of closings; {} bank statements, the last has number {}; {} times the bank left a"
            + " number out while the balances joined.",
        stored.numbers().size(),
        journal.bank.statements().size(),
        last,
        breaks);
    return evidence.result();
  }

  private List<Dated> dated(Reserve reserve) {
    List<Dated> dated = new ArrayList<>();
    for (BankOrder each : journal.bank.orders()) {
      Optional<BankLineFact> line = reserve.line(each);
      line.ifPresent(known -> dated.add(new Dated(each, known.bookedOn())));
    }
    return dated;
  }

  private AuditResult cutOff(Reserve reserve) {
    Evidence evidence = about(AuditCheck.C3);
    long later = 0;
    for (Dated each : dated(reserve)) {
      YearMonth bank = YearMonth.from(each.bank());
      YearMonth books = YearMonth.from(each.order().day());
      if (books.isBefore(bank)) {
        evidence.differ(
            "Boeking {} ({}) staat in {}, de bank boekte in {}.",
            "Entry {} ({}) stands in {}, the bank booked in {}.",
            each.order().index(),
            evidence.cents(each.order().amount()),
            books,
            bank);
      } else if (books.isAfter(bank)) {
        later++;
        evidence.say(
            "Boeking {} ({}) staat in {}, de bank boekte in {}.",
            "Entry {} ({}) stands in {}, the bank booked in {}.",
            each.order().index(),
            evidence.cents(each.order().amount()),
            books,
            bank);
      }
    }
    evidence.say(
        "{} boekingen naast de datum van de bank gelegd; {} staan in een latere maand.",
        "{} entries held against the bank’s date; {} stand in a later month.",
        dated(reserve).size(),
        later);
    return evidence.result();
  }

  private AuditResult ages(Reserve reserve) {
    Evidence evidence = about(AuditCheck.C4);
    TreeMap<Integer, Long> redemptions = new TreeMap<>();
    for (MemberFold.Asked each : journal.members.asked()) {
      if (each.settled().isEmpty()) {
        int age = BankDays.between(Days.of(each.bookedAt()), journal.today());
        redemptions.merge(Math.min(age, OLDEST + 1), 1L, Long::sum);
        if (age > OLDEST) {
          evidence.differ(
              "Inwisseling {} ({}) wacht al {} bankdagen op de bank.",
              "Redemption {} ({}) has waited {} bank days for the bank.",
              each.index(),
              evidence.cents(each.payout()),
              age);
        }
      }
    }
    long held =
        journal.ledger().accounts().stream().mapToLong(each -> each.held()).sum();
    evidence.say(
        "Open inwisselingen per leeftijd in bankdagen: {}. Gereserveerd bij winkels: {}. Bankregels zonder"
            + " boeking: {}.",
        "Open redemptions by age in bank days: {}. Held for shops: {}. Unmatched bank lines: {}.",
        redemptions.isEmpty() ? "0" : redemptions,
        evidence.cents(held),
        reserve.unmatched().size());
    return evidence.result();
  }

  private AuditResult times(Reserve reserve) {
    Evidence evidence = about(AuditCheck.C5);
    long largest = 0;
    for (Dated each : dated(reserve)) {
      long days = ChronoUnit.DAYS.between(each.bank(), each.order().day());
      largest = Math.max(largest, Math.abs(days));
      if (days < -1) {
        evidence.differ(
            "Boeking {} is van {}, de bank boekte pas op {}.",
            "Entry {} is of {}, the bank booked only on {}.",
            each.order().index(),
            each.order().day(),
            each.bank());
      }
    }
    for (BookedStatement each : journal.bank.statements()) {
      long days = ChronoUnit.DAYS.between(each.day(), Days.of(each.bookedAt()));
      largest = Math.max(largest, Math.abs(days));
      if (days < -1) {
        evidence.differ(
            "Afschrift {} gaat tot {} en is al op {} geboekt.",
            "Statement {} goes up to {} and was booked on {} already.",
            each.facts().number(),
            each.day(),
            Days.of(each.bookedAt()));
      }
    }
    evidence.say(
        "De tijden van alle boekingen lopen op; het grootste verschil met de bank is {} dagen.",
        "The times of all entries rise; the largest difference to the bank is {} days.",
        largest);
    return proof.require(evidence, Check.TIMES).result();
  }
}
