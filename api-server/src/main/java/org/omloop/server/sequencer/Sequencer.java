package org.omloop.server.sequencer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.omloop.ledger.Decision;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.LedgerChanges;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.server.journal.Group;
import org.omloop.server.journal.Journal;
import org.omloop.server.journal.JournalForked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts orders in sequence, decides them, and commits the decisions in groups.
 *
 * <p>An order is decided as it arrives. When no commit is under way it is committed at once; while one is under way,
 * decided orders gather for the next. There is no timer: a group is as large as one commit is slow. Nobody is answered
 * before the group with their entry is in the journal.
 */
public final class Sequencer extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final long RELOAD_PAUSE_MILLIS = 500;
  private static final int RELOAD_ATTEMPTS = 60;

  /**
   * What a sequencer needs of the rest of the server.
   *
   * @param journal where entries are kept
   * @param clock booking time, unix microseconds
   * @param logKey signs each head; its name is the ledger's origin
   * @param archive finds the receipt of an entry that is in the journal
   * @param due returns what the server itself books, before an order and after it: the seal of a day and
   *     the levies of a month that are over, a bonus
   * @param follow is handed every entry in the journal, once and in order, the kept ones while they are read
   * @param publish is told of every new head, before anybody is answered
   * @param end ends the process
   */
  public record Surroundings(
      Journal journal,
      EntryClock clock,
      LogKey logKey,
      LongFunction<Future<Outcome.Booked>> archive,
      Due due,
      Consumer<JournalEntry> follow,
      Consumer<Committed> publish,
      Consumer<Throwable> end) {}

  /** What the server books of itself, given the state and the time in unix microseconds. */
  public interface Due {
    List<SignedOrder> orders(Ledger ledger, long now);
  }

  /** What is in the journal since the last time: the accounts and keys that changed, and the checkpoint. */
  public record Committed(LedgerChanges changes, SignedCheckpoint checkpoint) {}

  private final Surroundings around;
  private final int capacity;

  // Owned by the event loop. No edge means the journal is being read; a batch under way is not
  // empty.
  private Optional<JournalEdge> edge = Optional.empty();
  private Journal.Head head = Journal.Head.EMPTY;
  private long followed;
  private Optional<Batch> gathering = Optional.empty();
  private Optional<Batch> committing = Optional.empty();
  private Future<Void> underWay = Future.succeededFuture();
  private boolean commitAsked;
  private int failures;
  private boolean clocksApart;

  private volatile boolean takesOrders;

  /**
   * Makes a sequencer; it takes orders once its deployment has read the journal.
   *
   * @param capacity how many decided orders may wait for their commit
   */
  public Sequencer(Surroundings around, int capacity) {
    this.around = around;
    this.capacity = capacity;
  }

  /** Reads the journal; fails when it cannot be read or does not lead to its own checkpoint. */
  @Override
  public Future<?> start() {
    return load();
  }

  /** Takes no more orders, and ends once the group under way is in the journal or not. */
  @Override
  public Future<?> stop() {
    edge = Optional.empty();
    takesOrders = false;
    return underWay.otherwiseEmpty();
  }

  /** Tells whether orders are decided: not while the journal is being read. May be called from any thread. */
  public boolean takesOrders() {
    return takesOrders;
  }

  /**
   * Puts an order in sequence. The future brings what became of it, or fails with {@link SequencerFull} or {@link
   * OutcomeUnknown}. May be called from any thread, once the order's signatures are verified.
   */
  public Future<Outcome> submit(SignedOrder order) {
    return submit(ledger -> order);
  }

  /**
   * Puts an order in sequence that depends on the state it is decided in, such as a seal over all balances. It is made
   * on the sequencer's event loop, just before it is decided.
   */
  public Future<Outcome> submit(Function<Ledger, SignedOrder> order) {
    Promise<Outcome> answer = Promise.promise();
    context.runOnContext(nothing -> take(order, answer));
    return answer.future();
  }

  private void take(Function<Ledger, SignedOrder> order, Promise<Outcome> answer) {
    if (edge.isEmpty()) {
      answer.fail(new OutcomeUnknown());
      return;
    }
    int waiting = waiting();
    if (waiting >= capacity) {
      answer.fail(new SequencerFull(waiting));
      return;
    }
    try {
      JournalEdge at = edge.get();
      long now = around.clock().getAsLong();
      bookDue(at, now);
      SignedOrder made = order.apply(at.ledger);
      if (isInDoubt(made.order().terms(), now)) {
        answer.fail(new OutcomeUnknown());
        return;
      }
      decide(made, at, now, answer);
      bookDue(at, now); // what this order made due
    } catch (RuntimeException broken) {
      answer.fail(new OutcomeUnknown(broken));
      reload(broken);
    }
  }

  private void bookDue(JournalEdge at, long now) {
    around.due().orders(at.ledger, now).forEach(due -> decide(due, at, now, Promise.promise()));
  }

  private int waiting() {
    return Stream.of(committing, gathering)
        .flatMap(Optional::stream)
        .mapToInt(Batch::waiting)
        .sum();
  }

  /**
   * A refusal is final, so none is given for a fault of this machine: where its two clocks are far apart, an order that
   * is out of time by one of them and in time by the other is not decided.
   */
  private boolean isInDoubt(Terms terms, long now) {
    long ahead = around.clock().wallAhead();
    noteWhetherApart(ahead);
    return clocksApart && isOutOfTime(terms, now) && !isOutOfTime(terms, now + ahead);
  }

  private void noteWhetherApart(long micros) {
    boolean apart = Math.abs(micros) > EntryClock.MOST_APART;
    if (apart && !clocksApart) {
      LOG.warn(
          "this machine's clock leapt by {} s; entries are still booked by the time before that."
              + " Set the clock right, or start again to go by it",
          TimeUnit.MICROSECONDS.toSeconds(micros));
    }
    clocksApart = apart;
  }

  private static boolean isOutOfTime(Terms terms, long micros) {
    long seconds = TimeUnit.MICROSECONDS.toSeconds(micros);
    return terms.isOver(seconds) || terms.isEarly(seconds);
  }

  private void decide(SignedOrder order, JournalEdge at, long now, Promise<Outcome> answer) {
    Decision decision = at.ledger.decide(order, now);
    if (decision instanceof Decision.Posted posted) {
      gather(posted.entry(), at, answer);
    } else if (decision instanceof Decision.Refused refused) {
      gather(refused.entry(), at, answer);
    } else if (decision instanceof Decision.Replayed replayed) {
      findEarlier(replayed.index(), answer);
    } else {
      conflict(((Decision.Conflicting) decision).index(), answer);
    }
  }

  private void gather(JournalEntry entry, JournalEdge at, Promise<Outcome> answer) {
    if (gathering.isEmpty()) {
      gathering = Optional.of(new Batch(at));
    }
    gathering.get().add(entry, at, answer);
    commitSoon();
  }

  /** The first answer may still be on its way to the journal: then the retry waits with it. */
  private void findEarlier(long index, Promise<Outcome> answer) {
    boolean waits = committing.filter(batch -> batch.join(index, answer)).isPresent()
        || gathering.filter(batch -> batch.join(index, answer)).isPresent();
    if (!waits) {
      around
          .archive()
          .apply(index)
          .<Outcome>map(booked -> booked)
          .recover(lost -> Future.failedFuture(new OutcomeUnknown(lost)))
          .onComplete(answer);
    }
  }

  /** That another order has the id is not certain either, before that order is in the journal. */
  private void conflict(long index, Promise<Outcome> answer) {
    Outcome conflict = new Outcome.Conflict(index);
    boolean waits =
        committing.filter(batch -> batch.join(index, conflict, answer)).isPresent()
            || gathering.filter(batch -> batch.join(index, conflict, answer)).isPresent();
    if (!waits) {
      answer.complete(conflict);
    }
  }

  /** Commits after what already stands in this event loop's queue, so that orders that came together go together. */
  private void commitSoon() {
    if (!commitAsked && committing.isEmpty()) {
      commitAsked = true;
      context.runOnContext(nothing -> commit());
    }
  }

  private void commit() {
    commitAsked = false;
    if (edge.isEmpty() || gathering.isEmpty() || committing.isPresent()) {
      return;
    }
    Batch batch = gathering.get();
    committing = gathering;
    gathering = Optional.empty();
    JournalEdge at = edge.get();
    String origin = around.logKey().publicKey().name();
    SignedCheckpoint checkpoint = around.logKey().sign(Checkpoint.of(origin, at.tree));
    Group group = new Group(
        head,
        new Journal.Head(at.tree.size(), checkpoint.encoded()),
        batch.leaves(),
        at.ledger.takeChanges(),
        at.tiles.takeFull());
    underWay = around.journal().append(group);
    underWay.onComplete(
        done -> context.runOnContext(nothing -> committed(batch, group, checkpoint)),
        failed -> context.runOnContext(nothing -> notCommitted(batch, failed)));
  }

  private void notCommitted(Batch batch, Throwable cause) {
    if (isUnderWay(batch)) {
      reload(cause);
    }
  }

  /** A batch is not, when the state was given up before the journal answered. */
  private boolean isUnderWay(Batch batch) {
    return committing.filter(each -> each == batch).isPresent();
  }

  private void committed(Batch batch, Group group, SignedCheckpoint checkpoint) {
    if (!isUnderWay(batch)) {
      return;
    }
    head = group.after();
    failures = 0;
    committing = Optional.empty();
    commit(); // before the answers: the journal should not wait for their proofs
    around.publish().accept(new Committed(group.changes(), checkpoint));
    group.entries().forEach(leaf -> follow(leaf.entry()));
    batch.answer(checkpoint);
  }

  /**
   * Forgets everything that is not in the journal and reads the journal again, once the group under way has got there
   * or not. Whether it was committed, only the journal knows now, so nobody is told more than that.
   */
  private void reload(Throwable cause) {
    LOG.error("the journal did not take a group; reading it again", cause);
    edge = Optional.empty();
    takesOrders = false;
    List<Batch> lost =
        Stream.of(committing, gathering).flatMap(Optional::stream).toList();
    committing = Optional.empty();
    gathering = Optional.empty();
    lost.forEach(batch -> batch.fail(new OutcomeUnknown(cause)));
    if (cause instanceof JournalForked || ++failures > 1) {
      around.end().accept(cause);
      return;
    }
    underWay
        .transform(answered -> loadPatiently(RELOAD_ATTEMPTS))
        .onSuccess(nothing -> LOG.info("the journal is read again, up to entry {}", head.size()))
        .onFailure(around.end()::accept);
  }

  /** A database that restarts is not there for some seconds; a journal that is wrong stays wrong. */
  private Future<Void> loadPatiently(int attempts) {
    return load()
        .recover(failed -> attempts <= 1 || failed instanceof JournalDamaged
            ? Future.failedFuture(failed)
            : vertx
                .timer(RELOAD_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .compose(pause -> loadPatiently(attempts - 1)));
  }

  private Future<Void> load() {
    JournalEdge read = new JournalEdge();
    return around
        .journal()
        .replay(leaf -> {
          read.replay(leaf);
          follow(leaf.entry());
        })
        .compose(kept -> {
          Promise<Void> taken = Promise.promise();
          context.runOnContext(nothing -> take(read, kept, taken));
          return taken.future();
        })
        .recover(failed -> Future.failedFuture(JournalDamaged.orAsItIs(failed)));
  }

  private void take(JournalEdge read, Journal.Head kept, Promise<Void> taken) {
    try {
      JournalDamaged.unlessGoesOnFrom(head, kept);
      Optional<SignedCheckpoint> checkpoint =
          JournalDamaged.unlessLeadsTo(kept, read.tree, around.logKey().publicKey());
      LedgerChanges everything = read.ledger.takeChanges();
      edge = Optional.of(read);
      takesOrders = true;
      head = kept;
      checkpoint.ifPresent(each -> around.publish().accept(new Committed(everything, each)));
      taken.complete();
    } catch (RuntimeException broken) {
      taken.fail(broken);
    }
  }

  /** After a failure some entries are read that were followed before, and some that nobody has seen yet. */
  private void follow(JournalEntry entry) {
    if (entry.index() == followed) {
      followed++;
      around.follow().accept(entry);
    }
  }
}
