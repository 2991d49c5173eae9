package org.omloop.server.books;

import static java.util.stream.Collectors.toSet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.audit.Check;
import org.omloop.server.books.SignerFold.Grant;
import org.omloop.server.books.SignerFold.Granted;
import org.omloop.server.books.StoredFacts.StoredKey;

/** A1 to A6: who may do what, and who did. */
record AuthorityChecks(JournalFacts journal, StoredFacts stored, Proof proof) {
  /** What the server alone records. */
  private static final Set<EntryKind> RECORDING =
      EnumSet.of(EntryKind.STATEMENT, EntryKind.SEAL, EntryKind.DEMURRAGE);

  /** What people sign. */
  private static final Set<EntryKind> ACTING = EnumSet.of(
      EntryKind.ISSUE,
      EntryKind.PAID_OUT,
      EntryKind.RETURNED,
      EntryKind.LIMIT,
      EntryKind.POLICY,
      EntryKind.PROGRAMME,
      EntryKind.KEY_ADD);

  List<AuditResult> all() {
    return List.of(byTwo(), apart(), granted(), administrative(), own(), emergencies());
  }

  private Evidence about(AuditCheck check) {
    return new Evidence(check, journal.scale());
  }

  private AuditResult byTwo() {
    Evidence evidence = about(AuditCheck.A1);
    journal.signers.two().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> evidence.say(
            "{}: {} opdrachten waarvoor twee mensen nodig zijn.",
            "{}: {} orders that need two people.",
            each.getKey().wireName(),
            each.getValue()));
    journal
        .signers
        .notByTwo()
        .forEach(each -> evidence.differ(
            "Boeking {} ({}) is door één mens getekend.",
            "Entry {} ({}) is signed by one person.",
            each.index(),
            each.kind().wireName()));
    new PayoutPairs(journal, stored).checkApproval(evidence);
    new LineDecisions(journal, new Reserve(journal, stored.lines()), stored.lines())
        .checkTwoPeople(evidence);
    return proof.require(evidence, Check.SIGNATURES, Check.DECISIONS).result();
  }

  /** The right to read everything is no hand in it: what counts is who signed what. */
  private AuditResult apart() {
    Evidence evidence = about(AuditCheck.A2);
    Set<String> carryOut = holders(EnumSet.of(Right.OPERATE, Right.APPROVE));
    Set<String> check = holders(EnumSet.of(Right.AUDIT));
    check.removeAll(carryOut);
    evidence.say(
        "{} mensen voeren uit of keuren goed; {} lezen alles en doen verder niets.",
        "{} people carry out or approve; {} read everything and do nothing else.",
        carryOut.size(),
        check.size());
    if (carryOut.size() == 1) {
      evidence.differ(
          "Alleen {} kan uitvoeren: er is niemand die goedkeurt.",
          "Only {} can carry out: there is nobody to approve.",
          carryOut.iterator().next());
    }
    new TreeMap<>(journal.signers.work()).forEach((holder, kinds) -> {
      evidence.say("{} tekende: {}.", "{} signed: {}.", holder, names(kinds));
      if (kinds.stream().anyMatch(RECORDING::contains)
          && kinds.stream().anyMatch(ACTING::contains)) {
        evidence.differ(
            "{} legde vast wat de bank zegt, en voerde ook uit.",
            "{} recorded what the bank says, and carried out as well.",
            holder);
      }
    });
    return evidence.result();
  }

  private static String names(Set<EntryKind> kinds) {
    return String.join(", ", kinds.stream().map(EntryKind::wireName).sorted().toList());
  }

  private Set<String> holders(Set<Right> rights) {
    return SignerFold.holders(journal.ledger(), journal.signers.grants(), rights);
  }

  private AuditResult granted() {
    Evidence evidence = about(AuditCheck.A3);
    Set<String> known =
        journal.signers.grants().stream().map(each -> each.key().toString()).collect(toSet());
    for (StoredKey each : stored.keys()) {
      if (!known.contains(each.id())) {
        evidence.differ(
            "Sleutel {} van rekening {} staat niet in het journaal.",
            "Key {} of account {} is not in the journal.",
            each.id(),
            each.account());
      } else {
        compare(each, evidence);
      }
    }
    Set<String> rows = stored.keys().stream().map(StoredKey::id).collect(toSet());
    known.stream()
        .filter(each -> !rows.contains(each))
        .sorted()
        .forEach(
            each -> evidence.differ("Sleutel {} is niet bewaard.", "Key {} is not stored.", each));
    Map<Grant, Long> how = new EnumMap<>(Grant.class);
    journal.signers.grants().forEach(each -> how.merge(each.how(), 1L, Long::sum));
    evidence.say(
        "{} sleutels: {} bij de oprichting, {} op uitnodiging, {} door een eigen sleutel, {} door twee"
            + " beheerders, {} als herstel. De reden staat in het dossier, niet in het journaal.",
        "{} keys: {} at the founding, {} by invitation, {} by an own key, {} by two operators, {} as"
            + " recovery. The reason is in the member’s file, not in the journal.",
        journal.signers.grants().size(),
        how.getOrDefault(Grant.GENESIS, 0L),
        how.getOrDefault(Grant.INVITATION, 0L),
        how.getOrDefault(Grant.OWN_KEY, 0L),
        how.getOrDefault(Grant.OPERATORS, 0L),
        how.getOrDefault(Grant.RECOVERY, 0L));
    return proof.require(evidence, Check.SIGNATURES).result();
  }

  private void compare(StoredKey row, Evidence evidence) {
    EnrolledKey key = journal.ledger().key(new KeyId(row.id())).orElseThrow();
    Set<String> rights = new TreeSet<>(Set.of(row.rights().split(" ")));
    Set<String> replayed = key.rights().stream().map(Right::wireName).collect(toSet());
    boolean same = rights.equals(replayed)
        && key.account().equals(row.account())
        && key.revoked() == row.revoked();
    if (!same) {
      evidence.differ(
          "Sleutel {}: bewaard met {}, gegeven is {}.",
          "Key {}: stored with {}, granted was {}.",
          row.id(),
          row.rights() + (row.revoked() ? " –" : ""),
          String.join(" ", new TreeSet<>(replayed)));
    }
  }

  private AuditResult administrative() {
    Evidence evidence = about(AuditCheck.A4);
    evidence.say(
        "{} beheerdaden, elk een genummerde boeking in het journaal.",
        "{} administrative acts, each a numbered entry of the journal.",
        journal.signers.administrative());
    Map<EntryKind, Long> kinds = journal.signers.kinds();
    for (EntryKind each : EntryKind.values()) {
      long replayed = kinds.getOrDefault(each, 0L);
      long rows = stored.index().kinds().getOrDefault(each.wireName(), 0L);
      if (SignerFold.isAdministrative(each) && replayed != rows) {
        evidence.differ(
            "{}: {} in het journaal, {} in de lijst.",
            "{}: {} in the journal, {} in the list.",
            each.wireName(),
            replayed,
            rows);
      }
    }
    return proof.require(evidence, Check.LEAVES).result();
  }

  /** Accounts on which a person has a key who has one of the operator's account too. */
  private Set<AccountId> accountsOfOperators() {
    Set<String> operators = journal.signers.grants().stream()
        .filter(each -> each.account().equals(Ledger.OPERATOR) && each.how() != Grant.GENESIS)
        .map(Granted::holder)
        .collect(toSet());
    return journal.signers.grants().stream()
        .filter(
            each -> !each.account().equals(Ledger.OPERATOR) && operators.contains(each.holder()))
        .map(Granted::account)
        .collect(toSet());
  }

  private AuditResult own() {
    Evidence evidence = about(AuditCheck.A5);
    Set<AccountId> accounts = new TreeSet<>(accountsOfOperators());
    for (BankOrder each : journal.bank.orders()) {
      if (each.kind() == EntryKind.ISSUE && accounts.contains(each.account())) {
        evidence.differ(
            "Boeking {} geeft {} uit aan rekening {} van een beheerder.",
            "Entry {} issues {} to account {} of an operator.",
            each.index(),
            evidence.cents(each.amount()),
            each.account());
      }
    }
    evidence.say(
        "{} rekeningen met een sleutel van wie ook beheerder is, naar de naam bij de sleutel.",
        "{} accounts with a key of somebody who is an operator too, by the holder’s name.",
        accounts.size());
    accounts.forEach(each -> evidence.say(
        "Rekening {}: {} eigen opdrachten.",
        "Account {}: {} own orders.",
        each,
        journal.signers.ownOrders(each)));
    return evidence.result();
  }

  private AuditResult emergencies() {
    Evidence evidence = about(AuditCheck.A6);
    long recoveries = 0;
    for (Granted each : journal.signers.grants()) {
      if (each.how() == Grant.RECOVERY) {
        recoveries++;
        evidence.say(
            "Boeking {}: nieuwe sleutel voor rekening {}, getekend door {}.",
            "Entry {}: new key for account {}, signed by {}.",
            each.index(),
            each.account(),
            String.join(", ", new TreeSet<>(each.signers())));
        if (each.signers().contains(each.holder())) {
          evidence.differ(
              "Boeking {}: {} tekende mee voor een eigen sleutel.",
              "Entry {}: {} signed for a key of their own.",
              each.index(),
              each.holder());
        }
      }
    }
    return evidence
        .say(
            "{} keer een sleutel hersteld, {} keer een sleutel van een lid geblokkeerd door een beheerder.",
            "{} times a key was recovered, {} times an operator ended a member’s key.",
            recoveries,
            journal.signers.revokedByOperators())
        .result();
  }
}
