package org.omloop.server.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.rules.Effect.Touches;

/**
 * What a change of the rules would do to the accounts as they stand: a pure function, by the same comparisons as the
 * ledger makes. Immutable.
 */
public final class Forecast {
  private final List<Account> holders;
  private final Policy before;
  private final Policy after;
  private final long day;
  private final long month;

  /**
   * Prepares a forecast.
   *
   * @param accounts all; those that are closed and those of the circuit itself are left out
   * @param before the rules when the change would begin
   * @param changes what it would set
   * @param day the UTC day's number, from 1970
   * @param month the UTC month's number, from the year 0
   */
  public Forecast(
      Collection<Account> accounts,
      Policy before,
      Map<Setting, Optional<Object>> changes,
      long day,
      long month) {
    this.holders = accounts.stream()
        .filter(each -> each.type() == AccountType.HOLDER && each.status() != AccountStatus.CLOSED)
        .toList();
    this.before = before;
    this.after = before.with(changes);
    this.day = day;
    this.month = month;
  }

  /** Returns the effects, in the order of {@link Setting}; what would stay as it is has none. */
  public List<Effect> effects() {
    return Arrays.stream(Setting.values())
        .filter(each -> !before.value(each).equals(after.value(each)))
        .map(this::effect)
        .toList();
  }

  private Effect effect(Setting setting) {
    return switch (setting) {
      case BALANCE_CAP_RESIDENT ->
        above(setting, Touches.ABOVE_CAP, Forecast::isResident, Forecast::balance);
      case BALANCE_CAP_ORGANISATION ->
        above(setting, Touches.ABOVE_CAP, Forecast::isOrganisation, Forecast::balance);
      case TOP_UP_PER_MONTH_UNIDENTIFIED ->
        above(
            setting,
            Touches.TOPPED_UP_MORE,
            each -> isResident(each) && each.level() == 0,
            each -> each.toppedUp().in(month));
      case TOP_UP_PER_MONTH_IDENTIFIED ->
        above(
            setting,
            Touches.TOPPED_UP_MORE,
            each -> isResident(each) && each.level() > 0,
            each -> each.toppedUp().in(month));
      case PAYMENT_PER_ORDER_RESIDENT ->
        above(setting, Touches.COULD_PAY_MORE, Forecast::isResident, Account::available);
      case PAYMENT_PER_ORDER_ORGANISATION ->
        above(setting, Touches.COULD_PAY_MORE, Forecast::isOrganisation, Account::available);
      case PAYMENT_PER_DAY_RESIDENT ->
        above(setting, Touches.PAID_MORE_TODAY, Forecast::isResident, each -> each.spent()
            .in(day));
      case PAYMENT_PER_DAY_ORGANISATION ->
        above(setting, Touches.PAID_MORE_TODAY, Forecast::isOrganisation, each -> each.spent()
            .in(day));
      case GIFTS_BETWEEN_RESIDENTS, REDEMPTION_BY_RESIDENTS ->
        counted(setting, Touches.ALLOWED, Forecast::isResident, Forecast::balance);
      case REDEMPTION_BY_ORGANISATIONS ->
        counted(setting, Touches.ALLOWED, Forecast::isOrganisation, Forecast::balance);
      case REDEMPTION_FEE_BASIS_POINTS ->
        counted(setting, Touches.CHARGED, this::mayRedeem, Forecast::balance);
      case CONTRIBUTION_BASIS_POINTS ->
        counted(setting, Touches.CHARGED, Forecast::isOrganisation, Forecast::balance);
      case DEMURRAGE_BASIS_POINTS, DEMURRAGE_FREE_AMOUNT ->
        counted(setting, Touches.LEVIED, each -> charge(each) > 0, this::charge);
      case ACCEPTOR_AREAS, ACCEPTOR_SECTORS -> acceptors(setting);
      default -> effect(setting, Touches.NOBODY, OptionalLong.empty(), OptionalLong.empty());
    };
  }

  /** Those of a kind whose measure is above the new limit; the largest measure of all of the kind. */
  private Effect above(
      Setting setting, Touches touches, Predicate<Account> kind, ToLongFunction<Account> measure) {
    long most = after.amount(setting).map(Amount::minorUnits).orElse(Long.MAX_VALUE);
    List<Account> those = holders.stream().filter(kind).toList();
    return effect(
        setting,
        touches,
        OptionalLong.of(
            those.stream().filter(each -> measure.applyAsLong(each) > most).count()),
        those.stream().mapToLong(measure).max());
  }

  private Effect counted(
      Setting setting, Touches touches, Predicate<Account> which, ToLongFunction<Account> measure) {
    List<Account> those = holders.stream().filter(which).toList();
    return effect(
        setting,
        touches,
        OptionalLong.of(those.size()),
        those.stream().mapToLong(measure).max());
  }

  /** Both lists decide together, so the change of one is looked at with the other as it would be. */
  private Effect acceptors(Setting setting) {
    List<Account> refused = new ArrayList<>();
    List<Account> admitted = new ArrayList<>();
    holders.stream().filter(Forecast::isOrganisation).forEach(each -> {
      boolean was = isAdmitted(each, before);
      boolean is = isAdmitted(each, after);
      if (was && !is) {
        refused.add(each);
      } else if (is && !was) {
        admitted.add(each);
      }
    });
    boolean isStricter = !refused.isEmpty() || admitted.isEmpty();
    List<Account> those = isStricter ? refused : admitted;
    return effect(
        setting,
        isStricter ? Touches.REFUSED : Touches.ADMITTED,
        OptionalLong.of(those.size()),
        those.stream().mapToLong(Forecast::balance).max());
  }

  private static boolean isAdmitted(Account account, Policy policy) {
    return policy.admits(Setting.ACCEPTOR_AREAS, account.classification().area())
        && policy.admits(Setting.ACCEPTOR_SECTORS, account.classification().sector());
  }

  private boolean mayRedeem(Account account) {
    return isResident(account)
        ? !after.text(Setting.REDEMPTION_BY_RESIDENTS).equals("off")
        : after.flag(Setting.REDEMPTION_BY_ORGANISATIONS);
  }

  /** What a levy would take now, in minor units, as the ledger works it out; without a fund there is none. */
  private long charge(Account account) {
    if (account.status() != AccountStatus.OPEN
        || after.account(Setting.FUND_ACCOUNT).isEmpty()) {
      return 0;
    }
    long free =
        after.amount(Setting.DEMURRAGE_FREE_AMOUNT).map(Amount::minorUnits).orElse(0L);
    long base = balance(account) - free;
    if (base <= 0) {
      return 0;
    }
    long charge = Amount.of(base).basisPoints(after.basisPoints(Setting.DEMURRAGE_BASIS_POINTS));
    return Math.max(0, Math.min(charge, account.available()));
  }

  private Effect effect(
      Setting setting, Touches touches, OptionalLong accounts, OptionalLong largest) {
    return new Effect(
        setting, before.value(setting), after.value(setting), touches, accounts, largest);
  }

  private static long balance(Account account) {
    return account.balance().minorUnits();
  }

  private static boolean isResident(Account account) {
    return account.classification().role() == Role.RESIDENT;
  }

  private static boolean isOrganisation(Account account) {
    return !isResident(account);
  }
}
