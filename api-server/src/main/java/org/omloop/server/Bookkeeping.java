package org.omloop.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.directory.Directory;
import org.omloop.server.events.EntryFeed;
import org.omloop.server.events.Parties;
import org.omloop.server.journal.Journal;
import org.omloop.server.meters.MetersFold;
import org.omloop.server.postgres.JournalReader;
import org.omloop.server.programmes.ProgrammesFold;
import org.omloop.server.publication.Receipts;
import org.omloop.server.publication.Tiles;
import org.omloop.server.report.FiguresFold;
import org.omloop.server.rules.PolicyHistory;
import org.omloop.server.sequencer.EntryClock;
import org.omloop.server.sequencer.Outcome;
import org.omloop.server.sequencer.Sequencer;

/**
 * The rooms behind the counter, coupled: what writes the journal and what reads it. It knows no HTTP, so that the
 * benchmark and the rebuild can use it as it is.
 *
 * <p>Thread-safe, once {@link #open} has returned.
 */
public final class Bookkeeping {
  private final Sequencer sequencer;
  private final Directory directory = new Directory();
  private final FiguresFold figures = new FiguresFold();
  private final PolicyHistory rules = new PolicyHistory();
  private final MetersFold meters = new MetersFold();
  private final ProgrammesFold programmes = new ProgrammesFold();
  private final EntryFeed feed =
      new EntryFeed(new Parties(id -> directory.key(id).map(EnrolledKey::account)));
  private final JournalReader reader;
  private final Tiles tiles;
  private final Receipts receipts;

  /**
   * Couples the rooms.
   *
   * @param due what the server books of itself
   * @param end ends the process, when the writer cannot go on
   */
  public Bookkeeping(
      Journal journal,
      JournalReader reader,
      LogKey logKey,
      EntryClock clock,
      int capacity,
      Sequencer.Due due,
      Consumer<Throwable> end) {
    this.reader = reader;
    this.tiles = new Tiles(source(reader));
    this.receipts = new Receipts(reader::leaf, tiles, directory::checkpoint);
    this.sequencer = new Sequencer(
        new Sequencer.Surroundings(
            journal,
            clock,
            logKey,
            this::booked,
            due,
            this::follow,
            committed -> directory.publish(committed.changes(), committed.checkpoint()),
            end),
        capacity);
  }

  /** Reads the journal and takes orders from then on. */
  public Future<Void> open(Vertx vertx) {
    return vertx.deployVerticle(sequencer).mapEmpty();
  }

  private void follow(JournalEntry entry) {
    directory.follow(entry);
    figures.follow(entry);
    rules.follow(entry);
    meters.follow(entry);
    programmes.follow(entry);
    feed.publish(entry);
  }

  private Future<Outcome.Booked> booked(long index) {
    return receipts
        .receipt(index)
        .map(receipt ->
            new Outcome.Booked(LeafDecoder.decode(receipt.leaf().toBytes()), receipt, true));
  }

  private static Tiles.Source source(JournalReader reader) {
    return new Tiles.Source() {
      @Override
      public Future<List<byte[]>> leaves(long from, int count) {
        return reader.leaves(from, count);
      }

      @Override
      public Future<Optional<byte[]>> tile(int level, long tile) {
        return reader.tile(level, tile);
      }

      @Override
      public Future<List<byte[]>> tiles(int level, long from, int count) {
        return reader.tiles(level, from, count);
      }
    };
  }

  /** Tells whether orders are decided: not while the journal is being read. */
  public boolean takesOrders() {
    return sequencer.takesOrders();
  }

  /** Puts an order in sequence whose signatures are verified. */
  public Future<Outcome> submit(SignedOrder order) {
    return sequencer.submit(order);
  }

  /** Puts an order in sequence that is made from the state it is decided in. */
  public Future<Outcome> submit(Function<Ledger, SignedOrder> order) {
    return sequencer.submit(order);
  }

  /** Who takes part, and the head. */
  public Directory directory() {
    return directory;
  }

  /** The public figures. */
  public FiguresFold figures() {
    return figures;
  }

  /** How the rules changed, and will. */
  public PolicyHistory rules() {
    return rules;
  }

  /** What the law counts. */
  public MetersFold meters() {
    return meters;
  }

  /** What programmes handed out. */
  public ProgrammesFold programmes() {
    return programmes;
  }

  /** Committed entries, as they come. */
  public EntryFeed feed() {
    return feed;
  }

  /** What is in the journal. */
  public JournalReader reader() {
    return reader;
  }

  /** The hash tiles. */
  public Tiles tiles() {
    return tiles;
  }

  /** Receipts for entries of any age. */
  public Receipts receipts() {
    return receipts;
  }
}
