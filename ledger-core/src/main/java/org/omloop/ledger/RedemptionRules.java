package org.omloop.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.policy.Setting;

/** How money leaves the circuit, and how the bank's answer is booked. */
final class RedemptionRules {
  private RedemptionRules() {}

  static Ruling redeem(Order.Redeem redeem, Examination exam) {
    exam.signedFor(redeem.from(), Right.REDEEM).standing(redeem.from());
    if (!exam.passes()) {
      return exam.refused();
    }
    Account from = exam.state.account(redeem.from());
    exam.withinKeyLimits(redeem.amount());
    exam.refuseIf(!from.canPay(redeem.amount()), Refusal.INSUFFICIENT_FUNDS)
        .outsideEarmarks(from, Optional.empty(), redeem.amount());
    exam.refuseIf(!mayRedeem(from, redeem.purpose(), exam), Refusal.POLICY_FORBIDS);
    return exam.rule(() -> {
      long fee = fee(redeem.amount(), from, exam);
      Amount payout = Amount.of(redeem.amount().minorUnits() - fee);
      return new Ruling.Book(EntryKind.REDEEM, redeemLegs(redeem.from(), payout, fee), () -> {
        exam.state.redemptions.put(
            exam.order.id(),
            new Redemption(redeem.from(), payout, fee, Redemption.Stage.REQUESTED));
        exam.countAgainstKeys(redeem.amount());
      });
    });
  }

  private static boolean mayRedeem(Account from, Purpose purpose, Examination exam) {
    return switch (from.type()) {
      case HOLDER ->
        Examination.isResident(from)
            ? residentMayRedeem(exam.policy().text(Setting.REDEMPTION_BY_RESIDENTS), purpose)
            : exam.policy().flag(Setting.REDEMPTION_BY_ORGANISATIONS);
      case FEES -> purpose == Purpose.FEE;
      default -> false;
    };
  }

  private static boolean residentMayRedeem(String rule, Purpose purpose) {
    return rule.equals("on") || (rule.equals("on-leaving") && purpose == Purpose.LEAVING);
  }

  /** Returns the operator's fee; at least one minor unit is left to pay out. */
  private static long fee(Amount amount, Account from, Examination exam) {
    long fee = amount.basisPoints(exam.policy().basisPoints(Setting.REDEMPTION_FEE_BASIS_POINTS));
    return from.id().equals(Ledger.OPERATOR) ? 0 : Math.min(fee, amount.minorUnits() - 1);
  }

  private static List<Leg> redeemLegs(AccountId from, Amount payout, long fee) {
    List<Leg> legs = new ArrayList<>(List.of(new Leg(from, Ledger.TRANSIT, payout)));
    if (fee > 0) {
      legs.add(new Leg(from, Ledger.OPERATOR, Amount.of(fee)));
    }
    return legs;
  }

  static Ruling paidOut(Order.PaidOut paidOut, Examination exam) {
    exam.signedByOperator();
    return find(paidOut.redeem(), exam)
        .filter(each -> each.stage() == Redemption.Stage.REQUESTED)
        .map(redemption -> bankRules(paidOut.bank(), exam)
            .rule(() -> new Ruling.Book(
                EntryKind.PAID_OUT,
                List.of(new Leg(Ledger.TRANSIT, Ledger.ISSUANCE, redemption.payout())),
                () -> settle(
                    paidOut.redeem(),
                    redemption.at(Redemption.Stage.PAID_OUT),
                    paidOut.bank(),
                    exam))))
        .orElseGet(() -> exam.refuse(Refusal.ORIGINAL_NOT_FOUND));
  }

  static Ruling returned(Order.Returned returned, Examination exam) {
    exam.signedByOperator();
    Optional<Redemption> found =
        find(returned.redeem(), exam).filter(each -> each.stage() != Redemption.Stage.RETURNED);
    if (found.isEmpty()) {
      return exam.refuse(Refusal.ORIGINAL_NOT_FOUND);
    }
    Redemption redemption = found.get();
    bankRules(returned.bank(), exam).administrable(redemption.from());
    return exam.rule(() -> new Ruling.Book(
        EntryKind.RETURNED,
        returnLegs(redemption, exam),
        () -> settle(
            returned.redeem(), redemption.at(Redemption.Stage.RETURNED), returned.bank(), exam)));
  }

  /** The units come from where they are: under way, or gone with the payout. The fee returns if it is still there. */
  private static List<Leg> returnLegs(Redemption redemption, Examination exam) {
    AccountId source =
        redemption.stage() == Redemption.Stage.REQUESTED ? Ledger.TRANSIT : Ledger.ISSUANCE;
    List<Leg> legs =
        new ArrayList<>(List.of(new Leg(source, redemption.from(), redemption.payout())));
    if (redemption.fee() > 0
        && exam.state.account(Ledger.OPERATOR).canPay(Amount.of(redemption.fee()))) {
      legs.add(new Leg(Ledger.OPERATOR, redemption.from(), Amount.of(redemption.fee())));
    }
    return legs;
  }

  private static Optional<Redemption> find(OrderId id, Examination exam) {
    return Optional.ofNullable(exam.state.redemptions.get(id));
  }

  private static Examination bankRules(String bank, Examination exam) {
    return exam.refuseIf(exam.state.bankReferences.contains(bank), Refusal.BANK_REFERENCE_USED);
  }

  private static void settle(OrderId id, Redemption settled, String bank, Examination exam) {
    exam.state.redemptions.put(id, settled);
    exam.state.bankReferences.add(bank);
  }
}
