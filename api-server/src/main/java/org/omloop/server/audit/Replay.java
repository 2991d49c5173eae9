package org.omloop.server.audit;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.ReplayMismatch;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.server.report.Figures;
import org.omloop.server.report.FiguresFold;

/**
 * Decides every order again, entry by entry, up to the first that does not come out the same: what follows it has
 * nothing to stand on. Confined to the verifying thread.
 */
final class Replay {
  private final Ledger ledger = new Ledger();
  private final TrialBalance trial = new TrialBalance();
  private final FiguresFold figures = new FiguresFold();
  private final SignatureChecks signatures;
  private final Findings findings;
  private final EntryFollower follower;
  private boolean stopped;
  private long seals;

  Replay(SignatureChecks signatures, Findings findings, EntryFollower follower) {
    this.signatures = signatures;
    this.findings = findings;
    this.follower = follower;
  }

  void take(ReadLeaf leaf) {
    if (stopped) {
      return;
    }
    Optional<Finding> wrong = leaf.fault().or(() -> objection(leaf.entry().orElseThrow()));
    wrong.ifPresent(findings::add);
    if (wrong.isEmpty()) {
      follower.follow(leaf.entry().orElseThrow(), leaf.hash(), ledger);
    }
    stopped = wrong.isPresent() || signatures.hasForged();
  }

  private Optional<Finding> objection(JournalEntry entry) {
    if (entry.bookedAt() <= ledger.lastBookedAt()) {
      return Optional.of(Finding.at(
          entry.index(),
          Check.TIMES,
          "entry " + entry.index() + " is booked no later than the entry before it"));
    }
    return signers(entry).or(() -> decision(entry));
  }

  /** The keys are asked for before the entry takes effect: an order cannot enrol the key that signs it. */
  private Optional<Finding> signers(JournalEntry entry) {
    for (OrderSignature each : entry.order().signatures()) {
      Optional<PublicKey> key = ledger.keyFor(entry.order(), each.key());
      if (key.isEmpty()) {
        return Optional.of(Finding.at(
            entry.index(),
            Check.SIGNATURES,
            "entry " + entry.index() + " is signed by " + each.key()
                + ", a key that nobody had enrolled by then"));
      }
      signatures.add(entry.index(), key.get(), each);
    }
    return Optional.empty();
  }

  private Optional<Finding> decision(JournalEntry entry) {
    try {
      ledger.replay(entry);
    } catch (ReplayMismatch e) {
      return Optional.of(
          Finding.at(entry.index(), Check.DECISIONS, String.valueOf(e.getMessage())));
    } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
      return Optional.of(Finding.at(
          entry.index(),
          Check.DECISIONS,
          "entry " + entry.index() + " cannot be decided: " + e.getMessage()));
    }
    trial.follow(entry.postings());
    figures.follow(entry);
    seals += entry.kind() == EntryKind.SEAL ? 1 : 0;
    return Optional.empty();
  }

  /** Adds what is wrong with the sums; to be asked when all entries have been taken. */
  void closeBooks() {
    trial
        .differences(ledger, figures.figures().outstanding())
        .forEach(
            each -> findings.add(Finding.at(Math.max(0, ledger.size() - 1), Check.TOTALS, each)));
  }

  boolean isStopped() {
    return stopped;
  }

  Ledger ledger() {
    return ledger;
  }

  SortedMap<String, Long> totals() {
    Figures all = figures.figures();
    SortedMap<String, Long> totals = new TreeMap<>();
    totals.put("issued", all.issued());
    totals.put("granted", all.granted());
    totals.put("spent", all.spent());
    totals.put("refunded", all.refunded());
    totals.put("redeemed", all.redeemed());
    totals.put("broughtIn", trial.broughtIn());
    totals.put("paidOut", trial.paidOut());
    totals.put("outstanding", all.outstanding());
    totals.put(
        "refused", all.refusals().values().stream().mapToLong(Long::longValue).sum());
    totals.put("seals", seals);
    totals.put("accounts", (long) ledger.accounts().size());
    return totals;
  }
}
