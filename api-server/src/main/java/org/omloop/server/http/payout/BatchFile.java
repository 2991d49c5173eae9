package org.omloop.server.http.payout;

import java.util.List;
import java.util.Optional;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.CreditTransfer;
import org.omloop.server.payouts.Draft;
import org.omloop.server.payouts.PaymentFile;
import org.omloop.server.payouts.Payout;
import org.omloop.server.payouts.Step;

/**
 * A batch with the payouts in it. Its file is made anew whenever somebody asks, so that no copy of members' names and
 * account numbers lies about.
 */
record BatchFile(Batch batch, List<Case> cases) {
  /** Returns the file; empty where a payee is not known any more. */
  Optional<PaymentFile> file() {
    List<CreditTransfer> transfers =
        cases.stream().flatMap(each -> each.transfer().stream()).toList();
    Draft draft = batch.draft();
    return transfers.size() == draft.redemptions().size()
        ? Optional.of(new PaymentFile(
            draft.batch(),
            draft.form(),
            draft.draftedAt(),
            draft.executionDate(),
            draft.debtor(),
            transfers))
        : Optional.empty();
  }

  /** Returns the file if it is still the one that was approved. */
  Optional<PaymentFile> approved() {
    Optional<String> sha256 = batch.step(Step.Kind.APPROVED).map(Step::sha256);
    return file().filter(each -> sha256.equals(Optional.of(each.sha256())));
  }

  /** Tells whether the units of a payout are back that the bank never paid: with this file it would pay them as well. */
  boolean isAnyGivenBack() {
    return cases.stream().anyMatch(each -> each.payout().stage() == Payout.Stage.REJECTED);
  }

  /** Tells whether the bank has still to pay all of them, so that none is paid which was given back. */
  boolean isAllWaiting() {
    return cases.size() == batch.draft().redemptions().size()
        && cases.stream().allMatch(each -> each.payout().stage() == Payout.Stage.REQUESTED);
  }
}
