package org.omloop.ledger;

import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.Terms;

/** How money is reserved for a payee, and taken or let go. A hold moves nothing (docs/adr/0015). */
final class HoldRules {
  private HoldRules() {}

  static Ruling hold(Order.Hold hold, Examination exam) {
    exam.signedFor(hold.from(), Right.PAY).standing(hold.from(), hold.to());
    exam.refuseIf(hold.from().equals(hold.to()), Refusal.SAME_ACCOUNT);
    if (!exam.passes()) {
      return exam.refused();
    }
    Account payer = exam.state.account(hold.from());
    Account payee = exam.state.account(hold.to());
    PaymentRules.examineTransfer(payer, payee, hold.amount(), exam);
    exam.refuseIf(!payer.canPay(hold.amount()), Refusal.INSUFFICIENT_FUNDS)
        .outsideEarmarks(payer, Optional.of(payee), hold.amount());
    long lasts = hold.until() - exam.time.seconds();
    exam.refuseIf(lasts <= 0 || lasts > Terms.LONGEST_SECONDS, Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(EntryKind.HOLD, () -> {
      exam.state.hold(
          new Reservation(exam.order.id(), hold.from(), hold.to(), hold.amount(), hold.until()));
      exam.countAgainstKeys(hold.amount());
      exam.countAgainstPayer(hold.from(), hold.amount());
      exam.spendEarmarked(hold.from(), payee, hold.amount());
    }));
  }

  static Ruling capture(Order.Capture capture, Examination exam) {
    Optional<Reservation> held = Optional.ofNullable(exam.state.holds.get(capture.hold()));
    if (held.isEmpty()) {
      return exam.signedWith(Right.RECEIVE).refuse(Refusal.ORIGINAL_NOT_FOUND);
    }
    Reservation hold = held.get();
    exam.signedFor(hold.to(), Right.RECEIVE).standing(hold.from(), hold.to());
    exam.refuseIf(capture.amount().compareTo(hold.amount()) > 0, Refusal.AMOUNT_OUT_OF_RANGE);
    if (!exam.passes()) {
      return exam.refused();
    }
    Account payer = exam.state.account(hold.from());
    Account payee = exam.state.account(hold.to());
    PaymentRules.examineParties(payer, payee, exam)
        .withinCap(payee, PaymentRules.credit(payer, payee, capture.amount(), exam));
    exam.refuseIf(
        payer.available() + hold.amount().minorUnits() < capture.amount().minorUnits(),
        Refusal.INSUFFICIENT_FUNDS);
    return exam.rule(() -> {
      Ruling.Book transfer = PaymentRules.transfer(payer, payee, capture.amount(), exam);
      return new Ruling.Book(transfer.kind(), transfer.legs(), () -> {
        transfer.effect().run();
        exam.captureEarmarked(hold.id(), capture.amount());
        exam.state.release(hold);
      });
    });
  }

  static Ruling release(Order.Release release, Examination exam) {
    Optional<Reservation> held = Optional.ofNullable(exam.state.holds.get(release.hold()));
    if (held.isEmpty()) {
      return exam.signedWith(Right.RECEIVE).refuse(Refusal.ORIGINAL_NOT_FOUND);
    }
    exam.signedFor(held.get().to(), Right.RECEIVE);
    return exam.rule(
        () -> new Ruling.Book(EntryKind.RELEASE, () -> exam.state.release(held.get())));
  }
}
