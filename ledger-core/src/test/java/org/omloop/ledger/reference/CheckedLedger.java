package org.omloop.ledger.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.Decision;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.KeyId;

/**
 * The core, watched at every step: the reference must decide the same, and what holds between two decisions must hold.
 * Keeps the journal. Confined to one thread.
 */
public final class CheckedLedger {
  private final Ledger core = new Ledger();
  private final ReferenceLedger reference = new ReferenceLedger();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final JournalTree tree = JournalTree.empty();

  /** Decides an order; throws {@link AssertionError} where the core is not what it must be. */
  public Decision decide(SignedOrder order, long now) {
    long before = core.lastBookedAt();
    Decision decision = core.decide(order, now);
    entry(decision).ifPresent(this::add);
    assertEquals(
        reference.decide(order.text(), now),
        ReferenceVerdict.of(decision),
        () -> "the reference decides otherwise of " + order.order());
    assertTrue(entry(decision).isEmpty() || core.lastBookedAt() > before, "time stood still");
    assertEquals(journal.size(), core.size());
    checkBalances();
    assertEquals(List.of(), reference.boundBeyondMeans());
    return decision;
  }

  private void add(JournalEntry entry) {
    journal.add(entry);
    append(entry, tree);
  }

  private static void append(JournalEntry entry, JournalTree tree) {
    tree.append(Leaf.of(entry.leaf()).hash(), (level, index, hash) -> {});
  }

  private static Optional<JournalEntry> entry(Decision decision) {
    return decision.match(
        posted -> Optional.of(posted.entry()),
        refused -> Optional.of(refused.entry()),
        replayed -> Optional.empty(),
        conflicting -> Optional.empty());
  }

  private void checkBalances() {
    assertEquals(
        0,
        core.accounts().stream().mapToLong(each -> each.balance().minorUnits()).sum(),
        "the balances do not add up to zero");
    for (Account each : core.accounts()) {
      assertTrue(
          each.type() == AccountType.ISSUANCE || each.available() >= 0,
          () -> each + " has spent or promised more than it has");
    }
  }

  /** Holds every account against the reference, and the journal, read back from its leaves, against what stands here. */
  public void checkReplay() {
    assertEquals(
        reference.accounts(), core.accounts().stream().map(CheckedLedger::line).toList());
    Ledger again = new Ledger();
    JournalTree treeAgain = JournalTree.empty();
    for (JournalEntry entry : journal) {
      JournalEntry read = LeafDecoder.decode(entry.leaf());
      assertArrayEquals(entry.leaf(), read.leaf());
      again.replay(read);
      append(read, treeAgain);
    }
    assertEquals(tree.root(), treeAgain.root());
    assertEquals(core.size(), again.size());
    assertEquals(List.copyOf(core.accounts()), List.copyOf(again.accounts()));
    assertEquals(core.balanceRoot(), again.balanceRoot());
    assertEquals(core.policy(), again.policy());
    KeyId server = core.genesis().orElseThrow().serverKey().keyId();
    assertEquals(
        core.bonusDue(core.lastBookedAt(), server), again.bonusDue(core.lastBookedAt(), server));
    journal.stream()
        .flatMap(entry -> entry.order().signatures().stream())
        .forEach(each -> assertEquals(core.key(each.key()), again.key(each.key())));
  }

  private static String line(Account account) {
    return "%s %s %s %d %d %d %d"
        .formatted(
            account.id(),
            account.type().wireName(),
            account.status().wireName(),
            account.level(),
            account.balance().minorUnits(),
            account.limit(),
            account.available());
  }

  public Ledger core() {
    return core;
  }

  public List<JournalEntry> journal() {
    return Collections.unmodifiableList(journal);
  }
}
