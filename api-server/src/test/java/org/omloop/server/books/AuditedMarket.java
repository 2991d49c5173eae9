package org.omloop.server.books;

import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.audit.Check;
import org.omloop.server.audit.CheckState;
import org.omloop.server.audit.Finding;
import org.omloop.server.audit.VerificationReport;
import org.omloop.server.books.AuditResult.Verdict;
import org.omloop.server.books.StoredFacts.BankFileFact;
import org.omloop.server.books.StoredFacts.BankLineFact;
import org.omloop.server.books.StoredFacts.EditionFact;
import org.omloop.server.books.StoredFacts.NumberSeries;
import org.omloop.server.books.StoredFacts.PayoutFact;
import org.omloop.server.books.StoredFacts.StoredAccount;
import org.omloop.server.books.StoredFacts.StoredIndex;
import org.omloop.server.books.StoredFacts.StoredKey;
import org.omloop.server.demo.DemoLedger;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.MarketCalendar;
import org.omloop.server.demo.market.MarketPlan;

/** A market that the real ledger has decided, with all that an office would keep of it, to alter one thing of. */
final class AuditedMarket {
  private static final Instant FOUNDED = Instant.parse("2026-09-30T06:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);
  private static final int DAYS = 14;

  final DemoLedger demo = DemoLedger.founded(FOUNDED);
  final Keyring keys = Keyring.of(demo.neighbourhood(), 7);
  final List<JournalEntry> journal;
  private int orders;

  AuditedMarket() {
    MarketPlan plan = MarketPlan.of(demo.neighbourhood(), 7, FIRST_DAY, DAYS);
    IntentOrders orders = demo.orders(plan, MarketCalendar.AS_PLANNED);
    plan.days().forEach(day -> day.intents()
        .forEach(intent -> demo.decide(orders.write(intent), orders.moment(intent))));
    journal = demo.journal();
  }

  /** Reads the journal, with one entry in another's place, and others behind its end. */
  JournalFacts facts(Function<JournalEntry, JournalEntry> altered, JournalEntry... more) {
    JournalFacts facts = new JournalFacts(Set.of((long) journal.size()));
    Ledger ledger = new Ledger();
    for (JournalEntry each : journal) {
      ledger.replay(each);
      facts.follow(altered.apply(each), Hash.leaf(each.leaf()), ledger);
    }
    for (JournalEntry each : more) {
      facts.follow(each, Hash.leaf(each.leaf()), ledger);
    }
    return facts;
  }

  JournalFacts facts(JournalEntry... more) {
    return facts(each -> each, more);
  }

  /** Returns what a database keeps that agrees with the journal in everything. */
  StoredFacts stored() {
    JournalFacts facts = facts();
    Map<String, Long> kinds = new HashMap<>();
    facts.signers.kinds().forEach((kind, count) -> kinds.put(kind.wireName(), count));
    return new StoredFacts(
        facts.ledger().accounts().stream()
            .map(each -> new StoredAccount(
                each.id(), each.balance().minorUnits(), each.held(), each.limit()))
            .toList(),
        facts.signers.grants().stream()
            .map(each -> facts.ledger().key(each.key()).orElseThrow())
            .map(each -> new StoredKey(
                each.id().toString(),
                each.account(),
                String.join(" ", each.rights().stream().map(Right::wireName).toList()),
                each.revoked()))
            .toList(),
        new StoredIndex(journal.size(), journal.size(), kinds),
        List.of(),
        List.of(new NumberSeries("closings of a shop", 12, 12)),
        lines(facts),
        facts.bank.statements().stream()
            .map(each -> new BankFileFact(
                each.facts().number(),
                each.facts().fileHash(),
                each.facts().credits(),
                each.facts().debits(),
                each.facts().closing()))
            .toList(),
        payouts(facts),
        Optional.of(List.of()),
        List.of(new EditionFact(
            "2026-10 public 1",
            journal.size(),
            facts.roots.at(journal.size()).orElseThrow().toString(),
            "aa",
            "aa",
            1,
            Optional.empty(),
            true)));
  }

  private static List<BankLineFact> lines(JournalFacts facts) {
    List<BankLineFact> lines = new ArrayList<>();
    for (BankOrder each : facts.bank.orders()) {
      BookedStatement on = facts.bank.statements().stream()
          .filter(statement -> statement.index() > each.index())
          .findFirst()
          .orElseThrow();
      lines.add(new BankLineFact(each.line(), on.facts().number(), each.day(), each.amount()));
    }
    return lines;
  }

  private List<PayoutFact> payouts(JournalFacts facts) {
    List<String> two = keys.operators().stream()
        .map(each -> each.publicKey().keyId().toString())
        .toList();
    return facts.bank.orders().stream()
        .filter(each -> each.kind() == EntryKind.PAID_OUT)
        .map(each -> new PayoutFact(
            each.order().toString(),
            two.get(0),
            Optional.of(two.get(1)),
            Optional.of("file"),
            Optional.of("file")))
        .toList();
  }

  /** Returns the ids of the checks that differ, when everything has been proven but these. */
  Set<String> differing(JournalFacts facts, StoredFacts stored, Check... failed) {
    return Audit.of(facts, stored, report(failed)).results().stream()
        .filter(each -> each.verdict() == Verdict.DIFFERENCE)
        .map(each -> each.check().name())
        .collect(toCollection(java.util.TreeSet::new));
  }

  VerificationReport report(Check... failed) {
    TreeMap<Check, CheckState> states = new TreeMap<>();
    EnumSet.allOf(Check.class).forEach(each -> states.put(each, CheckState.PASSED));
    List<Finding> findings = new ArrayList<>();
    for (Check each : failed) {
      states.put(each, CheckState.FAILED);
      findings.add(new Finding(each, java.util.OptionalLong.of(5), "entry 5 does not hold"));
    }
    return new VerificationReport(
        Optional.empty(),
        Optional.empty(),
        journal.size(),
        journal.size(),
        2,
        new TreeMap<>(),
        states,
        findings,
        List.of(),
        List.of());
  }

  /** Returns an entry that the ledger never booked, just behind the end, so many days after or before it. */
  JournalEntry forged(
      EntryKind kind,
      int days,
      Function<Terms, Order> order,
      List<Posting> postings,
      SigningKey... by) {
    long at = journal.get(journal.size() - 1).bookedAt() + days * 86_400_000_000L;
    long seconds = at / 1_000_000;
    orders++;
    Terms terms = new Terms(
        journal.get(0).order().order().terms().ledger(),
        OrderId.of(at / 1_000, 77, orders),
        seconds,
        seconds + 60);
    return new JournalEntry(
        journal.size() + orders - 1,
        at,
        kind,
        SignedOrder.sign(order.apply(terms), Arrays.asList(by)),
        Optional.empty(),
        postings);
  }

  /** Returns the last entry of that kind. */
  JournalEntry last(EntryKind kind) {
    return journal.stream()
        .filter(each -> each.kind() == kind)
        .reduce((one, two) -> two)
        .orElseThrow();
  }

  SigningKey keyOf(AccountId account) {
    return keys.of(account);
  }
}
