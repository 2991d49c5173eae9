package org.omloop.server.sequencer;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.omloop.ledger.checkpoint.InclusionProof;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.RecentHashes;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.journal.Group;

/**
 * Decided entries that will be committed together, and who waits for them.
 *
 * <p>Confined to the sequencer's event loop.
 */
final class Batch {
  /** Somebody who sent an order, and what becomes of it once the checkpoint is in the journal. */
  private record Waiting(Function<SignedCheckpoint, Outcome> outcome, Promise<Outcome> answer) {}

  private final long first;
  private final RecentHashes hashes;
  private final List<Group.Leaf> leaves = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  Batch(JournalEdge edge) {
    this.first = edge.tree.size();
    this.hashes = RecentHashes.startingAt(edge.tree);
  }

  /** How many wait for an answer. */
  int waiting() {
    return waiting.size();
  }

  List<Group.Leaf> leaves() {
    return leaves;
  }

  void add(JournalEntry entry, JournalEdge edge, Promise<Outcome> answer) {
    byte[] leaf = entry.leaf();
    edge.append(leaf, hashes);
    leaves.add(new Group.Leaf(entry, leaf));
    waiting.add(new Waiting(head -> booked(entry.index(), false, head), answer));
  }

  /** Lets a retry wait for the entry of that index, if it is in this batch. */
  boolean join(long index, Promise<Outcome> answer) {
    return join(index, head -> booked(index, true, head), answer);
  }

  /** Lets an answer wait that is certain only with the entry of that index, if it is in this batch. */
  boolean join(long index, Outcome outcome, Promise<Outcome> answer) {
    return join(index, head -> outcome, answer);
  }

  private boolean join(
      long index, Function<SignedCheckpoint, Outcome> outcome, Promise<Outcome> answer) {
    boolean here = index >= first && index < end();
    if (here) {
      waiting.add(new Waiting(outcome, answer));
    }
    return here;
  }

  /** Answers everybody, now that the checkpoint is in the journal. */
  void answer(SignedCheckpoint checkpoint) {
    waiting.forEach(each -> each.answer().complete(each.outcome().apply(checkpoint)));
  }

  private Outcome booked(long index, boolean replayed, SignedCheckpoint checkpoint) {
    Group.Leaf leaf = leaves.get(Math.toIntExact(index - first));
    InclusionProof proof = InclusionProof.create(index, end(), hashes);
    Receipt receipt = new Receipt(Leaf.of(leaf.bytes()), proof, checkpoint);
    return new Outcome.Booked(leaf.entry(), receipt, replayed);
  }

  private long end() {
    return first + leaves.size();
  }

  void fail(Throwable reason) {
    waiting.forEach(each -> each.answer().tryFail(reason));
  }
}
