package org.omloop.server.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.NoteVerdict;
import org.omloop.ledger.checkpoint.SignedCheckpoint;

/**
 * Signed heads that this journal must have passed through. Confined to the verifying thread.
 */
final class Heads {
  private final List<KnownHead> known;
  private final Map<Long, Optional<Hash>> roots = new HashMap<>();
  private final Findings findings;
  private final List<String> remarks = new ArrayList<>();
  private final List<String> forks = new ArrayList<>();
  private final Set<KnownHead> agreeing = new HashSet<>();

  Heads(List<KnownHead> known, Findings findings) {
    this.known = List.copyOf(known);
    this.findings = findings;
    known.forEach(each -> roots.put(each.size(), Optional.empty()));
  }

  /** Keeps the root where a head is of just this size. */
  void pass(JournalTree tree) {
    roots.computeIfPresent(tree.size(), (size, none) -> Optional.of(tree.root()));
  }

  /** Holds every head against what the journal was at its size. */
  void compare(SignedCheckpoint head, LogPublicKey key) {
    known.forEach(each -> compare(each, head, key));
    conclude(Check.RECEIPTS, each -> each.kind() == KnownHead.Kind.RECEIPT);
    conclude(Check.HISTORY, each -> each.kind() != KnownHead.Kind.RECEIPT);
  }

  /** A check that rests on heads is carried through when each of them could be held against the journal. */
  private void conclude(Check check, Predicate<KnownHead> concerned) {
    List<KnownHead> all = known.stream().filter(concerned).toList();
    if (!all.isEmpty() && agreeing.containsAll(all)) {
      findings.done(check);
    }
  }

  private void compare(KnownHead other, SignedCheckpoint head, LogPublicKey key) {
    boolean ours = other.head().checkpoint().origin().equals(key.name());
    if (!ours || other.head().signedBy(key) != NoteVerdict.SIGNED) {
      findings.add(Finding.ofNone(
          Check.HISTORY, other.name() + " is not signed by the log's key " + key.text()));
    } else if (other.size() > head.checkpoint().size()) {
      goesBeyond(other, head.checkpoint().size());
    } else {
      roots
          .getOrDefault(other.size(), Optional.empty())
          .ifPresent(root -> compare(other, root, head, key));
    }
  }

  private void compare(KnownHead other, Hash root, SignedCheckpoint head, LogPublicKey key) {
    if (root.equals(other.head().checkpoint().root())) {
      agreeing.add(other);
    } else {
      differs(other, root, head, key);
    }
  }

  private void goesBeyond(KnownHead other, long size) {
    if (other.kind() == KnownHead.Kind.EARLIER) {
      findings.add(Finding.at(
          size,
          Check.HISTORY,
          "entries from " + size + " on are gone: " + other.name() + " is a signed head over "
              + other.size() + " entries, this journal has " + size));
    } else {
      remarks.add(other.name() + " is a head over " + other.size() + " entries, more than the "
          + size + " of this export: they cannot be compared. Ask for an export of now.");
    }
  }

  private void differs(KnownHead other, Hash root, SignedCheckpoint head, LogPublicKey key) {
    findings.add(Finding.at(
        findings.firstIndex().orElse(0),
        Check.HISTORY,
        other.name() + " is a signed head over " + other.size() + " entries with root "
            + other.head().checkpoint().root() + "; this journal's first " + other.size()
            + " entries have root " + root));
    if (head.signedBy(key) == NoteVerdict.SIGNED) {
      forks.add(head.encoded() + "\n" + other.head().encoded());
    }
  }

  List<String> remarks() {
    return remarks;
  }

  List<String> forks() {
    return forks;
  }
}
