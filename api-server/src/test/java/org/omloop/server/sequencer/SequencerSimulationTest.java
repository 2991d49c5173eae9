package org.omloop.server.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.checkpoint.ConsistencyProof;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.checkpoint.RecentHashes;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.journal.JournalForked;
import org.omloop.server.sequencer.ScriptedJournal.Step;

/** What a sequencer keeps promising over a journal that is slow, fails, or takes a group and loses the answer. */
class SequencerSimulationTest {
  private static final int SEEDS = Boolean.getBoolean("omloop.long") ? 20_000 : 30;
  private static final int CLIENTS = 8;
  private static final int ORDERS = 6;

  private static Vertx vertx;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    SimulatedServer.await(vertx.close());
  }

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyOrderEndsOnceWhateverBecomesOfTheGroups(long seed) {
    Random random = new Random(seed);
    SimulatedCircuit circuit = new SimulatedCircuit(random);
    SimulatedServer server = SimulatedServer.start(vertx, singleMishaps(new Random(seed)));
    circuit.founding().forEach(order -> SimulatedServer.await(server.send(order)));
    List<SignedOrder> orders =
        Stream.generate(circuit::payment).limit(CLIENTS * ORDERS).toList();

    server.sendFromLanes(orders, CLIENTS);

    assertFalse(server.ended().isDone(), "it went on");
    assertEquals(List.of(), server.answeredTooEarly());
    assertDecidedOnce(orders, server.journal().entries());
    assertOneHistory(server);
    server.stop();
  }

  /** Mishaps in every mixture, but never two in a row, which would rightly end it. */
  private static Supplier<Step> singleMishaps(Random random) {
    Step[] last = {Step.TAKEN};
    return () -> {
      boolean afterMishap = last[0] == Step.FAILED || last[0] == Step.TAKEN_BUT_ANSWER_LOST;
      last[0] = Step.values()[random.nextInt(afterMishap ? 2 : 4)];
      return last[0];
    };
  }

  private static void assertDecidedOnce(List<SignedOrder> orders, List<JournalEntry> entries) {
    var times = entries.stream()
        .collect(Collectors.groupingBy(each -> each.order().text(), Collectors.counting()));
    orders.forEach(order -> assertEquals(1L, times.get(order.text())));
  }

  private static void assertOneHistory(SimulatedServer server) {
    ScriptedJournal journal = server.journal();
    Ledger again = new Ledger();
    journal.entries().forEach(again::replay);
    JournalTree whole = JournalTree.empty();
    RecentHashes hashes = RecentHashes.startingAt(whole);
    journal.entries().forEach(entry -> whole.append(Hash.leaf(entry.leaf()), hashes));
    SignedCheckpoint last = SignedCheckpoint.parse(journal.kept().checkpoint());
    assertEquals(whole.root(), last.checkpoint().root());
    assertEquals(whole.size(), last.checkpoint().size());
    for (Receipt receipt : server.receipts()) {
      long size = receipt.checkpoint().checkpoint().size();
      assertEquals(
          ReceiptVerdict.VALID, receipt.verify(SimulatedCircuit.logKey().publicKey()));
      assertTrue(ConsistencyProof.create(size, whole.size(), hashes)
          .connects(receipt.checkpoint().checkpoint().root(), whole.root()));
    }
    assertEquals(
        LongStream.range(0, whole.size()).boxed().toList(),
        server.followed(),
        "every entry is followed once, in order");
  }

  @Test
  void twoFailuresInARowEndIt() {
    SimulatedServer server = scripted(Step.FAILED, Step.TAKEN_BUT_ANSWER_LOST);
    SignedOrder order = new SimulatedCircuit(new Random(1)).founding().get(0);

    assertInstanceOf(OutcomeUnknown.class, server.refusal(order));
    assertInstanceOf(OutcomeUnknown.class, server.refusalOnceReadAgain(order));
    assertInstanceOf(IllegalStateException.class, server.ended().join());
    assertInstanceOf(OutcomeUnknown.class, server.refusal(order));
    server.stop();
  }

  @Test
  void aForkEndsItAtOnce() {
    SimulatedServer server = scripted(Step.FORKED);
    SignedOrder order = new SimulatedCircuit(new Random(1)).founding().get(0);

    assertInstanceOf(OutcomeUnknown.class, server.refusal(order));
    assertInstanceOf(JournalForked.class, server.ended().join());
    server.stop();
  }

  @Test
  void answeredEntriesThatTheJournalHasLostEndIt() {
    SimulatedServer server = scripted(Step.TAKEN, Step.TAKEN, Step.FORGOTTEN_WITH_THE_LAST);
    List<SignedOrder> orders = new SimulatedCircuit(new Random(1)).founding();
    orders.subList(0, 2).forEach(order -> SimulatedServer.await(server.send(order)));

    assertInstanceOf(OutcomeUnknown.class, server.refusal(orders.get(2)));
    assertInstanceOf(JournalDamaged.class, server.ended().join());
    assertInstanceOf(OutcomeUnknown.class, server.refusal(orders.get(1)));
    server.stop();
  }

  /** The group goes on to the journal while the state is given up; nothing may be read before it got there. */
  @Test
  void anOrderThatBreaksWhileAGroupIsUnderWayLeavesOneHistory() {
    List<SignedOrder> orders = new SimulatedCircuit(new Random(1)).founding();
    AtomicReference<SimulatedServer> breaking = new AtomicReference<>();
    SimulatedServer server = SimulatedServer.start(vertx, () -> {
      Optional.ofNullable(breaking.getAndSet(null)).ifPresent(SimulatedServer::sendBroken);
      return Step.TAKEN_SLOWLY;
    });
    breaking.set(server);
    SimulatedServer.await(server.send(orders.get(0)));
    orders.subList(1, orders.size()).forEach(order -> SimulatedServer.await(server.send(order)));

    assertFalse(server.ended().isDone(), "it went on");
    assertDecidedOnce(orders, server.journal().entries());
    assertOneHistory(server);
    server.stop();
  }

  /** Whoever is told that an id is taken will not ask again, so it must be true. */
  @Test
  void aConflictIsAsUncertainAsTheOrderItIsWith() {
    SimulatedCircuit circuit = new SimulatedCircuit(new Random(1));
    AtomicReference<Step> next = new AtomicReference<>(Step.TAKEN);
    SimulatedServer server = SimulatedServer.start(vertx, next::get);
    circuit.founding().forEach(order -> SimulatedServer.await(server.send(order)));
    SignedOrder payment = circuit.payment();
    next.set(Step.FAILED);

    List<Future<Outcome>> both = server.sendTogether(payment, circuit.imposter(payment));
    SimulatedServer.await(Future.join(both).otherwiseEmpty());
    both.forEach(each -> assertInstanceOf(OutcomeUnknown.class, each.cause()));

    next.set(Step.TAKEN);
    SimulatedServer.await(server.send(payment));
    Outcome later = SimulatedServer.await(server.sendOnce(circuit.imposter(payment)));
    assertInstanceOf(Outcome.Conflict.class, later);
    server.stop();
  }

  /** A machine that slept has an old time and a new one; which is right, it cannot know. */
  @Test
  void noOrderIsRefusedForAClockThatIsInDoubt() {
    SimulatedCircuit circuit = new SimulatedCircuit(new Random(1));
    SimulatedServer server = scripted();
    circuit.founding().forEach(order -> SimulatedServer.await(server.send(order)));
    long hour = 3_600;
    SignedOrder early = circuit.paymentMadeAt(SimulatedCircuit.NOW + hour);
    SignedOrder late = circuit.paymentMadeAt(SimulatedCircuit.NOW - hour);

    server.wallIsAheadBy(hour);
    assertInstanceOf(OutcomeUnknown.class, server.refusal(early));
    assertRefused(Refusal.EXPIRED, late, server);
    server.wallIsAheadBy(-hour);
    assertInstanceOf(
        OutcomeUnknown.class, server.refusal(circuit.paymentMadeAt(SimulatedCircuit.NOW - hour)));
    SimulatedServer.await(server.send(circuit.payment()));
    server.wallIsAheadBy(0);
    assertRefused(Refusal.NOT_YET_VALID, early, server);
    server.stop();
  }

  private static void assertRefused(Refusal reason, SignedOrder order, SimulatedServer server) {
    assertEquals(
        Optional.of(reason), SimulatedServer.await(server.send(order)).entry().refusal());
  }

  private static SimulatedServer scripted(Step... steps) {
    Iterator<Step> script = Arrays.asList(steps).iterator();
    return SimulatedServer.start(vertx, () -> script.hasNext() ? script.next() : Step.TAKEN);
  }
}
