package org.omloop.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.policy.Setting;

/** How members pay each other, and give back. */
final class PaymentRules {
  private PaymentRules() {}

  static Ruling pay(Order.Pay pay, Examination exam) {
    exam.signedFor(pay.from(), Right.PAY).standing(pay.from(), pay.to());
    exam.refuseIf(pay.from().equals(pay.to()), Refusal.SAME_ACCOUNT);
    pay.request().ifPresent(request -> examineRequest(request, pay, exam));
    if (!exam.passes()) {
      return exam.refused();
    }
    Account payer = exam.state.account(pay.from());
    Account payee = exam.state.account(pay.to());
    examineTransfer(payer, payee, pay.amount(), exam);
    exam.refuseIf(!payer.canPay(pay.amount()), Refusal.INSUFFICIENT_FUNDS)
        .outsideEarmarks(payer, Optional.of(payee), pay.amount());
    return exam.rule(() -> {
      Ruling.Book transfer = transfer(payer, payee, pay.amount(), exam);
      return new Ruling.Book(transfer.kind(), transfer.legs(), () -> {
        transfer.effect().run();
        exam.countAgainstKeys(pay.amount());
        exam.countAgainstPayer(pay.from(), pay.amount());
        exam.spendEarmarked(pay.from(), payee, pay.amount());
        pay.request().ifPresent(request -> exam.state.paidRequests.add(request.id()));
      });
    });
  }

  /** A request is paid once, in time, to the payee who asked, and as asked. */
  private static void examineRequest(RequestTerms request, Order.Pay pay, Examination exam) {
    boolean isOver = exam.time.seconds() > request.expiresAt();
    exam.refuseIf(
        isOver || exam.state.paidRequests.contains(request.id()), Refusal.REQUEST_NOT_OPEN);
    boolean fits = request.isFor(pay.to())
        && request.isOn(pay.terms().ledger())
        && request.amount().map(pay.amount()::equals).orElse(true);
    exam.refuseIf(!fits, Refusal.REQUEST_MISMATCH);
  }

  /** What payments and holds have in common: limits, caps, and who may pay whom. */
  static void examineTransfer(Account payer, Account payee, Amount amount, Examination exam) {
    exam.withinKeyLimits(amount).withinPaymentLimits(payer, amount);
    examineParties(payer, payee, exam).withinCap(payee, credit(payer, payee, amount, exam));
  }

  /** Who may pay whom at all: it must hold when money is promised, and still when it moves. */
  static Examination examineParties(Account payer, Account payee, Examination exam) {
    boolean insideCircuit = payer.type() == AccountType.HOLDER && payee.type().isInsideCircuit();
    exam.refuseIf(!insideCircuit, Refusal.POLICY_FORBIDS).acceptor(payee);
    boolean gift = kind(payer, payee) == EntryKind.GIFT;
    return exam.refuseIf(
        gift && !exam.policy().flag(Setting.GIFTS_BETWEEN_RESIDENTS), Refusal.POLICY_FORBIDS);
  }

  /** Returns what a transfer books: its legs, its kind, and that it can be given back. */
  static Ruling.Book transfer(Account payer, Account payee, Amount amount, Examination exam) {
    Optional<Payment.Contribution> contribution = contribution(payer, payee, amount, exam);
    List<Leg> legs = new ArrayList<>(List.of(new Leg(payer.id(), payee.id(), amount)));
    contribution.ifPresent(
        each -> legs.add(new Leg(payee.id(), each.fund(), Amount.of(each.taken()))));
    Payment payment = new Payment(payer.id(), payee.id(), amount, 0, contribution);
    OrderId id = exam.order.id();
    return new Ruling.Book(kind(payer, payee), legs, () -> exam.state.payments.put(id, payment));
  }

  static Ruling refund(Order.Refund refund, Examination exam) {
    Optional<Payment> original = Optional.ofNullable(exam.state.payments.get(refund.original()));
    if (original.isEmpty()) {
      return exam.signedWith(Right.REFUND).refuse(Refusal.ORIGINAL_NOT_FOUND);
    }
    Payment payment = original.get();
    exam.signedFor(payment.to(), Right.REFUND).standing(payment.to(), payment.from());
    exam.refuseIf(refund.amount().compareTo(payment.amount()) > 0, Refusal.AMOUNT_OUT_OF_RANGE);
    exam.refuseIf(refund.amount().minorUnits() > payment.refundable(), Refusal.ALREADY_REFUNDED);
    if (!exam.passes()) {
      return exam.refused();
    }
    long back = contributionBack(payment, refund.amount(), exam);
    Account payee = exam.state.account(payment.to());
    exam.withinKeyLimits(refund.amount());
    exam.withinRange(exam.state.account(payment.from()), refund.amount());
    exam.refuseIf(
            payee.available() + back < refund.amount().minorUnits(), Refusal.INSUFFICIENT_FUNDS)
        .outsideEarmarks(payee, refund, back);
    return exam.rule(
        () -> new Ruling.Book(EntryKind.REFUND, refundLegs(payment, refund.amount(), back), () -> {
          exam.state.payments.put(refund.original(), payment.refunded(refund.amount(), back));
          exam.state.programmes.returned(refund.original(), refund.amount());
          exam.countAgainstKeys(refund.amount());
        }));
  }

  /** The fund gives its part back as far as it still has it: a shop's refund never waits for the fund. */
  private static long contributionBack(Payment payment, Amount refund, Examination exam) {
    return payment
        .contribution()
        .map(each -> exam.state.account(each.fund()).available())
        .map(available -> Math.max(0, Math.min(available, payment.contributionBack(refund))))
        .orElse(0L);
  }

  private static List<Leg> refundLegs(Payment payment, Amount refund, long back) {
    List<Leg> legs = new ArrayList<>();
    payment
        .contribution()
        .filter(each -> back > 0)
        .ifPresent(each -> legs.add(new Leg(each.fund(), payment.to(), Amount.of(back))));
    legs.add(new Leg(payment.to(), payment.from(), refund));
    return legs;
  }

  /** Returns what the payee keeps of a transfer, in minor units. */
  static long credit(Account payer, Account payee, Amount amount, Examination exam) {
    return amount.minorUnits()
        - contribution(payer, payee, amount, exam)
            .map(Payment.Contribution::taken)
            .orElse(0L);
  }

  /** Returns the payee's contribution to the fund; only purchases carry one. */
  private static Optional<Payment.Contribution> contribution(
      Account payer, Account payee, Amount amount, Examination exam) {
    long share = amount.basisPoints(exam.policy().basisPoints(Setting.CONTRIBUTION_BASIS_POINTS));
    return share == 0 || kind(payer, payee) != EntryKind.PURCHASE
        ? Optional.empty()
        : exam.fund().map(fund -> new Payment.Contribution(fund, share, 0));
  }

  private static EntryKind kind(Account payer, Account payee) {
    if (payee.type() == AccountType.FUND) {
      return EntryKind.CONTRIBUTION;
    }
    boolean fromResident = payer.classification().role() == Role.RESIDENT;
    boolean toResident = payee.classification().role() == Role.RESIDENT;
    if (fromResident) {
      return toResident ? EntryKind.GIFT : EntryKind.PURCHASE;
    }
    return toResident ? EntryKind.WAGE : EntryKind.B2B;
  }
}
