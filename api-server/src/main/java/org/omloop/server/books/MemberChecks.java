package org.omloop.server.books;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.audit.Check;

/** B1 to B6: what members did, and what may be abuse. */
record MemberChecks(JournalFacts journal, StoredFacts stored, Proof proof) {
  private static final long DORMANT_MONTHS = 24;
  private static final List<Long> BUCKETS = List.of(3L, 6L, 12L, DORMANT_MONTHS);

  List<AuditResult> all() {
    return List.of(acceptors(), caps(), doubles(), ibans(), roundTrips(), dormant());
  }

  private Evidence about(AuditCheck check) {
    return new Evidence(check, journal.scale());
  }

  private AuditResult acceptors() {
    Evidence evidence = about(AuditCheck.B1);
    evidence.say(
        "{} betalingen aan organisaties naast de regels van dat moment gelegd: open rekening, gebied en"
            + " branche toegelaten. Contracten staan in het dossier, niet in het journaal.",
        "{} payments to organisations held against the rules of their moment: account open, area and"
            + " sector admitted. Contracts are in the member’s file, not in the journal.",
        journal.limits.receipts());
    journal
        .limits
        .notAdmitted()
        .forEach(each -> evidence.differ(
            "Boeking {} betaalt {}, die toen niet toegelaten was.",
            "Entry {} pays {}, which was not admitted then.",
            each.index(),
            each.account()));
    return proof.require(evidence, Check.DECISIONS).result();
  }

  private AuditResult caps() {
    Evidence evidence = about(AuditCheck.B2);
    evidence.say(
        "{} bijschrijvingen naast het maximum van dat moment gelegd; wat terugkomt mag erboven.",
        "{} credits held against the cap of their moment; what comes back may pass it.",
        journal.limits.capped());
    journal
        .limits
        .aboveCap()
        .forEach(each -> evidence.differ(
            "Na boeking {} staat {} op {}, het maximum is {}.",
            "After entry {} account {} stands at {}, the cap is {}.",
            each.index(),
            each.account(),
            evidence.cents(each.balance()),
            evidence.cents(each.limit())));
    return proof.require(evidence, Check.DECISIONS).result();
  }

  private AuditResult doubles() {
    Evidence evidence = about(AuditCheck.B3);
    stored
        .doubles()
        .ifPresentOrElse(
            found -> {
              evidence.say(
                  "De blinde index van de persoonsgegevens is doorzocht.",
                  "The blind index of the personal data was searched.");
              found.forEach(each -> evidence.differ("{}", "{}", each));
            },
            () -> evidence.say(
                "Nog niets te vergelijken: de controle kan de persoonsgegevens niet inzien.",
                "Nothing to compare yet: the audit may not look into the personal data."));
    return evidence.result();
  }

  private AuditResult ibans() {
    Evidence evidence = about(AuditCheck.B4);
    evidence.say(
        "{} inwisselingen: naar welke bankrekening, volgens de hash in de opdracht.",
        "{} redemptions: to which bank account, by the hash in the order.",
        journal.members.asked().size());
    journal
        .members
        .changedIbans()
        .forEach(each -> evidence.say(
            "Inwisseling {} van {} noemt een andere hash dan {} dagen ervoor. Vergelijk de rekeningen bij het"
                + " kantoor: op een ander toestel heeft dezelfde rekening een andere hash.",
            "Redemption {} of {} names another hash than {} days before. Compare the accounts at the"
                + " office: from another device the same account has another hash.",
            each.index(),
            each.account(),
            each.days()));
    return evidence.result();
  }

  private AuditResult roundTrips() {
    Evidence evidence = about(AuditCheck.B5);
    long leaving = 0;
    for (MemberFold.RoundTrip each : journal.members.roundTrips()) {
      if (each.purpose() == Purpose.LEAVING) {
        leaving++;
      } else {
        evidence.differ(
            "Inwisseling {} van {}: {} ingewisseld, {} dagen nadat {} was bijgeschreven.",
            "Redemption {} of {}: {} redeemed, {} days after {} had been issued.",
            each.index(),
            each.account(),
            evidence.cents(each.redeemed()),
            each.days(),
            evidence.cents(each.issued()));
      }
    }
    return evidence
        .say(
            "{} keer wisselde iemand in binnen 14 dagen na een bijschrijving, waarvan {} bij vertrek.",
            "{} times somebody redeemed within 14 days after an issue, {} of them on leaving.",
            journal.members.roundTrips().size(),
            leaving)
        .result();
  }

  private AuditResult dormant() {
    Evidence evidence = about(AuditCheck.B6);
    long[] counts = new long[BUCKETS.size()];
    long[] sums = new long[BUCKETS.size()];
    for (Account each : journal.ledger().accounts()) {
      long months = quietMonths(each);
      for (int at = BUCKETS.size() - 1; at >= 0; at--) {
        if (months >= BUCKETS.get(at)) {
          counts[at]++;
          sums[at] += each.balance().minorUnits();
          break;
        }
      }
      if (months >= DORMANT_MONTHS) {
        evidence.differ(
            "Rekening {} met {} ligt al {} maanden stil.",
            "Account {} with {} has been still for {} months.",
            each.id(),
            evidence.cents(each.balance().minorUnits()),
            months);
      }
    }
    for (int at = 0; at < counts.length; at++) {
      evidence.say(
          "Stil sinds {} maanden of langer: {} rekeningen, samen {}.",
          "Still for {} months or longer: {} accounts, {} together.",
          BUCKETS.get(at),
          counts[at],
          evidence.cents(sums[at]));
    }
    return evidence.result();
  }

  private long quietMonths(Account account) {
    boolean counts = account.type() == AccountType.HOLDER
        && account.status() != AccountStatus.CLOSED
        && account.balance().minorUnits() > 0;
    Optional<LocalDate> since = journal.members.active(account.id()).map(Days::of);
    return counts && since.isPresent()
        ? ChronoUnit.MONTHS.between(since.get(), journal.today())
        : -1;
  }
}
