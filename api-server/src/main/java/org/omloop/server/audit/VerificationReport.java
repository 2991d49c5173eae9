package org.omloop.server.audit;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.LogPublicKey;

/**
 * What verification came to.
 *
 * @param checkpoint the head that was checked; empty when none could be read
 * @param key the log's key it was checked under; empty when none could be read
 * @param verified how many entries were checked whole, from the first on
 * @param signatures how many signatures were checked
 * @param scale decimals of an amount, as genesis says
 * @param totals sums over the verified entries, in minor units, by name
 * @param checks how far each check came, in the order of {@link Check}
 * @param findings what is wrong, the first bad entry's in front; none when all is well
 * @param remarks what the auditor should know and what is no finding
 * @param forks pairs of signed heads that cannot both be true, as text: the proof of two histories
 */
public record VerificationReport(
    Optional<Checkpoint> checkpoint,
    Optional<LogPublicKey> key,
    long verified,
    long signatures,
    int scale,
    SortedMap<String, Long> totals,
    SortedMap<Check, CheckState> checks,
    List<Finding> findings,
    List<String> remarks,
    List<String> forks) {
  public VerificationReport {
    findings = List.copyOf(findings);
    remarks = List.copyOf(remarks);
    forks = List.copyOf(forks);
  }

  /** Tells whether nothing is wrong. */
  public boolean passed() {
    return findings.isEmpty();
  }

  /** Returns the finding of the first bad entry. */
  public Optional<Finding> first() {
    return findings.stream().findFirst();
  }
}
