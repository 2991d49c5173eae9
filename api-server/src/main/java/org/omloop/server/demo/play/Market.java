package org.omloop.server.demo.play;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.Enrolment;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.Introductions;
import org.omloop.server.demo.InventedBank;
import org.omloop.server.demo.InventedDossiers;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.MarketCalendar;
import org.omloop.server.demo.MemberOrders;
import org.omloop.server.demo.OperatorCode;
import org.omloop.server.demo.OrderNames;
import org.omloop.server.demo.bank.AccountStatement;
import org.omloop.server.demo.bank.BankCounter;
import org.omloop.server.demo.bank.DemoBank;
import org.omloop.server.demo.bank.FileExchange;
import org.omloop.server.demo.bank.PlannedStatements;
import org.omloop.server.demo.market.Act;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.demo.market.MarketDay;
import org.omloop.server.demo.market.MarketPlan;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.identity.BankAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo from its first day to live traffic, on a server that answers at some address.
 *
 * <p>Confined to one thread; its methods block until their part is played.
 */
public final class Market implements AutoCloseable {
  private static final LocalTime BEFORE_OPENING = LocalTime.of(5, 0);
  private static final int CONNECTIONS = 64;
  private static final Duration BETWEEN_STATEMENTS = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(Market.class);

  private final Vertx vertx = Vertx.vertx();
  private final MarketPlan plan;
  private final MarketCalendar calendar;
  private final MarketClock clock;
  private final OrderSender sender;
  private final MarketPlayer player;
  private final Keyring keyring;
  private final OrderNames names;
  private final IntentOrders orders;
  private final String origin;
  private final boolean reads;
  private final Introductions introductions;
  private final InventedDossiers invented;
  private final Dossiers dossiers;
  private final PlannedStatements statements;
  private final FileExchange exchange;
  private final BankCounter counter;
  private final MoneyCircle circle;
  private final PayoutAccounts payoutAccounts;
  private final AtomicLong played = new AtomicLong();
  private LongConsumer progress = count -> {};

  /**
   * Prepares a market.
   *
   * @param address where the server answers
   * @param serverKey signs what the server books by policy: it is the demo's own server
   * @param bankFolder where office and bank pass files
   * @param counter where visitors do what they would do at the bank
   * @param reads whether the office reads each statement on its evening; else they lie in the folder until somebody brings them
   */
  public Market(
      MarketPlan plan,
      MarketCalendar calendar,
      MarketClock clock,
      String address,
      SigningKey serverKey,
      Path bankFolder,
      BankCounter counter,
      boolean reads) {
    this.counter = counter;
    this.plan = plan;
    this.calendar = calendar;
    this.clock = clock;
    this.reads = reads;
    this.sender = new OrderSender(vertx, address, CONNECTIONS);
    JsonObject currency = await(sender.get("/v1/currency"));
    this.origin = currency.getString("origin");
    this.player = new MarketPlayer(
        vertx,
        sender,
        clock,
        LogPublicKey.parse(currency.getString("logKey")),
        order -> progress.accept(played.incrementAndGet()));
    this.keyring = Keyring.of(plan.neighbourhood(), plan.seed());
    this.introductions = new Introductions(plan.neighbourhood(), keyring, origin);
    this.invented = new InventedDossiers(plan.neighbourhood(), plan.firstDay());
    this.names = new OrderNames(plan.seed(), start(plan, calendar));
    InventedBank bank = InventedBank.of(plan.neighbourhood(), plan.seed());
    Sessions sessions = new Sessions(sender, origin);
    this.dossiers = new Dossiers(sender, sessions, keyring.operator());
    this.payoutAccounts = new PayoutAccounts(sender, bank, keyring, sessions);
    this.statements = new PlannedStatements(names, bank, calendar);
    this.exchange = new FileExchange(bankFolder);
    this.circle = new MoneyCircle(sender, sessions, keyring, exchange, origin);
    this.orders = new IntentOrders(
        origin,
        names,
        keyring,
        serverKey,
        new MemberOrders(plan.neighbourhood(), keyring, names),
        bank,
        statements::key,
        statement -> statements.of(statement, account -> "").fileHash(),
        plan.rules(),
        calendar);
  }

  /** Returns the moment the market's clock begins at: before anything opens on the first day. */
  public static Instant start(MarketPlan plan, MarketCalendar calendar) {
    return calendar.instant(plan.firstDay().atTime(BEFORE_OPENING));
  }

  /** Enrols everybody, with the codes that the founding printed. */
  public void enrol(List<OperatorCode> codes) {
    Neighbourhood everybody = plan.neighbourhood();
    Instant now = start(plan, calendar);
    Enrolment enrolment = new Enrolment(everybody, keyring, origin, names, now);
    for (List<SignedOrder> stage : enrolment.stages(codes, plan.rules())) {
      List<PlannedOrder> free = new ArrayList<>();
      stage.forEach(order -> free.add(PlannedOrder.free(free.size(), now, order)));
      await(player.play(free));
    }
  }

  /** Tells everybody what the organisations are called and where they are, and the office who its members are. */
  public void introduce() {
    introduce(introductions.atTheStart(start(plan, calendar)));
    await(dossiers.write(invented.atTheStart()));
  }

  private void introduce(List<String> statements) {
    await(Future.all(statements.stream().map(sender::state).toList()));
  }

  /** Plays every planned day; a day ends before the next begins, which is planned and signed meanwhile. */
  public void playDays(LongConsumer done) {
    played.set(0);
    progress = done;
    List<Intent> today = List.of();
    Future<Void> end = Future.succeededFuture();
    Iterator<MarketDay> days = plan.days().iterator();
    while (days.hasNext()) {
      List<Intent> next = days.next().intents();
      statements.note(next);
      List<PlannedOrder> signed = next.parallelStream()
          .filter(intent -> !(intent.act() instanceof Act.Statement))
          .map(intent -> PlannedOrder.of(intent, orders))
          .toList();
      await(end);
      close(today);
      await(payoutAccounts.before(next));
      end = player.play(signed);
      today = next;
    }
    await(end);
    close(today);
    progress = count -> {};
  }

  /** The evening of a day: who came in is introduced, and the office reads what the bank states. */
  private void close(List<Intent> today) {
    introduce(introductions.after(today, clock.instant()));
    LocalDate day = LocalDate.ofInstant(clock.instant(), MarketCalendar.ZONE);
    await(dossiers.write(invented.after(today, day)));
    for (Intent each : today) {
      if (each.act() instanceof Act.Statement) {
        clock.moveOnTo(orders.moment(each));
        state(each);
      }
    }
  }

  private void state(Intent stated) {
    await(circle.learnReferences(PlannedStatements.toppedUp(stated)));
    for (AccountStatement each : statements.made(List.of(stated), circle::known)) {
      exchange.keep(each);
      if (reads) {
        await(circle.bring(each));
      }
      progress.accept(played.incrementAndGet());
    }
  }

  /** Returns the server's public figures. */
  public JsonObject figures() {
    return await(sender.get("/v1/figures"));
  }

  /** Lets the market's time become the real one. */
  public void catchUp() {
    clock.becomeReal();
  }

  /** Goes on after the planned days, one order after another with a pause between, until interrupted. */
  public void goOn(Duration pause) throws InterruptedException {
    Iterator<MarketDay> days = plan.walk();
    for (int planned = 0; planned < plan.dayCount(); planned++) {
      days.next();
    }
    DemoBank bank = statements.goOn(exchange, plan.seed());
    counter.open(bank);
    Instant next = Instant.now().plus(BETWEEN_STATEMENTS);
    while (true) {
      for (Intent intent : days.next().intents()) {
        goOn(intent, bank);
        if (Instant.now().isAfter(next)) {
          turn(bank);
          next = Instant.now().plus(BETWEEN_STATEMENTS);
        }
        Thread.sleep(pause.toMillis());
      }
    }
  }

  /** What comes in, is paid out and is stated from now on follows from files, and not from the plan. */
  private void goOn(Intent intent, DemoBank bank) {
    Act act = intent.act();
    if (act instanceof Act.PaidOut || act instanceof Act.Returned || act instanceof Act.Statement) {
      return;
    }
    if (act instanceof Act.TopUp topUp) {
      if (intent
          .refusal()
          .isEmpty()) { // one that the plan has refused might be booked by now, and names no line
        // of the bank
        topUp(topUp, bank);
      }
      return;
    }
    LocalDateTime now = LocalDateTime.now(MarketCalendar.ZONE);
    PlannedOrder order = PlannedOrder.of(intent, orders.in(MarketCalendar.of(intent.at(), now)));
    try {
      await(payoutAccounts.before(List.of(intent)));
      await(player.play(List.of(order)));
    } catch (OtherDecision somebodySpentIt) {
      return; // The market goes on without this one.
    }
    if (intent.refusal().isEmpty() && act instanceof Act.Redeem) {
      circle.expect(order.order().id());
    }
  }

  /** The euros go to the bank; the office issues when it has the bank's statement. */
  private void topUp(Act.TopUp topUp, DemoBank bank) {
    BankAccount payer = statements.payer(topUp.to());
    bank.receive(
        await(circle.reference(topUp.to())),
        topUp.amount().minorUnits(),
        payer.name(),
        payer.iban());
  }

  /** Visitors may be in the way of the office's own people; then it is tried again a minute later. */
  private void turn(DemoBank bank) {
    try {
      await(circle.payOut());
      bank.pay();
      Instant now = Instant.now();
      for (AccountStatement forgotten : counter.forgotten(now)) {
        await(circle.book(forgotten)); // nothing changes where somebody has brought it
      }
      if (counter.isBusy(now)) {
        return; // what a visitor just did is on the statement that the visitor asks for
      }
      LocalDate today = LocalDate.now(MarketCalendar.ZONE);
      Optional<AccountStatement> statement = bank.state(today, now);
      if (statement.isPresent()) {
        await(circle.book(statement.get()));
      }
    } catch (UnexpectedOutcome inTheWay) {
      LOG.info("the office's round was not finished: {}", inTheWay.getMessage());
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
