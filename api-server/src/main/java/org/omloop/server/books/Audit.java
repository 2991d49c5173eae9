package org.omloop.server.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.omloop.server.audit.VerificationReport;

/**
 * Every audit check, once, in the order of {@link AuditCheck}.
 *
 * @param results one for each check
 * @param reserve the bank held against the books
 * @param size how many entries it is about
 * @param scale decimals of an amount
 */
public record Audit(List<AuditResult> results, Reserve reserve, long size, int scale) {
  public Audit {
    results = List.copyOf(results);
  }

  /**
   * Draws the conclusions.
   *
   * @param journal has read along with the verification
   * @param stored of the same moment
   */
  public static Audit of(JournalFacts journal, StoredFacts stored, VerificationReport report) {
    Proof proof = new Proof(report);
    List<AuditResult> results = new ArrayList<>();
    results.addAll(new ReserveChecks(journal, stored, proof).all());
    results.addAll(new LedgerChecks(journal, stored, proof).all());
    results.addAll(new RecordChecks(journal, stored, proof).all());
    results.addAll(new AuthorityChecks(journal, stored, proof).all());
    results.addAll(new MemberChecks(journal, stored, proof).all());
    results.addAll(new ReportChecks(journal, stored).all());
    results.sort(Comparator.comparing(AuditResult::check));
    return new Audit(
        results, new Reserve(journal, stored.lines()), journal.ledger().size(), journal.scale());
  }

  /** Tells whether no check differs. */
  public boolean isInOrder() {
    return results.stream().allMatch(each -> each.verdict() == AuditResult.Verdict.OK);
  }
}
