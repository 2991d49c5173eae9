package org.omloop.server.sequencer;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
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
  /** Somebody who sent an order: the first to do so, or one who sent the same bytes again. */
  private record Waiting(int position, boolean replayed, Promise<Outcome> answer) {}

  private final long first;
  private final RecentHashes hashes;
  private final List<Group.Leaf> leaves = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  Batch(JournalEdge edge) {
    this.first = edge.tree.size();
    this.hashes = RecentHashes.startingAt(edge.tree);
  }

  int size() {
    return leaves.size();
  }

  List<Group.Leaf> leaves() {
    return leaves;
  }

  void add(JournalEntry entry, JournalEdge edge, Promise<Outcome> answer) {
    byte[] leaf = entry.leaf();
    edge.append(leaf, hashes);
    waiting.add(new Waiting(leaves.size(), false, answer));
    leaves.add(new Group.Leaf(entry, leaf));
  }

  /** Lets a retry wait for the entry of that index, if it is in this batch. */
  boolean join(long index, Promise<Outcome> answer) {
    boolean here = index >= first && index < first + leaves.size();
    if (here) {
      waiting.add(new Waiting(Math.toIntExact(index - first), true, answer));
    }
    return here;
  }

  /** Answers everybody, now that the checkpoint is in the journal. */
  void answer(SignedCheckpoint checkpoint) {
    long size = first + leaves.size();
    for (Waiting each : waiting) {
      Group.Leaf leaf = leaves.get(each.position());
      InclusionProof proof = InclusionProof.create(leaf.entry().index(), size, hashes);
      Receipt receipt = new Receipt(Leaf.of(leaf.bytes()), proof, checkpoint);
      each.answer().complete(new Outcome.Booked(leaf.entry(), receipt, each.replayed()));
    }
  }

  void fail(Throwable reason) {
    waiting.forEach(each -> each.answer().tryFail(reason));
  }
}
