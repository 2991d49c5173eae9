package org.omloop.server.http.payout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.DecisionStore;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;
import org.omloop.server.payouts.BankWord;
import org.omloop.server.payouts.BatchStore;
import org.omloop.server.payouts.Step;
import org.omloop.server.sequencer.Outcome;

/**
 * Stands before the ledger for orders about the bank, and knows what the ledger cannot: whom a line names, that two people
 * settled it otherwise, and that a payout lies at the bank, which may pay it all the same. None of it is a refusal; nothing is
 * booked (docs/adr/0051, 0054). Thread-safe.
 *
 * @param indexOf finds the entry that decided an order
 * @param settlements finds the entries about redemptions that were paid or given back, as leaves
 * @param submit puts a verified order in sequence
 */
public record BankGate(
    Directory directory,
    BatchStore batches,
    BankStore lines,
    DecisionStore decisions,
    Function<OrderId, Future<Optional<Long>>> indexOf,
    Function<List<OrderId>, Future<List<byte[]>>> settlements,
    Function<SignedOrder, Future<Outcome>> submit) {
  /** Puts an order in sequence, unless the bank's side stands in its way; of that nobody learns who is not of the office. */
  public Future<Outcome> submit(SignedOrder order) {
    return isByTheOffice(order) ? judged(order) : submit.apply(order);
  }

  private boolean isByTheOffice(SignedOrder order) {
    return order.signatures().stream()
        .flatMap(each -> directory.key(each.key()).stream())
        .anyMatch(each -> each.account().equals(Ledger.OPERATOR));
  }

  private Future<Outcome> judged(SignedOrder order) {
    if (order.order() instanceof Order.Issue issue) {
      return unlessGuessed(order, issue);
    }
    if (order.order() instanceof Order.PaidOut paid) {
      return unlessTaken(order, paid.bank());
    }
    if (order.order() instanceof Order.Returned back) {
      return people(order) > 1 ? unlessTaken(order, back.bank()) : unlessAtTheBank(order, back);
    }
    return submit.apply(order);
  }

  /**
   * No more is issued than came in, and to nobody whom the line does not name: what its own reference does not say, one person
   * says with a reason, and another signs too.
   */
  private Future<Outcome> unlessGuessed(SignedOrder order, Order.Issue issue) {
    return Reading.of(lines.line(issue.bank())).compose(line -> {
      if (line.filter(kept -> kept.line().cents() != issue.amount().minorUnits())
          .isPresent()) {
        return decidedBefore(order, ProblemType.LINE_HAS_OTHER_AMOUNT);
      }
      return line.filter(kept -> !kept.names(issue.to())).isEmpty()
          ? unlessTaken(order, issue.bank())
          : byHand(order, issue.bank());
    });
  }

  private Future<Outcome> byHand(SignedOrder order, String line) {
    if (people(order) < 2) {
      return decidedBefore(order, ProblemType.MATCH_NEEDS_TWO);
    }
    return Reading.of(decisions.find(order.id()))
        .compose(said -> said.filter(each -> each.isMatchOf(line)).isPresent()
            ? unlessTaken(order, line)
            : decidedBefore(order, ProblemType.MATCH_NEEDS_REASON));
  }

  private Future<Outcome> unlessTaken(SignedOrder order, String line) {
    return Reading.of(decisions.isTaken(line))
        .compose(isTaken ->
            isTaken ? decidedBefore(order, ProblemType.LINE_DECIDED) : submit.apply(order));
  }

  /** What no bank has been asked for, or has paid and by its own line sent back, one person gives back. */
  private Future<Outcome> unlessAtTheBank(SignedOrder order, Order.Returned back) {
    return isAtTheBank(back.redeem())
        .compose(isThere -> isThere ? Future.succeededFuture(false) : isSentBack(back))
        .compose(mayBeByOne -> mayBeByOne
            ? unlessTaken(order, back.bank())
            : decidedBefore(order, ProblemType.SECOND_PERSON_NEEDED));
  }

  /** Tells whether the order names the credit by which a payout came back, or nothing ever went to the bank. */
  private Future<Boolean> isSentBack(Order.Returned back) {
    return wentToTheBank(back.redeem())
        .compose(isOut -> !isOut
            ? Future.succeededFuture(true)
            : Reading.of(lines.line(back.bank())).map(line -> line.map(KeptLine::line)
                .filter(each -> each.isCredit() && !each.isReversal() && each.addsUp())
                .flatMap(BankWord::redemption)
                .filter(back.redeem()::equals)
                .isPresent()));
  }

  /** Tells whether the bank was ever asked to pay a redemption. */
  private Future<Boolean> wentToTheBank(OrderId redemption) {
    return Reading.of(batches.of(List.of(redemption))).map(found -> found.values().stream()
        .anyMatch(each -> each.step(Step.Kind.EXPORTED).isPresent()));
  }

  /** Tells whether the euros of a redemption went out, and its units have not come back. */
  public Future<Boolean> mayComeBack(OrderId redemption) {
    return wentToTheBank(redemption)
        .compose(isOut -> isOut
            ? Reading.of(settlements.apply(List.of(redemption))).map(leaves -> leaves.stream()
                .map(LeafDecoder::decode)
                .noneMatch(each -> each.kind() == EntryKind.RETURNED))
            : Future.succeededFuture(false));
  }

  /** Tells whether the bank was asked to pay a redemption, and has neither paid it nor was it given back. */
  public Future<Boolean> isAtTheBank(OrderId redemption) {
    return wentToTheBank(redemption)
        .compose(isOut -> isOut
            ? Reading.of(settlements.apply(List.of(redemption))).map(List::isEmpty)
            : Future.succeededFuture(false));
  }

  /** Two keys of one person are one person; keys that nobody knows are refused by the ledger. */
  private long people(SignedOrder order) {
    return order.signatures().stream()
        .flatMap(each -> directory.key(each.key()).stream())
        .map(EnrolledKey::holder)
        .distinct()
        .count();
  }

  /** An order that has been decided is answered the same, whatever was decided about the bank since. */
  private Future<Outcome> decidedBefore(SignedOrder order, ProblemType problem) {
    return Reading.of(indexOf.apply(order.id()))
        .compose(index ->
            index.isPresent() ? submit.apply(order) : Future.failedFuture(Problem.of(problem)));
  }
}
