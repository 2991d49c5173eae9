package org.omloop.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Decision;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.server.demo.DemoLedger;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.neighbourhood.Organisation;

/** Which levies are due, and until when. */
class LeviesTest {
  private static final Instant OCTOBER = Instant.parse("2026-10-05T09:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

  private static final int CHARGED = 3;

  private DemoLedger demo;
  private Levies levies;
  private List<AccountId> rich;

  @BeforeEach
  void found() {
    demo = DemoLedger.founded(OCTOBER);
    levies = new Levies(new OwnOrders(origin(), demo.serverKey()));
    rich = demo.neighbourhood().organisations().stream()
        .filter(each -> each.joinsOn() == 0)
        .map(Organisation::account)
        .sorted()
        .limit(CHARGED)
        .toList();
    rich.forEach(each -> issue(each, OCTOBER.plus(1, ChronoUnit.DAYS)));
  }

  @Test
  void aMonthThatBeganWithoutALevyHasNone() {
    assertEquals(List.of(), due(NOVEMBER));
  }

  @Test
  void nothingIsDueBeforeTheMonthIsOver() {
    issue(rich.get(0), NOVEMBER);
    assertEquals(List.of(), due(DECEMBER.minusSeconds(1)));
  }

  @Test
  void whoeverIsChargedHasOneEach() {
    issue(rich.get(0), NOVEMBER);
    List<SignedOrder> due = due(DECEMBER);
    assertEquals(rich, due.stream().map(LeviesTest::account).toList());
    due.forEach(each -> post(each, DECEMBER));
    assertEquals(List.of(), due(DECEMBER), "once");
  }

  @Test
  void afterACrashTheRestFollows() {
    issue(rich.get(0), NOVEMBER);
    SignedOrder first = due(DECEMBER).get(0);
    post(first, DECEMBER);
    List<AccountId> rest =
        due(DECEMBER.plusSeconds(90)).stream().map(LeviesTest::account).toList();
    assertEquals(rich.subList(1, CHARGED), rest);
  }

  @Test
  void onceTheMonthHasBegunItIsTooLate() {
    issue(rich.get(0), NOVEMBER);
    assertFalse(due(DECEMBER).isEmpty());
    issue(rich.get(0), DECEMBER.plusSeconds(1));
    assertEquals(List.of(), due(DECEMBER.plusSeconds(2)));
    assertEquals(List.of(), due(Instant.parse("2026-12-31T23:59:59Z")));
    assertFalse(due(Instant.parse("2027-01-01T00:00:00Z")).isEmpty(), "but the next one comes");
  }

  private List<SignedOrder> due(Instant at) {
    return levies.due(demo.ledger(), ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private void issue(AccountId to, Instant at) {
    long seconds = at.getEpochSecond();
    OrderId id = OrderId.create(at.toEpochMilli(), new SecureRandom());
    Terms terms = new Terms(origin(), id, seconds, seconds + 60);
    Order issue = new Order.Issue(terms, to, Amount.of(100_000), "bank-" + id);
    post(SignedOrder.sign(issue, Keyring.of(demo.neighbourhood(), 7).operators()), at);
  }

  private String origin() {
    return demo.ledger().genesis().orElseThrow().terms().ledger();
  }

  private void post(SignedOrder order, Instant at) {
    Decision decision = demo.decide(order, at);
    assertInstanceOf(Decision.Posted.class, decision, decision::toString);
  }

  private static AccountId account(SignedOrder order) {
    return Optional.of(order.order())
        .filter(Order.Levy.class::isInstance)
        .map(Order.Levy.class::cast)
        .orElseThrow()
        .account();
  }
}
