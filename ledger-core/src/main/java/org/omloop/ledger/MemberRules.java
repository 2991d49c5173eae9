package org.omloop.ledger;

import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;

/** How accounts come, change and go. */
final class MemberRules {
  private MemberRules() {}

  static Ruling open(Order.Open open, Examination exam) {
    exam.signedByOperator();
    boolean isNew = !exam.state.accounts.containsKey(open.account());
    boolean fund = open.accountType() == AccountType.FUND;
    boolean forFund = open.classification().role() == Role.FUND;
    exam.refuseIf(
        !isNew || !open.accountType().canBeOpened() || fund != forFund, Refusal.POLICY_FORBIDS);
    open.invitation()
        .ifPresent(each -> exam.refuseIf(
            exam.state.knowsInvitation(each.codeHash()) || !KeyRules.mayBeInvited(open, each),
            Refusal.POLICY_FORBIDS));
    return exam.rule(() -> new Ruling.Book(EntryKind.OPEN, () -> {
      exam.state.put(Account.open(open.account(), open.accountType(), open.classification()));
      open.invitation().ifPresent(each -> exam.state.invite(open.account(), each));
    }));
  }

  static Ruling close(Order.Close close, Examination exam) {
    exam.signedByOperator();
    boolean empty = find(close.account(), exam)
        .map(each -> each.balance().minorUnits() == 0 && each.held() == 0)
        .orElse(true);
    changeable(close.account(), exam)
        .refuseIf(!empty || isAwaitingPayout(close.account(), exam), Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.CLOSE,
        () -> exam.state.change(close.account(), each -> each.withStatus(AccountStatus.CLOSED))));
  }

  /** A payout that fails brings its units back, and they need a place to come back to. */
  private static boolean isAwaitingPayout(AccountId account, Examination exam) {
    return exam.passes()
        && exam.state.redemptions.values().stream()
            .anyMatch(
                each -> each.from().equals(account) && each.stage() == Redemption.Stage.REQUESTED);
  }

  static Ruling suspend(Order.Suspend suspend, Examination exam) {
    changeable(suspend.account(), exam.signedByOperator());
    AccountStatus status = suspend.suspended() ? AccountStatus.SUSPENDED : AccountStatus.OPEN;
    return exam.rule(() -> new Ruling.Book(
        EntryKind.SUSPEND,
        () -> exam.state.change(suspend.account(), each -> each.withStatus(status))));
  }

  static Ruling classify(Order.Classify classify, Examination exam) {
    changeable(classify.account(), exam.signedByOperator());
    boolean fund = find(classify.account(), exam)
        .filter(each -> each.type() == AccountType.FUND)
        .isPresent();
    boolean forFund = classify.classification().role() == Role.FUND;
    exam.refuseIf(fund != forFund, Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.CLASSIFY,
        () -> exam.state.change(
            classify.account(),
            each -> each.withClassification(classify.classification(), classify.level()))));
  }

  /** A limit does not go below what is drawn or held, so that no balance is ever beyond its limit. */
  static Ruling limit(Order.Limit limit, Examination exam) {
    exam.signedByOperator().administrable(limit.account()).signedByTwo();
    Optional<Account> account = find(limit.account(), exam);
    boolean holder = account.filter(each -> each.type() == AccountType.HOLDER).isPresent();
    boolean drawn =
        account.filter(each -> each.withLimit(limit.limit()).available() < 0).isPresent();
    exam.refuseIf(drawn, Refusal.INSUFFICIENT_FUNDS).refuseIf(!holder, Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.LIMIT,
        () -> exam.state.change(limit.account(), each -> each.withLimit(limit.limit()))));
  }

  /** The accounts that genesis opened stay as they are. */
  private static Examination changeable(AccountId id, Examination exam) {
    boolean openedByOperator =
        find(id, exam).map(each -> each.type().canBeOpened()).orElse(true);
    return exam.administrable(id).refuseIf(!openedByOperator, Refusal.POLICY_FORBIDS);
  }

  private static Optional<Account> find(AccountId id, Examination exam) {
    return Optional.ofNullable(exam.state.accounts.get(id));
  }
}
