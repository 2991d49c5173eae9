package org.omloop.server.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.Server;

/**
 * A journal as it stands in the database, and what has to be true of it after whatever happened. It is read from its
 * leaves alone.
 */
final class KeptJournal {
  private static final int PAGE = 1_000;

  private final LogPublicKey log;
  private final List<Leaf> leaves;
  private final List<JournalEntry> entries;

  /** By size, from 0: the root over so many leaves. */
  private final List<Hash> roots = new ArrayList<>();

  private KeptJournal(LogPublicKey log, List<Leaf> leaves) {
    this.log = log;
    this.leaves = leaves;
    this.entries =
        leaves.stream().map(leaf -> LeafDecoder.decode(leaf.toBytes())).toList();
    JournalTree tree = JournalTree.empty();
    roots.add(tree.root());
    for (Leaf leaf : leaves) {
      tree.append(leaf.hash(), (level, index, hash) -> {});
      roots.add(tree.root());
    }
  }

  /** Reads all of it. */
  static KeptJournal of(Server server, LogPublicKey log) {
    List<Leaf> leaves = new ArrayList<>();
    int count;
    do {
      List<byte[]> page = server
          .books()
          .reader()
          .leaves(leaves.size(), PAGE)
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      page.forEach(leaf -> leaves.add(Leaf.of(leaf)));
      count = page.size();
    } while (count == PAGE);
    return new KeptJournal(log, leaves);
  }

  long size() {
    return leaves.size();
  }

  List<JournalEntry> entries() {
    return entries;
  }

  /** Everything that answers promise: each receipt stands, each order has ended once, and the books are right. */
  void keepsPromises(List<Answer> answers) {
    answers.forEach(this::honours);
    endsEachOrderOnce(answers);
    isDecidedByTheRules();
    balancesAtEverySize();
  }

  /** The receipt holds, its leaf stands where it says, and its tree is the beginning of this one. */
  void honours(Answer answer) {
    Receipt receipt = answer.receipt();
    long index = receipt.proof().index();
    Checkpoint checkpoint = receipt.checkpoint().checkpoint();
    require(receipt.verify(log) == ReceiptVerdict.VALID, "the receipt of " + index + " is void");
    require(checkpoint.size() <= size(), "entry " + index + " was answered for, and is lost");
    require(leaves.get((int) index).equals(receipt.leaf()), "entry " + index + " is another now");
    require(
        roots.get((int) checkpoint.size()).equals(checkpoint.root()),
        "the journal no longer begins as it did at size " + checkpoint.size());
    require(
        entries.get((int) index).order().text().equals(answer.order().text()),
        "the receipt of " + index + " is about another order");
  }

  private void endsEachOrderOnce(List<Answer> answers) {
    Map<OrderId, Long> ends = new HashMap<>();
    for (JournalEntry entry : entries) {
      Long other = ends.put(entry.order().id(), entry.index());
      require(other == null, "entries " + other + " and " + entry.index() + " are of one order");
    }
    for (Answer answer : answers) {
      long index = answer.index();
      require(
          Long.valueOf(index).equals(ends.get(answer.order().id())),
          "the order answered with " + index + " ended elsewhere");
    }
  }

  /** Every entry but the first so many was answered for. */
  void isAnsweredForAfter(long opening, List<Answer> answers) {
    Set<Long> answered = new HashSet<>();
    answers.forEach(answer -> answered.add(answer.index()));
    for (long index = opening; index < size(); index++) {
      require(answered.contains(index), "entry " + index + " was answered to nobody");
    }
  }

  /** An independent ledger that decides all orders again comes to the same. */
  private void isDecidedByTheRules() {
    Ledger again = new Ledger();
    entries.forEach(again::replay);
  }

  /** Adds up nothing but postings: at every size all is zero together, and nobody is below their limit. */
  void balancesAtEverySize() {
    Map<AccountId, Long> balances = new HashMap<>();
    Map<AccountId, Long> limits = new HashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.refusal().isEmpty() && entry.order().order() instanceof Order.Limit limit) {
        limits.put(limit.account(), limit.limit());
      }
      for (Posting each : entry.postings()) {
        long amount = each.amount().minorUnits();
        balances.merge(each.account(), each.side() == Side.CREDIT ? amount : -amount, Long::sum);
      }
      for (Posting each : entry.postings()) {
        long least = each.account().equals(Ledger.ISSUANCE)
            ? Long.MIN_VALUE
            : -limits.getOrDefault(each.account(), 0L);
        require(balances.get(each.account()) >= least, "entry " + entry.index() + " overdraws");
      }
      long sum = balances.values().stream().mapToLong(Long::longValue).sum();
      require(sum == 0, "at size " + (entry.index() + 1) + " balances add up to " + sum);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
