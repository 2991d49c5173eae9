package org.omloop.ledger.account;

import org.omloop.ledger.money.Amount;
import org.omloop.ledger.money.Balance;

/**
 * An account as it stands after some journal entry.
 *
 * @param id its name in the journal
 * @param type what it is for
 * @param classification role, sector and area as known now
 * @param level identification level of the holder: 0 not identified, 1 or 2 identified
 * @param status whether it may pay and be paid
 * @param balance credits less debits
 * @param held minor units reserved by open holds, at most what is available
 * @param limit how far below zero the balance may go, in minor units, 0 or more
 * @param spent paid out of it today, against the daily cap
 * @param toppedUp issued to it this month, against the monthly cap
 */
public record Account(
    AccountId id,
    AccountType type,
    Classification classification,
    int level,
    AccountStatus status,
    Balance balance,
    long held,
    long limit,
    Usage spent,
    Usage toppedUp) {

  /** Returns a new, empty, open account. */
  public static Account open(AccountId id, AccountType type, Classification classification) {
    return new Account(
        id,
        type,
        classification,
        0,
        AccountStatus.OPEN,
        Balance.ZERO,
        0,
        0,
        Usage.NONE,
        Usage.NONE);
  }

  /** Returns what can be spent, in minor units: balance and limit, less what is held. */
  public long available() {
    return balance.minorUnits() + limit - held;
  }

  /** Tells whether the account can pay the amount; {@code ISSUANCE} always can, that is its purpose. */
  public boolean canPay(Amount amount) {
    return type == AccountType.ISSUANCE || available() >= amount.minorUnits();
  }

  /** Returns the account after a credit. */
  public Account credited(Amount amount) {
    return withBalance(balance.plus(amount));
  }

  /** Returns the account after a debit. */
  public Account debited(Amount amount) {
    return withBalance(balance.minus(amount));
  }

  private Account withBalance(Balance changed) {
    return new Account(
        id, type, classification, level, status, changed, held, limit, spent, toppedUp);
  }

  /** Returns the account with so much held in all. */
  public Account withHeld(long changed) {
    return new Account(
        id, type, classification, level, status, balance, changed, limit, spent, toppedUp);
  }

  /** Returns the account with another limit, in minor units. */
  public Account withLimit(long changed) {
    return new Account(
        id, type, classification, level, status, balance, held, changed, spent, toppedUp);
  }

  /** Returns the account with another status. */
  public Account withStatus(AccountStatus changed) {
    return new Account(
        id, type, classification, level, changed, balance, held, limit, spent, toppedUp);
  }

  /** Returns the account with other facts. */
  public Account withClassification(Classification changed, int changedLevel) {
    return new Account(
        id, type, changed, changedLevel, status, balance, held, limit, spent, toppedUp);
  }

  /** Returns the account after so much was spent on a UTC day. */
  public Account withSpent(Usage changed) {
    return new Account(
        id, type, classification, level, status, balance, held, limit, changed, toppedUp);
  }

  /** Returns the account after so much was issued to it in a UTC month. */
  public Account withToppedUp(Usage changed) {
    return new Account(
        id, type, classification, level, status, balance, held, limit, spent, changed);
  }
}
