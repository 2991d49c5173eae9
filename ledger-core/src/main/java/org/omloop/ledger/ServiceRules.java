package org.omloop.ledger;

import java.time.YearMonth;
import java.util.List;
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
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/** What the server books by policy, on its own key: demurrage, seals and bank statements. */
final class ServiceRules {
  private ServiceRules() {}

  static Ruling levy(Order.Levy levy, Examination exam) {
    exam.signedFor(Ledger.OPERATOR, Right.SERVE).administrable(levy.account());
    Optional<AccountId> fund = exam.fund();
    boolean due = exam.policy().basisPoints(Setting.DEMURRAGE_BASIS_POINTS) > 0
        && isRecent(levy.period(), exam.time.yearMonth())
        && !isLevied(levy.account(), levy.period(), exam.state);
    exam.refuseIf(fund.isEmpty() || !due, Refusal.POLICY_FORBIDS);
    return exam.rule(() -> new Ruling.Book(
        EntryKind.DEMURRAGE,
        charge(exam.state.account(levy.account()), exam.state, exam.time)
            .map(amount -> new Leg(levy.account(), fund.orElseThrow(), amount))
            .stream()
            .toList(),
        () -> exam.state.levied.put(levy.account(), levy.period())));
  }

  /** This month or the one before: today's rate is not for months long gone, and nobody is charged for years at once. */
  private static boolean isRecent(String period, YearMonth month) {
    return period.equals(month.toString()) || period.equals(month.minusMonths(1).toString());
  }

  /** Returns the accounts that the levy of the month before would take something from, by id. */
  static List<AccountId> levyDue(LedgerState state, BookingTime time) {
    Policy policy = state.policies.at(time.seconds());
    if (policy.basisPoints(Setting.DEMURRAGE_BASIS_POINTS) == 0
        || Examination.fund(state, policy).isEmpty()) {
      return List.of();
    }
    String before = time.yearMonth().minusMonths(1).toString();
    return state.accounts.values().stream()
        .filter(each -> !isLevied(each.id(), before, state))
        .filter(each -> charge(each, state, time).isPresent())
        .map(Account::id)
        .toList();
  }

  private static boolean isLevied(AccountId id, String period, LedgerState state) {
    Optional<Account> account = Optional.ofNullable(state.accounts.get(id));
    return account.filter(each -> each.type() != AccountType.HOLDER).isPresent()
        || Optional.ofNullable(state.levied.get(id))
            .filter(last -> last.compareTo(period) >= 0)
            .isPresent();
  }

  /** Returns the charge, rounded down; what is held for others, earmarked, or suspended is left alone. */
  private static Optional<Amount> charge(Account account, LedgerState state, BookingTime time) {
    Policy policy = state.policies.at(time.seconds());
    long free =
        policy.amount(Setting.DEMURRAGE_FREE_AMOUNT).map(Amount::minorUnits).orElse(0L);
    long base = account.balance().minorUnits() - free;
    if (base <= 0 || account.status() != AccountStatus.OPEN) {
      return Optional.empty();
    }
    long charge = Amount.of(base).basisPoints(policy.basisPoints(Setting.DEMURRAGE_BASIS_POINTS));
    long locked =
        state.programmes.earmarks().locked(account.id(), Optional.empty(), time.seconds());
    long taken = Math.min(charge, account.available() - locked);
    return taken <= 0 ? Optional.empty() : Optional.of(Amount.of(taken));
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
