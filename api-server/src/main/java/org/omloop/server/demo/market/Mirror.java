package org.omloop.server.demo.market;

import java.util.HashMap;
import java.util.Map;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.money.Amount;

/**
 * The balances that the plan leaves, in minor units: exact for residents and programmes, and for organisations and the
 * fund at most what the ledger will hold, whichever way it rounds contributions and gives them back on refunds.
 *
 * <p>Confined to one thread. Its tables are looked up in, never walked through.
 */
final class Mirror implements Act.Cases<Mirror> {
  private final Roles roles;
  private final MarketRules rules;
  private final AccountId fund;
  private final Map<AccountId, Long> balances = new HashMap<>();
  private final Map<AccountId, Long> held = new HashMap<>();
  private final Map<AccountId, Long> takings = new HashMap<>();

  Mirror(Roles roles, MarketRules rules, AccountId fund) {
    this.roles = roles;
    this.rules = rules;
    this.fund = fund;
  }

  /** Carries an act out; throws when the ledger would refuse it for want of money or room. */
  void apply(Act act) {
    act.match(this);
  }

  /** Returns what an account can spend. */
  long available(AccountId account) {
    return of(balances, account) - of(held, account);
  }

  /** Tells whether some of an account's money is held. */
  boolean hasHold(AccountId account) {
    return of(held, account) > 0;
  }

  /** Returns what an account can still receive. */
  long room(AccountId account) {
    return roles.isResident(account)
        ? rules.residentCap().minorUnits() - of(balances, account)
        : Amount.MAXIMUM;
  }

  /** Returns all that an account was ever paid for what it sells. */
  long takings(AccountId account) {
    return of(takings, account);
  }

  @Override
  public Mirror join(Act.Join act) {
    return this;
  }

  @Override
  public Mirror enrol(Act.Enrol act) {
    return this;
  }

  @Override
  public Mirror classify(Act.Classify act) {
    return this;
  }

  @Override
  public Mirror topUp(Act.TopUp act) {
    return credit(act.to(), act.amount());
  }

  @Override
  public Mirror layDown(Act.LayDown act) {
    return this;
  }

  @Override
  public Mirror grant(Act.Grant act) {
    return move(act.from(), act.to(), act.amount());
  }

  @Override
  public Mirror pay(Act.Pay act) {
    move(act.from(), act.to(), act.amount());
    takings.merge(act.to(), act.amount().minorUnits(), Long::sum);
    if (roles.payment(act.from(), act.to()) == EntryKind.PURCHASE) {
      long contribution = contribution(act.amount());
      balances.merge(act.to(), -contribution, Long::sum);
      balances.merge(fund, contribution, Long::sum);
    }
    return this;
  }

  /** The payee is reckoned to bear the whole refund, and the fund to give back its share, rounded up. */
  @Override
  public Mirror refund(Act.Refund act) {
    balances.merge(fund, -contribution(act.amount()) - 1, Long::sum);
    return move(act.from(), act.to(), act.amount());
  }

  @Override
  public Mirror redeem(Act.Redeem act) {
    return debit(act.from(), act.amount());
  }

  @Override
  public Mirror paidOut(Act.PaidOut act) {
    return this;
  }

  @Override
  public Mirror returned(Act.Returned act) {
    return credit(act.from(), act.amount());
  }

  @Override
  public Mirror statement(Act.Statement act) {
    return this;
  }

  @Override
  public Mirror hold(Act.Hold act) {
    held.merge(act.from(), act.amount().minorUnits(), Long::sum);
    require(available(act.from()) >= 0, act.from(), "holds more than it has");
    return this;
  }

  /** A contribution may be taken from what is captured; the fund is not reckoned to get it. */
  @Override
  public Mirror capture(Act.Capture act) {
    held.merge(act.from(), -act.held().minorUnits(), Long::sum);
    balances.merge(act.to(), -contribution(act.amount()), Long::sum);
    return move(act.from(), act.to(), act.amount());
  }

  @Override
  public Mirror release(Act.Release act) {
    held.merge(act.from(), -act.held().minorUnits(), Long::sum);
    return this;
  }

  @Override
  public Mirror suspend(Act.Suspend act) {
    return this;
  }

  @Override
  public Mirror levy(Act.Levy act) {
    long above = available(act.account()) - rules.demurrageFree().minorUnits();
    long share = above > 0 ? Amount.of(above).basisPoints(rules.demurrageBasisPoints()) : 0;
    balances.merge(act.account(), -share, Long::sum);
    balances.merge(fund, share, Long::sum);
    return this;
  }

  private long contribution(Amount amount) {
    return amount.basisPoints(rules.contributionBasisPoints());
  }

  private Mirror move(AccountId from, AccountId to, Amount amount) {
    debit(from, amount);
    return credit(to, amount);
  }

  private Mirror debit(AccountId from, Amount amount) {
    balances.merge(from, -amount.minorUnits(), Long::sum);
    require(available(from) >= 0, from, "spends more than it has");
    return this;
  }

  private Mirror credit(AccountId to, Amount amount) {
    require(room(to) >= amount.minorUnits(), to, "receives more than it may hold");
    balances.merge(to, amount.minorUnits(), Long::sum);
    return this;
  }

  private static long of(Map<AccountId, Long> table, AccountId account) {
    return table.getOrDefault(account, 0L);
  }

  private static void require(boolean holds, AccountId account, String broken) {
    if (!holds) {
      throw new IllegalStateException("the plan is wrong: account " + account + " " + broken);
    }
  }
}
