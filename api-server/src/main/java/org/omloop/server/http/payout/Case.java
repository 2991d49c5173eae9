package org.omloop.server.http.payout;

import java.util.Optional;
import org.omloop.server.payouts.BankWord;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.CreditTransfer;
import org.omloop.server.payouts.Payee;
import org.omloop.server.payouts.Payout;
import org.omloop.server.payouts.SepaText;

/**
 * A payout with what the office looks at.
 *
 * @param batch the one it is in, unless that was sent back
 * @param payee whom to pay; empty where nobody has told, or the holder was erased
 * @param bank the line of the bank's statement that says more than the journal does; empty if there is none
 */
record Case(Payout payout, Optional<Batch> batch, Optional<Payee> payee, Optional<BankWord> bank) {
  /** Returns its line in a file; empty where a bank could not make anything of the payee. */
  Optional<CreditTransfer> transfer() {
    return payee
        .filter(each -> SepaText.saysSomething(each.sepaName()))
        .map(each -> new CreditTransfer(payout.order(), payout.amount(), each));
  }

  /** Returns how far it is: the journal's word first, then the batch's. */
  String state() {
    return payout.stage() == Payout.Stage.REQUESTED
        ? batch.map(each -> each.state().wireName()).orElse(Payout.Stage.REQUESTED.wireName())
        : payout.stage().wireName();
  }
}
