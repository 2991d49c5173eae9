package org.omloop.ledger;

import java.time.YearMonth;
import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Setting;

/** What the server books by policy, on its own key: demurrage, seals and bank statements. */
final class ServiceRules {
  private ServiceRules() {}

  static Ruling levy(Order.Levy levy, Examination exam) {
    exam.signedFor(Ledger.OPERATOR, Right.SERVE).administrable(levy.account());
    Optional<AccountId> fund = exam.fund();
    boolean due = exam.policy().basisPoints(Setting.DEMURRAGE_BASIS_POINTS) > 0
        && isRecent(levy.period(), exam.time.yearMonth())
        && !isLevied(levy.account(), levy.period(), exam);
    exam.refuseIf(fund.isEmpty() || !due, Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.DEMURRAGE,
        leg(exam.state.account(levy.account()), fund.orElseThrow(), exam).stream()
            .toList(),
        () -> exam.state.levied.put(levy.account(), levy.period())));
  }

  /** This month or the one before: today's rate is not for months long gone, and nobody is charged for years at once. */
  private static boolean isRecent(String period, YearMonth month) {
    return period.equals(month.toString()) || period.equals(month.minusMonths(1).toString());
  }

  private static boolean isLevied(AccountId id, String period, Examination exam) {
    Optional<Account> account = Optional.ofNullable(exam.state.accounts.get(id));
    return account.filter(each -> each.type() != AccountType.HOLDER).isPresent()
        || Optional.ofNullable(exam.state.levied.get(id))
            .filter(last -> last.compareTo(period) >= 0)
            .isPresent();
  }

  /** Returns the charge, rounded down; what is held for others, earmarked, or suspended is left alone. */
  private static Optional<Leg> leg(Account account, AccountId fund, Examination exam) {
    long free = exam.policy()
        .amount(Setting.DEMURRAGE_FREE_AMOUNT)
        .map(Amount::minorUnits)
        .orElse(0L);
    long base = account.balance().minorUnits() - free;
    if (base <= 0 || account.status() != AccountStatus.OPEN) {
      return Optional.empty();
    }
    long charge =
        Amount.of(base).basisPoints(exam.policy().basisPoints(Setting.DEMURRAGE_BASIS_POINTS));
    long locked = exam.state
        .programmes
        .earmarks()
        .locked(account.id(), Optional.empty(), exam.time.seconds());
    long taken = Math.min(charge, account.available() - locked);
    return taken <= 0
        ? Optional.empty()
        : Optional.of(new Leg(account.id(), fund, Amount.of(taken)));
  }

  static Ruling seal(Order.Seal seal, long index, Examination exam) {
    exam.signedFor(Ledger.OPERATOR, Right.SERVE);
    if (!exam.passes()) {
      return exam.refused(); // the root takes long, and is worked out for nobody but the server
    }
    exam.refuseIf(
        seal.size() != index || !seal.root().equals(BalanceSeal.root(exam.state.accounts.values())),
        Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(EntryKind.SEAL, () -> {}));
  }

  static Ruling statement(Order.Statement statement, Examination exam) {
    exam.signedFor(Ledger.OPERATOR, Right.SERVE);
    boolean follows = exam.state
        .lastStatement
        .map(last -> statement.iban().equals(last.iban())
            && statement.number() > last.number()
            && statement.opening() == last.closing())
        .orElse(true);
    exam.refuseIf(!follows, Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.STATEMENT, () -> exam.state.lastStatement = Optional.of(statement)));
  }
}
