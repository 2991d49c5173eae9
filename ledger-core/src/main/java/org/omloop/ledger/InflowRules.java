package org.omloop.ledger;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Setting;

/** How money comes into the circuit: units against a bank credit. */
final class InflowRules {
  private InflowRules() {}

  static Ruling issue(Order.Issue issue, Examination exam) {
    exam.signedByOperator().standing(issue.to());
    exam.refuseIf(exam.state.bankReferences.contains(issue.bank()), Refusal.BANK_REFERENCE_USED);
    boolean large = exam.policy()
        .amount(Setting.TWO_SIGNATURES_ABOVE)
        .filter(most -> issue.amount().compareTo(most) > 0)
        .isPresent();
    if (large) {
      exam.signedByTwo();
    }
    if (!exam.passes()) {
      return exam.refused();
    }
    Account payee = exam.state.account(issue.to());
    Account issuance = exam.state.account(Ledger.ISSUANCE);
    long thisMonth = payee.toppedUp().in(exam.time.month()) + issue.amount().minorUnits();
    exam.refuseIf(
        monthlyLimit(payee, exam).filter(most -> thisMonth > most.minorUnits()).isPresent(),
        Refusal.ACCOUNT_LIMIT_EXCEEDED);
    exam.withinCap(payee, issue.amount().minorUnits());
    exam.refuseIf(
        issuance.balance().minorUnits() - issue.amount().minorUnits() < -Amount.MAXIMUM,
        Refusal.INSUFFICIENT_FUNDS);
    exam.refuseIf(!payee.type().canBeOpened(), Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.ISSUE, List.of(new Leg(Ledger.ISSUANCE, issue.to(), issue.amount())), () -> {
          exam.state.bankReferences.add(issue.bank());
          exam.state.change(
              issue.to(),
              each -> each.withToppedUp(
                  each.toppedUp().plus(exam.time.month(), issue.amount().minorUnits())));
          if (isResident(payee)) {
            exam.state.programmes.toppedUp(issue.to(), issue.amount(), exam.time.seconds());
          }
        }));
  }

  private static Optional<Amount> monthlyLimit(Account payee, Examination exam) {
    if (!isResident(payee)) {
      return Optional.empty();
    }
    return exam.policy()
        .amount(
            payee.level() == 0
                ? Setting.TOP_UP_PER_MONTH_UNIDENTIFIED
                : Setting.TOP_UP_PER_MONTH_IDENTIFIED);
  }

  private static boolean isResident(Account payee) {
    return payee.type() == AccountType.HOLDER && Examination.isResident(payee);
  }
}
