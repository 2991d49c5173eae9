package org.omloop.server.books;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.audit.Check;
import org.omloop.server.books.StoredFacts.BankFileFact;
import org.omloop.server.books.StoredFacts.BankLineFact;
import org.omloop.server.books.StoredFacts.EditionFact;
import org.omloop.server.books.StoredFacts.NumberSeries;
import org.omloop.server.books.StoredFacts.PayoutFact;
import org.omloop.server.books.StoredFacts.StoredAccount;
import org.omloop.server.books.StoredFacts.StoredIndex;
import org.omloop.server.books.StoredFacts.StoredKey;
import org.omloop.server.payouts.RejectReason;

/** Each check finds what it is for, and no other check does: one thing is altered at a time. */
class AuditChecksTest {
  private static AuditedMarket market;
  private static StoredFacts stored;

  @BeforeAll
  static void play() {
    market = new AuditedMarket();
    stored = market.stored();
  }

  @Test
  void everythingIsInOrderAndSaysWhy() {
    Audit audit = Audit.of(market.facts(), stored, market.report());
    assertEquals(
        EnumSet.allOf(AuditCheck.class).stream().toList(),
        audit.results().stream().map(AuditResult::check).toList());
    audit.results().forEach(each -> assertEquals(List.of(), each.differences(), each.toString()));
    assertTrue(audit.results().get(0).english().contains("under way 0.00"), audit.toString());
    assertEquals(0, audit.reserve().now().orElseThrow().difference());
  }

  /** A fresh ledger has nothing to compare, and its checks say so. */
  @Test
  void withoutStatementsTheReserveSaysSo() {
    AuditResult reserve = new ReserveChecks(
            new JournalFacts(List.of()), with(List.of()), new Proof(market.report()))
        .all()
        .get(0);
    assertTrue(reserve.english().startsWith("Nothing to compare yet"), reserve.english());
  }

  static Stream<Arguments> altered() {
    BankLineFact issue = lineOf(EntryKind.ISSUE);
    BankLineFact paid = lineOf(EntryKind.PAID_OUT);
    return Stream.of(
        arguments(
            "a bank line's amount",
            lines(issue, each -> line(each, each.key(), each.bookedOn(), each.amount() + 1)),
            "R3 R4"),
        arguments(
            "a payout's bank line's amount",
            lines(paid, each -> line(each, each.key(), each.bookedOn(), each.amount() + 1)),
            "R3 R4"),
        arguments(
            "a bank line's key",
            lines(issue, each -> line(each, "other", each.bookedOn(), each.amount())),
            "R3 R4"),
        arguments(
            "a bank line's date",
            lines(issue, each -> line(each, each.key(), LocalDate.of(2026, 11, 20), each.amount())),
            "C3 C5"),
        arguments(
            "a bank line more",
            with(plus(stored.lines(), new BankLineFact("more", 1, LocalDate.of(2026, 10, 1), 500))),
            "R1 R4"),
        arguments(
            "a file of the bank's",
            withFile(each -> new BankFileFact(
                each.statement(), "AAAA", each.credits(), each.debits(), each.closing())),
            "R5"),
        arguments(
            "a file's closing balance",
            withFile(each -> new BankFileFact(
                each.statement(),
                each.sha256(),
                each.credits(),
                each.debits(),
                each.closing() + 1)),
            "R5"),
        arguments(
            "a payout's redemption",
            withPayout(each -> new PayoutFact(
                "none", each.drafter(), each.approver(), each.approved(), each.exported())),
            "R3"),
        arguments(
            "a payout's approver",
            withPayout(each -> new PayoutFact(
                each.redemption(),
                each.drafter(),
                Optional.of(each.drafter()),
                each.approved(),
                each.exported())),
            "A1"),
        arguments(
            "a payout's approval",
            withPayout(each -> new PayoutFact(
                each.redemption(),
                each.drafter(),
                Optional.empty(),
                Optional.empty(),
                each.exported())),
            "A1"),
        arguments(
            "a payout's file",
            withPayout(each -> new PayoutFact(
                each.redemption(),
                each.drafter(),
                each.approver(),
                each.approved(),
                Optional.of("other"))),
            "A1"),
        arguments("a stored balance", withAccount(), "L5"),
        arguments("a right on the journal", withRight(), "L6"),
        arguments(
            "a row beside the journal",
            withIndex(new StoredIndex(
                market.journal.size() + 1L,
                market.journal.size(),
                stored.index().kinds())),
            "C1"),
        arguments(
            "a closing's number", withSeries(new NumberSeries("closings of a shop", 11, 12)), "C2"),
        arguments("a stored key", withKey(), "A3"),
        arguments("a list of acts", withoutOpenings(), "A4"),
        arguments("a person twice", withDouble(), "B3"),
        arguments(
            "a report's figure", withEdition(edition("aa", root(), Optional.of("table x"))), "P1"),
        arguments("a report's text", withEdition(edition("bb", root(), Optional.empty())), "P2"),
        arguments("a report's root", withEdition(edition("aa", "AAAA", Optional.empty())), "P2"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("altered")
  void oneAlterationIsFoundByTheRightChecks(String what, StoredFacts other, String expected) {
    expect(expected, market.differing(market.facts(), other), what);
  }

  static Stream<Arguments> unproven() {
    return Stream.of(
        arguments(Check.TOTALS, "L1 L2 R2"),
        arguments(Check.DECISIONS, "A1 B1 B2 C1 L2 L3 L7 R2"),
        arguments(Check.SIGNATURES, "A1 A3 L4"),
        arguments(Check.TREE, "L4"),
        arguments(Check.CHECKPOINT, "L4 L6"),
        arguments(Check.LEAVES, "A4 L4"),
        arguments(Check.TIMES, "C5"));
  }

  @ParameterizedTest
  @MethodSource("unproven")
  void whatReplayDoesNotProveIsNotInOrder(Check failed, String expected) {
    expect(expected, market.differing(market.facts(), stored, failed), failed.wireName());
  }

  @Test
  void aForgedStatementOpensTheReserve() {
    JournalEntry real = market.last(EntryKind.STATEMENT);
    Order.Statement facts = (Order.Statement) real.order().order();
    Order.Statement forged = new Order.Statement(
        facts.terms(),
        facts.iban(),
        facts.number(),
        facts.openingDate(),
        facts.closingDate(),
        facts.opening(),
        facts.credits() + 100,
        facts.debits(),
        facts.closing() + 100,
        facts.fileHash());
    JournalFacts journal = market.facts(each -> each.index() == real.index()
        ? new JournalEntry(
            each.index(),
            each.bookedAt(),
            each.kind(),
            SignedOrder.sign(forged, market.demo.serverKey()),
            Optional.empty(),
            List.of())
        : each);
    expect("R1 R4 R5", market.differing(journal, stored), "statement");
    expect("R1 R5", market.differing(journal, with(List.of())), "statement without lines");
  }

  @Test
  void aRefundAboveItsPaymentIsFound() {
    Order.Pay pay = (Order.Pay) market.last(EntryKind.PURCHASE).order().order();
    JournalEntry refund = market.forged(
        EntryKind.REFUND,
        0,
        terms -> new Order.Refund(
            terms,
            market.last(EntryKind.PURCHASE).order().id(),
            Amount.of(pay.amount().minorUnits() + 1),
            Optional.empty()),
        List.of(),
        market.keyOf(pay.to()));
    expect("L7", market.differing(market.facts(refund), stored), "refund");
  }

  @Test
  void aGrantByOnePersonIsFound() {
    Order.Grant grant = (Order.Grant) market.last(EntryKind.GRANT).order().order();
    JournalEntry forged = market.forged(
        EntryKind.GRANT,
        0,
        terms -> new Order.Grant(terms, grant.from(), grant.to(), grant.amount(), "x"),
        List.of(),
        market.keys.operator());
    expect("A1", market.differing(market.facts(forged), stored), "grant");
  }

  @Test
  void whoRecordsAndCarriesOutIsFound() {
    JournalEntry seal = market.forged(
        EntryKind.SEAL,
        0,
        terms -> new Order.Seal(terms, 1, "A".repeat(43)),
        List.of(),
        market.keys.operator());
    expect("A2", market.differing(market.facts(seal), stored), "seal");
  }

  @Test
  void anOperatorsOwnAccountIsFoundWhenMoneyIsIssuedToIt() {
    Order.Issue issue = (Order.Issue) market.last(EntryKind.ISSUE).order().order();
    JournalEntry key = newKey(issue.to(), operatorsHolder(), List.of(market.keyOf(issue.to())));
    expect("A3 A4 A5", market.differing(market.facts(key), stored), "own account");
  }

  @Test
  void anOperatorsOwnRecoveryIsFound() {
    AccountId shop = market.demo.neighbourhood().organisations().get(3).account();
    JournalEntry key = newKey(shop, operatorsHolder(), market.keys.operators());
    expect("A3 A4 A6", market.differing(market.facts(key), stored), "recovery");
  }

  @Test
  void aRedemptionThatWaitsTooLongIsFound() {
    Order.Redeem before = (Order.Redeem) market.last(EntryKind.REDEEM).order().order();
    JournalEntry waiting = redeem(before.from(), before.ibanHash(), -12);
    expect("C4", market.differing(market.facts(waiting), stored), "waiting");
  }

  @Test
  void anotherBankAccountJustBeforeAPayoutIsListed() {
    Order.Redeem before = (Order.Redeem) market.last(EntryKind.REDEEM).order().order();
    JournalEntry elsewhere = redeem(before.from(), "A".repeat(43), 0);
    JournalFacts facts = market.facts(elsewhere);
    expect("", market.differing(facts, stored), "a salt of its own makes another hash");
    AuditResult list = Audit.of(facts, stored, market.report()).results().stream()
        .filter(each -> each.check() == AuditCheck.B4)
        .findFirst()
        .orElseThrow();
    assertTrue(list.english().contains("names another hash"), list.toString());
  }

  @Test
  void moneyThatGoesRoundFromBankToBankIsFound() {
    Order.Issue issue = (Order.Issue) market.last(EntryKind.ISSUE).order().order();
    JournalEntry round = redeem(issue.to(), "A".repeat(43), 0);
    expect("B5", market.differing(market.facts(round), stored), "round trip");
  }

  @Test
  void aBalanceThatHasBeenStillForYearsIsFound() {
    AccountId holder = market.facts().ledger().accounts().stream()
        .filter(each -> each.type() == AccountType.HOLDER)
        .filter(each -> each.balance().minorUnits() > 0)
        .findFirst()
        .orElseThrow()
        .id();
    JournalEntry longAgo = market.forged(
        EntryKind.PURCHASE,
        -900,
        terms -> new Order.Pay(
            terms, holder, new AccountId("shop"), Amount.of(1), Optional.empty(), Optional.empty()),
        List.of(),
        market.keyOf(holder));
    expect("B6", market.differing(market.facts(longAgo), stored), "dormant");
  }

  @Test
  void whatIsGivenBackBeforeTheBankHasItNamesNoBankLine() {
    JournalEntry asked = waiting();
    JournalEntry back = givenBack(asked, market.keys.operator());
    expect("", market.differing(market.facts(asked, back), stored), "given back");
  }

  @Test
  void whatLiesAtTheBankIsNotGivenBackByOne() {
    JournalEntry asked = waiting();
    StoredFacts atTheBank = with(atTheBank(asked));
    JournalEntry byOne = givenBack(asked, market.keys.operator());
    expect("A1", market.differing(market.facts(asked, byOne), atTheBank), "by one");
    JournalEntry byTwo = givenBack(asked, market.keys.operators().toArray(SigningKey[]::new));
    expect("", market.differing(market.facts(asked, byTwo), atTheBank), "by two");
  }

  @Test
  void aDebitOfNoPayoutIsFoundTheSameDay() {
    JournalEntry asked = waiting();
    JournalFacts journal = market.facts(asked);
    BankLineFact debit = new BankLineFact("debit", 1, journal.today(), -5_00);
    List<BankLineFact> two = List.of(debit, debit);
    assertEquals(two, new PayoutPairs(journal, stored).strays(two));
    assertEquals(
        List.of(debit), new PayoutPairs(journal, with(atTheBank(asked))).strays(two), "one of two");
    AuditResult found = new ReserveChecks(
            journal, with(plus(stored.lines(), debit)), new Proof(market.report()))
        .all()
        .get(3);
    assertTrue(found.differences().toString().contains("of no payout"), found.toString());
  }

  private static JournalEntry waiting() {
    Order.Redeem before = (Order.Redeem) market.last(EntryKind.REDEEM).order().order();
    return redeem(before.from(), before.ibanHash(), 0);
  }

  private static JournalEntry givenBack(JournalEntry asked, SigningKey... by) {
    Order.Redeem redeem = (Order.Redeem) asked.order().order();
    OrderId id = asked.order().id();
    return market.forged(
        EntryKind.RETURNED,
        0,
        terms -> new Order.Returned(terms, id, RejectReason.CUST.reference(id)),
        List.of(
            new Posting(Ledger.TRANSIT, Side.DEBIT, redeem.amount()),
            new Posting(redeem.from(), Side.CREDIT, redeem.amount())),
        by);
  }

  private static PayoutFact atTheBank(JournalEntry asked) {
    PayoutFact like = stored.payouts().get(0);
    return new PayoutFact(
        asked.order().id().toString(),
        like.drafter(),
        like.approver(),
        like.approved(),
        like.exported());
  }

  private static StoredFacts with(PayoutFact more) {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        s.rights(),
        s.numbers(),
        s.lines(),
        s.files(),
        plus(s.payouts(), more),
        s.doubles(),
        s.editions());
  }

  private static JournalEntry redeem(AccountId from, String iban, int days) {
    Amount amount = Amount.of(5_00);
    return market.forged(
        EntryKind.REDEEM,
        days,
        terms -> new Order.Redeem(terms, from, amount, Purpose.SUPPLIER, Optional.empty(), iban),
        List.of(
            new Posting(from, Side.DEBIT, amount),
            new Posting(Ledger.TRANSIT, Side.CREDIT, amount)),
        market.keyOf(from));
  }

  private static JournalEntry newKey(AccountId account, String holder, List<SigningKey> by) {
    return market.forged(
        EntryKind.KEY_ADD,
        0,
        terms -> new Order.KeyAdd(
            terms,
            account,
            SigningKey.fromSeed("books".repeat(7).substring(0, 32).getBytes(US_ASCII))
                .publicKey(),
            Set.of(Right.PAY),
            holder,
            "phone",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(),
        by.toArray(SigningKey[]::new));
  }

  private static String operatorsHolder() {
    return market
        .facts()
        .ledger()
        .key(market.keys.operator().publicKey().keyId())
        .orElseThrow()
        .holder();
  }

  private static void expect(String expected, Set<String> differing, String what) {
    assertEquals(expected, String.join(" ", differing), what);
  }

  // Alterations.

  private static BankLineFact lineOf(EntryKind kind) {
    BankOrder order = market.facts().bank.orders().stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow();
    return stored.lines().stream()
        .filter(each -> each.key().equals(order.line()))
        .findFirst()
        .orElseThrow();
  }

  private static BankLineFact line(BankLineFact of, String key, LocalDate date, long amount) {
    return new BankLineFact(key, of.statement(), date, amount);
  }

  private static StoredFacts lines(BankLineFact one, UnaryOperator<BankLineFact> change) {
    return with(stored.lines().stream()
        .map(each -> each.equals(one) ? change.apply(each) : each)
        .toList());
  }

  private static <T> List<T> plus(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static <T> List<T> first(List<T> all, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(all);
    changed.set(0, change.apply(all.get(0)));
    return changed;
  }

  private static String root() {
    return stored.editions().get(0).root();
  }

  private static EditionFact edition(String actual, String root, Optional<String> difference) {
    return new EditionFact(
        "2026-10 public 1", market.journal.size(), root, "aa", actual, 1, difference, true);
  }

  private static StoredFacts with(List<BankLineFact> lines) {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        s.rights(),
        s.numbers(),
        lines,
        s.files(),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withFile(UnaryOperator<BankFileFact> change) {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        s.rights(),
        s.numbers(),
        s.lines(),
        first(s.files(), change),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withPayout(UnaryOperator<PayoutFact> change) {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        s.rights(),
        s.numbers(),
        s.lines(),
        s.files(),
        first(s.payouts(), change),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withAccount() {
    StoredFacts s = stored;
    List<StoredAccount> accounts = first(
        s.accounts(),
        each -> new StoredAccount(each.id(), each.balance() + 1, each.held(), each.limit()));
    return new StoredFacts(
        accounts,
        s.keys(),
        s.index(),
        s.rights(),
        s.numbers(),
        s.lines(),
        s.files(),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withRight() {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        List.of("omloop_writer: UPDATE omloop.journal_entry"),
        s.numbers(),
        s.lines(),
        s.files(),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withIndex(StoredIndex index) {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        index,
        s.rights(),
        s.numbers(),
        s.lines(),
        s.files(),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withoutOpenings() {
    Map<String, Long> kinds = new TreeMap<>(stored.index().kinds());
    kinds.merge("open", -1L, Long::sum);
    return withIndex(new StoredIndex(stored.index().rows(), stored.index().orders(), kinds));
  }

  private static StoredFacts withSeries(NumberSeries series) {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        s.rights(),
        List.of(series),
        s.lines(),
        s.files(),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withKey() {
    StoredFacts s = stored;
    List<StoredKey> keys = first(
        s.keys(),
        each -> new StoredKey(each.id(), each.account(), each.rights() + " audit", each.revoked()));
    return new StoredFacts(
        s.accounts(),
        keys,
        s.index(),
        s.rights(),
        s.numbers(),
        s.lines(),
        s.files(),
        s.payouts(),
        s.doubles(),
        s.editions());
  }

  private static StoredFacts withDouble() {
    StoredFacts s = stored;
    return new StoredFacts(
        s.accounts(),
        s.keys(),
        s.index(),
        s.rights(),
        s.numbers(),
        s.lines(),
        s.files(),
        s.payouts(),
        Optional.of(
            List.of(new Text("Eén KVK-nummer, twee rekeningen", "One KVK number, two accounts"))),
        s.editions());
  }

  private static StoredFacts withEdition(EditionFact edition) {
    return stored.withEditions(List.of(edition));
  }
}
