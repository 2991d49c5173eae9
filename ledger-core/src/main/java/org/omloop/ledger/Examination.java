package org.omloop.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/**
 * Holds one order against the rules and keeps the objection that comes first in {@link Refusal}'s order. Checks that
 * need an account or a key to exist come after {@link #passes} has told that they do.
 */
final class Examination {

  final LedgerState state;
  final SignedOrder order;
  final BookingTime time;
  private final List<EnrolledKey> signers;
  private Optional<Refusal> objection = Optional.empty();

  Examination(LedgerState state, SignedOrder order, BookingTime time) {
    this.state = state;
    this.order = order;
    this.time = time;
    this.signers = order.signatures().stream()
        .map(each -> Optional.ofNullable(state.keys.get(each.key())))
        .flatMap(Optional::stream)
        .toList();
    examineTerms(order.order().terms());
  }

  private void examineTerms(Terms terms) {
    String origin = state.genesis.map(each -> each.terms().ledger()).orElse(terms.ledger());
    refuseIf(!terms.ledger().equals(origin), Refusal.WRONG_LEDGER);
    refuseIf(terms.isOver(time.seconds()), Refusal.EXPIRED);
    refuseIf(terms.isEarly(time.seconds()), Refusal.NOT_YET_VALID);
  }

  Examination refuseIf(boolean broken, Refusal reason) {
    if (broken && objection.map(first -> reason.compareTo(first) < 0).orElse(true)) {
      objection = Optional.of(reason);
    }
    return this;
  }

  boolean passes() {
    return objection.isEmpty();
  }

  /** Ends the examination: with the first objection, or with what is to be booked, as far as numbers can hold it. */
  Ruling rule(Supplier<Ruling.Book> booking) {
    if (!passes()) {
      return refused();
    }
    Ruling.Book book = booking.get();
    return state.canMove(book.legs()) ? book : new Ruling.Refuse(Refusal.BALANCE_CAP_EXCEEDED);
  }

  /** Ends an examination that does not pass. */
  Ruling refused() {
    return new Ruling.Refuse(objection.orElseThrow());
  }

  /** Ends the examination with this objection, or with one that comes before it. */
  Ruling refuse(Refusal reason) {
    return refuseIf(true, reason).refused();
  }

  // Who signed.

  List<EnrolledKey> signers() {
    return signers;
  }

  boolean areAllOf(AccountId account) {
    return signers.size() == order.signatures().size()
        && signers.stream().allMatch(each -> each.account().equals(account));
  }

  /** Every signature must be by a key of the account with the right. */
  Examination signedFor(AccountId account, Right right) {
    return refuseIf(!areAllOf(account), Refusal.UNKNOWN_KEY).signedWith(right);
  }

  /** Every signature must be by a key with the right, whichever account's: all that can be asked of it so far. */
  Examination signedWith(Right right) {
    refuseIf(signers.size() < order.signatures().size(), Refusal.UNKNOWN_KEY);
    refuseIf(signers.stream().anyMatch(EnrolledKey::revoked), Refusal.KEY_REVOKED);
    refuseIf(
        signers.stream().anyMatch(each -> each.waits(time.seconds())), Refusal.KEY_LACKS_RIGHT);
    return refuseIf(
        !signers.stream().allMatch(each -> each.rights().contains(right)), Refusal.KEY_LACKS_RIGHT);
  }

  /** One operator must sign; further signatures may be by those who approve. */
  Examination signedByOperator() {
    refuseIf(!areAllOf(Ledger.OPERATOR), Refusal.UNKNOWN_KEY);
    refuseIf(signers.stream().anyMatch(EnrolledKey::revoked), Refusal.KEY_REVOKED);
    boolean able = signers.stream().anyMatch(each -> each.may(Right.OPERATE))
        && signers.stream().allMatch(each -> each.may(Right.OPERATE) || each.may(Right.APPROVE));
    return refuseIf(!able, Refusal.KEY_LACKS_RIGHT);
  }

  /** Two people must sign: two keys of one person are one person. */
  Examination signedByTwo() {
    long people = signers.stream().map(EnrolledKey::holder).distinct().count();
    return refuseIf(people < 2, Refusal.NEEDS_SECOND_SIGNATURE);
  }

  // The accounts.

  /** The accounts must be there, open and not suspended. */
  Examination standing(AccountId... ids) {
    for (AccountId id : ids) {
      Optional<AccountStatus> status =
          Optional.ofNullable(state.accounts.get(id)).map(Account::status);
      refuseIf(status.isEmpty(), Refusal.UNKNOWN_ACCOUNT);
      refuseIf(status.filter(AccountStatus.CLOSED::equals).isPresent(), Refusal.ACCOUNT_CLOSED);
      refuseIf(
          status.filter(AccountStatus.SUSPENDED::equals).isPresent(), Refusal.ACCOUNT_SUSPENDED);
    }
    return this;
  }

  /** The account must be there and not closed; a suspended one may still be administered. */
  Examination administrable(AccountId id) {
    Optional<Account> account = Optional.ofNullable(state.accounts.get(id));
    refuseIf(account.isEmpty(), Refusal.UNKNOWN_ACCOUNT);
    return refuseIf(
        account.filter(each -> each.status() == AccountStatus.CLOSED).isPresent(),
        Refusal.ACCOUNT_CLOSED);
  }

  // What it moves.

  Policy policy() {
    return state.policies.at(time.seconds());
  }

  /** The fund that takes contributions and levies, where policy names one and it is there to take them. */
  Optional<AccountId> fund() {
    return fund(state, policy());
  }

  static Optional<AccountId> fund(LedgerState state, Policy policy) {
    return policy
        .account(Setting.FUND_ACCOUNT)
        .map(state.accounts::get)
        .filter(each -> each.type() == AccountType.FUND && each.status() == AccountStatus.OPEN)
        .map(Account::id);
  }

  Examination withinKeyLimits(Amount amount) {
    return refuseIf(
        !signers.stream().allMatch(each -> each.allows(amount, time.day())),
        Refusal.KEY_LIMIT_EXCEEDED);
  }

  Examination withinPaymentLimits(Account payer, Amount amount) {
    boolean resident = isResident(payer);
    Optional<Amount> perOrder = policy()
        .amount(
            resident ? Setting.PAYMENT_PER_ORDER_RESIDENT : Setting.PAYMENT_PER_ORDER_ORGANISATION);
    Optional<Amount> perDay = policy()
        .amount(resident ? Setting.PAYMENT_PER_DAY_RESIDENT : Setting.PAYMENT_PER_DAY_ORGANISATION);
    long today = payer.spent().in(time.day()) + amount.minorUnits();
    return refuseIf(
        perOrder.filter(most -> amount.compareTo(most) > 0).isPresent()
            || perDay.filter(most -> today > most.minorUnits()).isPresent(),
        Refusal.ACCOUNT_LIMIT_EXCEEDED);
  }

  /** The payee must stay within the balance cap of its kind, and every balance within what numbers hold. */
  Examination withinCap(Account payee, long credit) {
    Optional<Amount> cap = payee.type() == AccountType.HOLDER
        ? policy()
            .amount(
                isResident(payee) ? Setting.BALANCE_CAP_RESIDENT : Setting.BALANCE_CAP_ORGANISATION)
        : Optional.empty();
    long most = cap.map(Amount::minorUnits).orElse(Amount.MAXIMUM);
    return refuseIf(
        credit > 0 && payee.balance().minorUnits() > most - credit, Refusal.BALANCE_CAP_EXCEEDED);
  }

  /** What is left of programmes that do not admit the payee is not spent; outside the circuit none is. */
  Examination outsideEarmarks(Account payer, Optional<Account> payee, Amount amount) {
    long locked = state.programmes.earmarks().locked(payer.id(), payee, time.seconds());
    return refuseIf(
        locked > 0 && payer.available() - locked < amount.minorUnits(), Refusal.EARMARKED);
  }

  /** What is left of programmes goes back to nobody but the one who handed it out. */
  Examination outsideEarmarks(Account payee, Order.Refund refund, long contributionBack) {
    long locked =
        state.programmes.earmarks().lockedFromRefund(payee.id(), refund.original(), time.seconds());
    return refuseIf(
        locked > 0
            && payee.available() + contributionBack - locked < refund.amount().minorUnits(),
        Refusal.EARMARKED);
  }

  Examination withinRange(Account payee, Amount credit) {
    return refuseIf(!payee.balance().canTake(credit), Refusal.BALANCE_CAP_EXCEEDED);
  }

  /** An organisation is paid only in the areas and sectors the rules admit. */
  Examination acceptor(Account payee) {
    boolean admitted = isResident(payee)
        || payee.type() != AccountType.HOLDER
        || (policy().admits(Setting.ACCEPTOR_AREAS, payee.classification().area())
            && policy().admits(Setting.ACCEPTOR_SECTORS, payee.classification().sector()));
    return refuseIf(!admitted, Refusal.POLICY_FORBIDS);
  }

  static boolean isResident(Account account) {
    return account.classification().role() == Role.RESIDENT;
  }

  // What is counted once it has moved.

  void countAgainstKeys(Amount amount) {
    for (EnrolledKey each : signers) {
      if (each.perDay().isPresent()) {
        state.put(each.withSpent(each.spent().plus(time.day(), amount.minorUnits())));
      }
    }
  }

  void spendEarmarked(AccountId payer, Account payee, Amount amount) {
    state
        .programmes
        .earmarks()
        .spend(order.id(), payer, payee, amount.minorUnits(), time.seconds());
  }

  void captureEarmarked(OrderId hold, Amount amount) {
    state.programmes.earmarks().captured(hold, order.id(), amount.minorUnits());
  }

  void countAgainstPayer(AccountId payer, Amount amount) {
    state.change(payer, each -> each.withSpent(each.spent().plus(time.day(), amount.minorUnits())));
  }
}
