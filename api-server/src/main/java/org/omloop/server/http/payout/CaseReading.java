package org.omloop.server.http.payout;

import static java.util.stream.Collectors.groupingBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.bank.BankLine;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;
import org.omloop.server.payouts.BankWord;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.BatchStore;
import org.omloop.server.payouts.OpenLines;
import org.omloop.server.payouts.Payee;
import org.omloop.server.payouts.Payees;
import org.omloop.server.payouts.Payout;

/** Brings together what journal, batches and members' data say of payouts. Thread-safe. */
record CaseReading(
    Vertx vertx, JournalView view, BatchStore batches, Payees payees, OpenLines lines) {
  /** Returns the cases of redemptions, in their order; those that the journal does not have are left out. */
  Future<List<Case>> of(List<OrderId> orders) {
    return Reading.entries(vertx, view.redemptions(orders))
        .compose(this::ofEntries)
        .map(cases -> cases.stream()
            .sorted(Comparator.comparingInt(each -> orders.indexOf(each.payout().order())))
            .toList());
  }

  /** Returns the cases of these entries, in their order. */
  Future<List<Case>> ofEntries(List<JournalEntry> redemptions) {
    List<String> hashes = redemptions.stream()
        .map(each -> ((Order.Redeem) each.order().order()).ibanHash())
        .distinct()
        .toList();
    return payouts(redemptions).compose(payouts -> {
      List<OrderId> orders = payouts.stream().map(Payout::order).toList();
      return Reading.of("payouts", batches.of(orders))
          .compose(inBatches -> Reading.of("payouts", payees.find(hashes))
              .compose(found -> Reading.of("payouts", lines.all()).map(open -> payouts.stream()
                  .map(each -> join(each, inBatches, found, open))
                  .toList())));
    });
  }

  private static Case join(
      Payout payout, Map<OrderId, Batch> batches, Map<String, Payee> payees, List<BankLine> open) {
    Optional<Payee> payee = Optional.ofNullable(payees.get(payout.asked().ibanHash()));
    return new Case(
        payout,
        Optional.ofNullable(batches.get(payout.order())),
        payee,
        open.stream()
            .filter(line -> BankWord.redemption(line).equals(Optional.of(payout.order())))
            .map(line -> BankWord.of(payout.order(), payout.amount(), payee, line))
            .filter(word -> isNews(word, payout))
            .findFirst());
  }

  /** What the journal has already is none; and money cannot come back before it is booked as gone. */
  private static boolean isNews(BankWord word, Payout payout) {
    return payout.stage()
        == (word.kind() == BankWord.Kind.PAID ? Payout.Stage.REQUESTED : Payout.Stage.BOOKED);
  }

  /** Returns what the journal alone says. */
  Future<List<Payout>> payouts(List<JournalEntry> redemptions) {
    List<OrderId> orders = redemptions.stream().map(each -> each.order().id()).toList();
    return Reading.entries(vertx, view.settlements(orders)).map(settled -> {
      Map<OrderId, List<JournalEntry>> of =
          settled.stream().collect(groupingBy(CaseReading::about));
      return redemptions.stream()
          .map(each -> new Payout(each, of.getOrDefault(each.order().id(), List.of())))
          .toList();
    });
  }

  private static OrderId about(JournalEntry settlement) {
    return settlement.order().order() instanceof Order.PaidOut paidOut
        ? paidOut.redeem()
        : ((Order.Returned) settlement.order().order()).redeem();
  }
}
