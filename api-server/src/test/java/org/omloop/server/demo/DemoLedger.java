package org.omloop.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Decision;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.bank.PlannedStatements;
import org.omloop.server.demo.market.MarketPlan;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/** A ledger in memory, founded, with the neighbourhood of seed 7 enrolled and ready for a plan. */
public final class DemoLedger {
  private static final String ORIGIN = "demo.example/oost";

  private final Neighbourhood neighbourhood = Neighbourhood.grow(7);
  private final Keyring keyring = Keyring.of(neighbourhood, 7);
  private final SigningKey serverKey = SigningKey.fromSeed(new byte[SigningKey.SEED_BYTES]);
  private final LogKey logKey = LogKey.of(ORIGIN, serverKey);
  private final Ledger ledger = new Ledger();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final Instant founded;
  private final OrderNames names;

  private DemoLedger(Instant founded) {
    this.founded = founded;
    this.names = new OrderNames(7, founded);
  }

  /** Founds and enrols everything at one moment. */
  public static DemoLedger founded(Instant founded) {
    DemoLedger demo = new DemoLedger(founded);
    demo.enrol();
    return demo;
  }

  public Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  /** Returns what writes a plan's orders for this ledger. */
  public IntentOrders orders(MarketPlan plan, MarketCalendar calendar) {
    InventedBank bank = InventedBank.of(plan.neighbourhood(), plan.seed());
    PlannedStatements statements = new PlannedStatements(names, bank, calendar);
    return new IntentOrders(
        ORIGIN,
        names,
        keyring,
        serverKey,
        new MemberOrders(neighbourhood, keyring, names),
        bank,
        reference -> reference,
        statement -> statements.of(statement, account -> "").fileHash(),
        plan.rules(),
        calendar);
  }

  public Decision decide(SignedOrder order, Instant now) {
    Decision decision = ledger.decide(order, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    decision
        .match(
            posted -> Optional.of(posted.entry()),
            refused -> Optional.of(refused.entry()),
            replayed -> Optional.<JournalEntry>empty(),
            conflicting -> Optional.<JournalEntry>empty())
        .ifPresent(journal::add);
    return decision;
  }

  /** Returns every entry decided so far. */
  public List<JournalEntry> journal() {
    return Collections.unmodifiableList(journal);
  }

  /** Returns the key that signs this ledger's heads. */
  public LogKey logKey() {
    return logKey;
  }

  /** Returns the key that the server books with. */
  public SigningKey serverKey() {
    return serverKey;
  }

  /** Returns the ledger as it stands. */
  public Ledger ledger() {
    return ledger;
  }

  public long balance(AccountId account) {
    return ledger.account(account).orElseThrow().balance().minorUnits();
  }

  private void enrol() {
    List<OperatorCode> codes = List.of(code("FIRST-OPERATOR"), code("SECOND-OPERATOR"));
    post(SignedOrder.sign(genesis(codes), serverKey));
    new Enrolment(neighbourhood, keyring, ORIGIN, names, founded)
        .stages(
            codes,
            MarketPlan.of(neighbourhood, 7, MarketCalendar.PLANNED_START, 1).rules())
        .forEach(stage -> {
          List<SignedOrder> anyOrder = new ArrayList<>(stage);
          Collections.reverse(anyOrder);
          anyOrder.forEach(this::post);
        });
    long later =
        neighbourhood.residents().stream().filter(each -> each.joinsOn() > 0).count()
            + neighbourhood.organisations().stream()
                .filter(each -> each.joinsOn() > 0)
                .count();
    assertEquals(3 + neighbourhood.accounts().size() - later, ledger.accounts().size());
  }

  private OperatorCode code(String text) {
    String holder = text.toLowerCase(Locale.ROOT);
    long until = founded.plus(1, ChronoUnit.DAYS).getEpochSecond();
    return new OperatorCode(
        text,
        new Invitation(Invitation.hash(text), holder, "office", Set.of(Right.OPERATE), until));
  }

  private Order.Genesis genesis(List<OperatorCode> codes) {
    long seconds = founded.getEpochSecond();
    return new Order.Genesis(
        new Terms(ORIGIN, OrderId.of(founded.toEpochMilli(), 0, 0), seconds, seconds + 60),
        "Kring Oosterveld",
        "euro",
        2,
        logKey.publicKey().text(),
        serverKey.publicKey(),
        codes.stream().map(OperatorCode::invitation).toList(),
        Map.of());
  }

  private void post(SignedOrder order) {
    Decision decision = decide(order, founded);
    assertInstanceOf(Decision.Posted.class, decision, decision::toString);
  }
}
