package org.omloop.server.books;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.audit.Check;
import org.omloop.server.books.StoredFacts.StoredAccount;

/** L1 to L7: the ledger in itself, and what is stored beside it. */
record LedgerChecks(JournalFacts journal, StoredFacts stored, Proof proof) {
  List<AuditResult> all() {
    return List.of(
        sums(), trialBalance(), limits(), whole(), storedBalances(), unchangeable(), refunds());
  }

  private Evidence about(AuditCheck check) {
    return new Evidence(check, journal.scale());
  }

  private AuditResult sums() {
    long sum =
        journal.bank.balances().values().stream().mapToLong(Long::longValue).sum();
    Evidence evidence = about(AuditCheck.L1)
        .say(
            "{} boekingen; {} rekeningen zijn samen {}.",
            "{} entries; {} accounts together are {}.",
            proof.report().verified(),
            journal.ledger().accounts().size(),
            new Cents(sum, journal.scale()));
    if (sum != 0) {
      evidence.differ(
          "Alle rekeningen samen zijn {} en niet nul.",
          "All accounts together are {} and not zero.",
          evidence.cents(sum));
    }
    return proof.require(evidence, Check.TOTALS).result();
  }

  private AuditResult trialBalance() {
    Evidence evidence = about(AuditCheck.L2);
    evidence.say(
        "De boekingen van {} rekeningen apart opgeteld en naast hun saldo gelegd.",
        "The postings of {} accounts added up apart and held against their balance.",
        journal.ledger().accounts().size());
    return proof.require(evidence, Check.TOTALS, Check.DECISIONS).result();
  }

  private AuditResult limits() {
    Evidence evidence = about(AuditCheck.L3);
    evidence.say(
        "{} saldi na hun boeking naast hun limiet gelegd.",
        "{} balances held against their limit after their entry.",
        journal.limits.balances());
    journal
        .limits
        .belowLimit()
        .forEach(each -> evidence.differ(
            "Na boeking {} staat rekening {} op {}, de limiet is {}.",
            "After entry {} account {} stands at {}, its limit is {}.",
            each.index(),
            each.account(),
            evidence.cents(each.balance()),
            evidence.cents(each.limit())));
    return proof.require(evidence, Check.DECISIONS).result();
  }

  private AuditResult whole() {
    Evidence evidence = about(AuditCheck.L4);
    proof
        .report()
        .checkpoint()
        .ifPresent(head -> evidence.say(
            "{} boekingen zonder gat, {} handtekeningen gecontroleerd, wortel {}.",
            "{} entries without a gap, {} signatures checked, root {}.",
            head.size(),
            proof.report().signatures(),
            head.root()));
    evidence.say(
        "Er zijn hier geen getuigen. Vergelijk de kop met een eerdere of met die van een ander:"
            + " omloop verify --since of --compare.",
        "There are no witnesses here. Compare the head with an earlier or somebody else’s:"
            + " omloop verify --since or --compare.");
    return proof
        .require(
            evidence,
            Check.LOG_KEY,
            Check.CHECKPOINT,
            Check.FILES,
            Check.TREE,
            Check.LEAVES,
            Check.SIGNATURES)
        .result();
  }

  private AuditResult storedBalances() {
    Evidence evidence = about(AuditCheck.L5);
    Map<AccountId, StoredAccount> rows =
        stored.accounts().stream().collect(toMap(StoredAccount::id, each -> each));
    long same = 0;
    for (Account each : journal.ledger().accounts()) {
      StoredAccount row = rows.remove(each.id());
      if (row == null) {
        evidence.differ("Rekening {} is niet bewaard.", "Account {} is not stored.", each.id());
      } else if (row.balance() != each.balance().minorUnits() || row.limit() != each.limit()) {
        evidence.differ(
            "Rekening {}: bewaard saldo {} en limiet {}, nagerekend {} en {}.",
            "Account {}: stored balance {} and limit {}, replayed {} and {}.",
            each.id(),
            evidence.cents(row.balance()),
            evidence.cents(row.limit()),
            evidence.cents(each.balance().minorUnits()),
            evidence.cents(each.limit()));
      } else {
        same++;
      }
    }
    rows.keySet().stream()
        .sorted()
        .forEach(each -> evidence.differ(
            "Rekening {} staat niet in het journaal.", "Account {} is not in the journal.", each));
    return evidence
        .say(
            "{} bewaarde saldi zijn de nagerekende.",
            "{} stored balances are the replayed ones.",
            same)
        .result();
  }

  private AuditResult unchangeable() {
    Evidence evidence = about(AuditCheck.L6);
    evidence.say(
        "De rechten in de database zijn gelezen: de server kan aan het journaal alleen toevoegen. Een"
            + " eerdere export of kop bewijst dat niets is herschreven: omloop verify --since.",
        "The rights in the database were read: the server can only add to the journal. An earlier export"
            + " or head proves that nothing was rewritten: omloop verify --since.");
    stored
        .rights()
        .forEach(each -> evidence.differ(
            "Dit recht hoort er niet te zijn: {}.", "This right must not be there: {}.", each));
    return proof.require(evidence, Check.CHECKPOINT).result();
  }

  private AuditResult refunds() {
    Evidence evidence = about(AuditCheck.L7);
    evidence.say(
        "{} teruggaven, samen {}; {} staan in een latere maand dan hun betaling.",
        "{} refunds, {} together; {} stand in a later month than their payment.",
        journal.refunds.count(),
        evidence.cents(journal.refunds.amount()),
        journal.refunds.inLaterMonth());
    journal
        .refunds
        .wrong()
        .forEach(each -> evidence.differ(
            "Boeking {} geeft van {} samen {} terug, betaald is {}.",
            "Entry {} brings what is given back of {} to {}, paid was {}.",
            each.index(),
            each.original(),
            evidence.cents(each.refunded()),
            evidence.cents(each.paid())));
    return proof.require(evidence, Check.DECISIONS).result();
  }
}
