package org.omloop.server.sequencer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.InclusionProof;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.RecentHashes;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.SignedOrder;

/** A sequencer over a scripted journal, and clients that send an order again until they know what became of it. */
final class SimulatedServer {
  private final Vertx vertx;
  private final ScriptedJournal journal;
  private final Sequencer sequencer;
  private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
  private final AtomicLong clock = new AtomicLong(SimulatedCircuit.NOW * 1_000_000);
  private final AtomicLong wallAhead = new AtomicLong();
  private final List<Long> followed = Collections.synchronizedList(new ArrayList<>());
  private final List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> answeredTooEarly = Collections.synchronizedList(new ArrayList<>());

  private SimulatedServer(Vertx vertx, Supplier<ScriptedJournal.Step> script) {
    this.vertx = vertx;
    this.journal = new ScriptedJournal(vertx, script);
    this.sequencer = new Sequencer(
        new Sequencer.Surroundings(
            journal,
            clock(),
            SimulatedCircuit.logKey(),
            index -> Future.succeededFuture(archived(index)),
            (ledger, now) -> List.of(),
            entry -> followed.add(entry.index()),
            committed -> {},
            ended::complete),
        1_000);
  }

  private EntryClock clock() {
    return new EntryClock() {
      @Override
      public long getAsLong() {
        return clock.incrementAndGet();
      }

      @Override
      public long wallAhead() {
        return wallAhead.get();
      }
    };
  }

  /** Sets how far the wall clock is ahead of the booking time. */
  void wallIsAheadBy(long seconds) {
    wallAhead.set(TimeUnit.SECONDS.toMicros(seconds));
  }

  static SimulatedServer start(Vertx vertx, Supplier<ScriptedJournal.Step> script) {
    SimulatedServer server = new SimulatedServer(vertx, script);
    await(vertx.deployVerticle(server.sequencer));
    return server;
  }

  void stop() {
    await(vertx.undeploy(sequencer.deploymentID()));
  }

  ScriptedJournal journal() {
    return journal;
  }

  CompletableFuture<Throwable> ended() {
    return ended;
  }

  List<Long> followed() {
    return List.copyOf(followed);
  }

  List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  List<Long> answeredTooEarly() {
    return List.copyOf(answeredTooEarly);
  }

  /** Sends the orders, each lane its own share one after another, every seventh order twice at once. */
  void sendFromLanes(List<SignedOrder> orders, int lanes) {
    await(Future.all(IntStream.range(0, lanes)
        .mapToObj(lane -> sendFrom(lane, lanes, orders))
        .toList()));
  }

  private Future<?> sendFrom(int at, int step, List<SignedOrder> orders) {
    if (at >= orders.size()) {
      return Future.succeededFuture();
    }
    SignedOrder order = orders.get(at);
    Future<?> answered =
        at % 7 == 0 ? Future.all(send(order), send(order)) : send(order).mapEmpty();
    return answered.compose(booked -> sendFrom(at + step, step, orders));
  }

  /** Sends an order until the answer is certain. */
  Future<Outcome.Booked> send(SignedOrder order) {
    return sequencer.submit(order).map(this::received).recover(failure -> {
      if (ended.isDone() || !(failure instanceof OutcomeUnknown)) {
        return Future.failedFuture(failure);
      }
      return vertx.timer(1, TimeUnit.MILLISECONDS).compose(pause -> send(order));
    });
  }

  private Outcome.Booked received(Outcome outcome) {
    Outcome.Booked booked = (Outcome.Booked) outcome;
    if (!journal.holds(booked.entry().index(), booked.entry().leaf())) {
      answeredTooEarly.add(booked.entry().index());
    }
    receipts.add(booked.receipt());
    return booked;
  }

  /** Sends an order that cannot even be made. */
  void sendBroken() {
    sequencer.submit(ledger -> {
      throw new IllegalStateException("no such order");
    });
  }

  /** Sends an order once. */
  Future<Outcome> sendOnce(SignedOrder order) {
    return sequencer.submit(order);
  }

  /** Sends two orders once, the second taken before the first can be committed. */
  List<Future<Outcome>> sendTogether(SignedOrder first, SignedOrder second) {
    Promise<Outcome> behind = Promise.promise();
    Future<Outcome> ahead = sequencer.submit(ledger -> {
      sendOnce(second).onComplete(behind);
      return first;
    });
    return List.of(ahead, behind.future());
  }

  /** Sends an order once, and returns why there is no answer. */
  Throwable refusal(SignedOrder order) {
    return sendOnce(order)
        .map(outcome -> (Throwable) new AssertionError("answered: " + outcome))
        .otherwise(failure -> failure)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** The same, once the sequencer has read the journal again and tried a second commit. */
  Throwable refusalOnceReadAgain(SignedOrder order) {
    Throwable last = refusal(order);
    while (last instanceof OutcomeUnknown && !ended.isDone()) {
      last = refusal(order);
    }
    return last;
  }

  private Outcome.Booked archived(long index) {
    List<JournalEntry> entries = journal.entries();
    RecentHashes hashes = RecentHashes.startingAt(JournalTree.empty());
    JournalTree tree = JournalTree.empty();
    entries.forEach(entry -> tree.append(Hash.leaf(entry.leaf()), hashes));
    JournalEntry entry = entries.get((int) index);
    Receipt receipt = new Receipt(
        Leaf.of(entry.leaf()),
        InclusionProof.create(index, entries.size(), hashes),
        SignedCheckpoint.parse(journal.kept().checkpoint()));
    return new Outcome.Booked(entry, receipt, true);
  }

  static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }
}
