package org.omloop.server.sequencer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.server.journal.Group;
import org.omloop.server.journal.Journal;
import org.omloop.server.journal.JournalForked;

/** A journal in memory that takes groups for real, and mishaps as a script says. Safe for any thread. */
final class ScriptedJournal implements Journal {
  /** What becomes of one group. */
  enum Step {
    TAKEN,
    TAKEN_SLOWLY,
    FAILED,
    TAKEN_BUT_ANSWER_LOST,
    FORGOTTEN_WITH_THE_LAST,
    FORKED
  }

  private final Vertx vertx;
  private final Supplier<Step> script;
  private final List<byte[]> leaves = new ArrayList<>();
  private Head head = Head.EMPTY;
  private Head before = Head.EMPTY;

  ScriptedJournal(Vertx vertx, Supplier<Step> script) {
    this.vertx = vertx;
    this.script = script;
  }

  @Override
  public synchronized Future<Void> append(Group group) {
    return switch (script.get()) {
      case TAKEN -> take(group);
      case TAKEN_SLOWLY -> vertx.timer(3, TimeUnit.MILLISECONDS).compose(pause -> take(group));
      case FAILED -> lost();
      case TAKEN_BUT_ANSWER_LOST -> take(group).compose(taken -> lost());
      case FORGOTTEN_WITH_THE_LAST -> forget().compose(forgotten -> lost());
      case FORKED -> Future.failedFuture(new JournalForked(head.size()));
    };
  }

  private static Future<Void> lost() {
    return Future.failedFuture(new IllegalStateException("the connection is gone"));
  }

  private synchronized Future<Void> take(Group group) {
    if (!group.before().equals(head)) {
      return Future.failedFuture(new JournalForked(head.size()));
    }
    for (Group.Leaf each : group.entries()) {
      if (each.entry().index() != leaves.size()) {
        return Future.failedFuture(
            new IllegalStateException("entry " + each.entry().index() + " at " + leaves.size()));
      }
      leaves.add(each.bytes().clone());
    }
    before = head;
    head = group.after();
    return Future.succeededFuture();
  }

  /** As a database that answers before its commits are on the disk, and then ends. */
  private synchronized Future<Void> forget() {
    head = before;
    leaves.subList((int) head.size(), leaves.size()).clear();
    return Future.succeededFuture();
  }

  @Override
  public Future<Head> replay(Consumer<Group.Leaf> each) {
    return vertx.executeBlocking(() -> {
      synchronized (this) {
        leaves.forEach(leaf -> each.accept(new Group.Leaf(LeafDecoder.decode(leaf), leaf)));
        return head;
      }
    });
  }

  /** Whether that leaf stands at that index now. */
  synchronized boolean holds(long index, byte[] leaf) {
    return index < leaves.size()
        && HexFormat.of()
            .formatHex(leaves.get((int) index))
            .equals(HexFormat.of().formatHex(leaf));
  }

  synchronized List<JournalEntry> entries() {
    return leaves.stream().map(LeafDecoder::decode).toList();
  }

  /** The tree of the first so many leaves, made from nothing but their bytes. */
  synchronized JournalTree tree(long size) {
    JournalTree tree = JournalTree.empty();
    leaves.stream()
        .limit(size)
        .forEach(leaf -> tree.append(Hash.leaf(leaf), (level, index, hash) -> {}));
    return tree;
  }

  synchronized Head kept() {
    return head;
  }
}
