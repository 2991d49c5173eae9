package org.omloop.server.closings;

import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.KeyId;

/**
 * An entry that paid a shop, or by which the shop gave back. What the shop itself paid or redeemed is none.
 *
 * @param customer who paid, or got back
 * @param original the payment that a refund gives back; empty for a payment
 * @param amount what the customer paid or got back, in minor units
 * @param contribution what the shop passed on to the fund of it, or got from the fund, in minor units
 * @param channel how the payment came, or by which way a refund was given
 * @param cashier the key that signed the payment request, or the refund
 * @param reference the shop's own, from the payment request; may be empty
 */
public record Sale(
    JournalEntry entry,
    AccountId customer,
    Optional<OrderId> original,
    long amount,
    long contribution,
    Channel channel,
    Optional<KeyId> cashier,
    String reference) {
  /** Returns the sale or the refund that an entry is to a shop; empty when it is neither. */
  public static Optional<Sale> of(JournalEntry entry, AccountId shop, Cashiers cashiers) {
    Order order = entry.order().order();
    if (order instanceof Order.Refund refund) {
      return refund(entry, refund, shop);
    }
    Optional<RequestTerms> request =
        order instanceof Order.Pay pay ? pay.request() : Optional.empty();
    boolean isPayment = order instanceof Order.Pay || order instanceof Order.Capture;
    return isPayment ? payment(entry, request, shop, cashiers) : Optional.empty();
  }

  private static Optional<Sale> payment(
      JournalEntry entry, Optional<RequestTerms> request, AccountId shop, Cashiers cashiers) {
    if (entry.postings().isEmpty() || !isLeg(entry, 0, shop, Side.CREDIT)) {
      return Optional.empty();
    }
    long amount = amountAt(entry, 0);
    return Optional.of(new Sale(
        entry,
        otherThan(shop, entry, 0),
        Optional.empty(),
        amount,
        total(entry, shop, Side.DEBIT),
        request.isPresent() ? Channel.CODE : Channel.DIRECT,
        request.flatMap(cashiers::signerOf),
        request.map(RequestTerms::reference).orElse("")));
  }

  /** The fund's part comes first; the last leg is the refund itself. */
  private static Optional<Sale> refund(JournalEntry entry, Order.Refund refund, AccountId shop) {
    int last = entry.postings().size() - 2;
    if (last < 0 || !isLeg(entry, last, shop, Side.DEBIT)) {
      return Optional.empty();
    }
    return Optional.of(new Sale(
        entry,
        otherThan(shop, entry, last),
        Optional.of(refund.original()),
        refund.amount().minorUnits(),
        total(entry, shop, Side.CREDIT),
        Channel.DIRECT,
        Optional.of(entry.order().signatures().get(0).key()),
        ""));
  }

  /** A leg is a debit with its credit, one after the other. */
  private static boolean isLeg(JournalEntry entry, int at, AccountId account, Side side) {
    return entry.postings().subList(at, at + 2).stream()
        .anyMatch(each -> each.account().equals(account) && each.side() == side);
  }

  private static AccountId otherThan(AccountId shop, JournalEntry entry, int at) {
    return entry.postings().subList(at, at + 2).stream()
        .map(Posting::account)
        .filter(each -> !each.equals(shop))
        .findFirst()
        .orElseThrow();
  }

  private static long amountAt(JournalEntry entry, int at) {
    return entry.postings().get(at).amount().minorUnits();
  }

  private static long total(JournalEntry entry, AccountId account, Side side) {
    return entry.postings().stream()
        .filter(each -> each.account().equals(account) && each.side() == side)
        .mapToLong(each -> each.amount().minorUnits())
        .sum();
  }

  /** Tells whether the shop gave back. */
  public boolean isRefund() {
    return original.isPresent();
  }
}
