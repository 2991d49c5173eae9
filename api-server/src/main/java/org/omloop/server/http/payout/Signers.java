package org.omloop.server.http.payout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.bank.BankDays;
import org.omloop.server.bank.EuroCents;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.session.OfficeSignature;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.Debtor;
import org.omloop.server.payouts.Draft;
import org.omloop.server.payouts.FileForm;
import org.omloop.server.payouts.SignedDecision;
import org.omloop.server.payouts.SignedDraft;

/**
 * The operator's people who sign drafts and decisions. Thread-safe.
 *
 * @param origin the ledger's, which they must name
 * @param policy names the reserve account
 * @param form of the files that are drafted from now on
 * @param clock real time
 */
public record Signers(
    Directory directory,
    Supplier<String> origin,
    Supplier<Policy> policy,
    FileForm form,
    Clock clock) {
  /** Reads a draft; throws a {@link Problem} unless somebody who operates has signed it just now. */
  SignedDraft drafted(String jws) {
    SignedDraft said = SignedDraft.parse(jws)
        .orElseThrow(
            () -> malformed("must be a compact JWS of type omloop-payout-batch+jws over exactly"
                + " batch, iat, ledger and orders (1 to " + SignedDraft.MOST
                + ", each once), in canonical form"));
    signature().check(said.signed(), said.ledger(), said.saidAt(), false);
    return said;
  }

  /** Reads a decision about that batch; throws a {@link Problem} unless somebody of the office has signed it just now. */
  SignedDecision decided(String jws, BatchId batch) {
    SignedDecision said = SignedDecision.parse(jws)
        .filter(each -> each.batch().equals(batch))
        .orElseThrow(
            () -> malformed(
                "must be a compact JWS of type omloop-payout-decision+jws over exactly"
                    + " batch (the address's), decision, iat, ledger, reason and sha256, in canonical form"));
    signature().check(said.signed(), said.ledger(), said.saidAt(), true);
    return said;
  }

  private OfficeSignature signature() {
    return new OfficeSignature(directory, origin, clock);
  }

  private static Problem malformed(String detail) {
    return Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.inBody("", "malformed", detail));
  }

  /** Returns what will be kept of a draft: everything that its file depends on, as it is now. */
  Draft draft(SignedDraft said) {
    if (directory.genesis().filter(each -> each.scale() != EuroCents.SCALE).isPresent()) {
      throw Problem.of(ProblemType.NOT_IN_CENTS);
    }
    Debtor debtor = new Debtor(
        policy.get().text(Setting.RESERVE_NAME), policy.get().text(Setting.RESERVE_IBAN));
    if (debtor.name().isEmpty() || debtor.iban().isEmpty()) {
      throw Problem.of(ProblemType.RESERVE_UNKNOWN);
    }
    Instant now = now();
    return new Draft(
        said.batch(),
        said.redemptions(),
        said.signed().key(),
        now,
        BankDays.from(LocalDate.ofInstant(now, BankDays.ZONE).plusDays(1)), // as members are told
        form,
        debtor,
        said.signed().text());
  }

  /** Tells whether a caller may decide about a batch as its second person. */
  boolean maySign(Batch batch, Optional<Caller> caller) {
    return caller
        .filter(each -> each.isOffice() && areTwoPeople(batch, each.key().id()))
        .isPresent();
  }

  /** Two keys of one person are one person. */
  boolean areTwoPeople(Batch batch, KeyId second) {
    return signature().areTwoPeople(batch.draft().by(), second);
  }

  /** Returns the present second. */
  Instant now() {
    return Instant.ofEpochSecond(clock.instant().getEpochSecond());
  }
}
