package org.omloop.ledger.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * What orders of a walk can be about: accounts, amounts, earlier orders. Mostly such as are there, every so often such
 * as are not. Confined to its walk's thread.
 */
final class WalkPlaces {
  /** The one name that money is handed out under. */
  static final String PROGRAMME = "city-pass";

  private static final int WRONG_PERCENT = 4;
  private static final int RECENT = 3;
  private static final int ACCOUNTS = 14;

  private final Ledger ledger;
  private final Dice dice;
  private final long largest;
  private final Map<OrderId, Earlier> earlier = new HashMap<>();
  private final List<OrderId> payments = new ArrayList<>();
  private final List<OrderId> holds = new ArrayList<>();
  private final List<OrderId> redemptions = new ArrayList<>();
  private Optional<Order.Programme> programme = Optional.empty();

  /** Who was paid by an order, or is to be, and how much. */
  private record Earlier(AccountId payee, Amount amount) {}

  /**
   * Makes places.
   *
   * @param largest the largest amount that is drawn
   */
  WalkPlaces(Ledger ledger, Dice dice, long largest) {
    this.ledger = ledger;
    this.dice = dice;
    this.largest = largest;
  }

  /** Remembers what has been booked, for orders that come after it. */
  void follow(Order order) {
    if (order instanceof Order.Pay pay) {
      remember(pay, pay.to(), pay.amount(), payments);
    } else if (order instanceof Order.Grant grant) {
      remember(grant, grant.to(), grant.amount(), payments);
    } else if (order instanceof Order.Programme laid) {
      programme = Optional.of(laid);
    } else if (order instanceof Order.Hold hold) {
      remember(hold, hold.to(), hold.amount(), holds);
    } else if (order instanceof Order.Capture capture) {
      remember(capture, payee(capture.hold()), capture.amount(), payments);
      forget(capture.hold(), holds);
    } else if (order instanceof Order.Release release) {
      forget(release.hold(), holds);
    } else if (order instanceof Order.Redeem redeem) {
      remember(redeem, redeem.from(), redeem.amount(), redemptions);
    } else if (order instanceof Order.Returned returned) {
      forget(returned.redeem(), redemptions);
    }
  }

  private void remember(Order order, AccountId payee, Amount amount, List<OrderId> kind) {
    OrderId id = order.terms().id();
    earlier.put(id, new Earlier(payee, amount));
    kind.add(id);
  }

  /** As a rule nobody asks again for what is settled. */
  private void forget(OrderId id, List<OrderId> kind) {
    if (!dice.in(2 * WRONG_PERCENT)) {
      kind.remove(id);
    }
  }

  /** Returns who was paid, or is to be; anybody where there is no such order. */
  AccountId payee(OrderId id) {
    return Optional.ofNullable(earlier.get(id)).map(Earlier::payee).orElseGet(this::any);
  }

  /** Returns all that was paid, or a part; every so often any amount. */
  Amount amountOf(OrderId id) {
    Amount most = Optional.ofNullable(earlier.get(id)).map(Earlier::amount).orElseGet(this::amount);
    if (dice.in(2 * WRONG_PERCENT)) {
      return amount();
    }
    return dice.in(40) ? most : Amount.of(dice.upTo(most.minorUnits()));
  }

  OrderId payment() {
    return recent(payments);
  }

  OrderId hold() {
    return recent(holds);
  }

  OrderId redemption() {
    return recent(redemptions);
  }

  private OrderId recent(List<OrderId> kind) {
    if (kind.isEmpty() || dice.in(WRONG_PERCENT)) {
      return dice.orderId(0);
    }
    return dice.pick(kind.subList(Math.max(0, kind.size() - RECENT), kind.size()));
  }

  /** Returns a name that an account may be opened under; it may be taken. */
  AccountId name() {
    return dice.in(WRONG_PERCENT) ? any() : new AccountId("m" + dice.below(ACCOUNTS));
  }

  AccountId any() {
    return dice.in(WRONG_PERCENT) ? new AccountId("nobody") : pick(each -> true);
  }

  AccountId holder() {
    return usual(AccountType.HOLDER);
  }

  /** Returns a holder's account, which may be suspended or closed. */
  AccountId anyHolder() {
    return pick(each -> each.type() == AccountType.HOLDER);
  }

  AccountId fund() {
    return usual(AccountType.FUND);
  }

  /** Returns the city's account as a rule, else the pot's. */
  AccountId source() {
    return dice.in(80) ? usual(AccountType.TREASURY) : fund();
  }

  /** Returns the terms laid down last. */
  Optional<Order.Programme> programme() {
    return programme;
  }

  /** Returns an account of a type that can pay something, as a rule. */
  AccountId payer(AccountType type) {
    return dice.in(2 * WRONG_PERCENT)
        ? any()
        : pick(each -> isOpen(each) && each.type() == type && each.available() > 0);
  }

  AccountId empty() {
    return dice.in(50) ? any() : pick(each -> each.balance().minorUnits() == 0 && isOpen(each));
  }

  private AccountId usual(AccountType type) {
    return dice.in(WRONG_PERCENT) ? any() : pick(each -> isOpen(each) && each.type() == type);
  }

  private static boolean isOpen(Account account) {
    return account.status() == AccountStatus.OPEN;
  }

  /** Returns an account that is as wanted; nobody where there is none. */
  AccountId pick(Predicate<Account> wanted) {
    List<AccountId> ids =
        ledger.accounts().stream().filter(wanted).map(Account::id).toList();
    return ids.isEmpty() ? new AccountId("nobody") : dice.pick(ids);
  }

  Amount amount() {
    return Amount.of(dice.upTo(largest));
  }

  /** Returns what an account can spare, as a rule, and every so often all it has or a cent more. */
  Amount amountOf(AccountId account) {
    long available = ledger.account(account).map(Account::available).orElse(0L);
    if (available < 1 || dice.in(15)) {
      return amount();
    }
    return Amount.of(
        dice.in(30)
            ? Math.min(Amount.MAXIMUM, available + dice.below(2))
            : dice.upTo(Math.min(largest, available)));
  }
}
