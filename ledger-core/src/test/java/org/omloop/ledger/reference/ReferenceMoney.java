package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The rules for orders that move money. */
final class ReferenceMoney {
  private ReferenceMoney() {}

  static void pay(ReferenceCase it) {
    String from = it.order.text("from");
    String to = it.order.text("to");
    BigInteger amount = it.order.number("amount");
    it.mustBeSignedFor(from, "pay");
    boolean there = it.mustStand(from) & it.mustStand(to);
    it.objectIf(from.equals(to), "same-account");
    if (it.order.has("request")) {
      mustFit(it, ReferenceRequest.read(it.order.text("request")), to, amount);
    }
    if (there) {
      mayPay(it, from, to, amount);
      it.mustHave(from, amount);
      it.mustNotBeEarmarked(from, to, amount);
      bookPayment(it, from, to, amount);
    }
  }

  private static void mustFit(
      ReferenceCase it, ReferenceRequest request, String to, BigInteger amount) {
    boolean isPaid = it.book
        .facts("pay")
        .anyMatch(fact -> fact.order().optional("request").equals(it.order.text("request")));
    it.objectIf(isPaid || it.second() > request.until(), "request-not-open");
    boolean asAsked = request.amount().signum() == 0 || request.amount().equals(amount);
    it.objectIf(
        !asAsked || !request.asksFor(to) || !request.isOn(it.order.text("ledger")),
        "request-mismatch");
  }

  static void hold(ReferenceCase it) {
    String from = it.order.text("from");
    String to = it.order.text("to");
    BigInteger amount = it.order.number("amount");
    it.mustBeSignedFor(from, "pay");
    boolean there = it.mustStand(from) & it.mustStand(to);
    it.objectIf(from.equals(to), "same-account");
    if (there) {
      mayPay(it, from, to, amount);
      it.mustHave(from, amount);
      it.mustNotBeEarmarked(from, to, amount);
    }
    long seconds = it.order.number("until").longValueExact() - it.second();
    it.objectIf(seconds < 1 || seconds > 30 * 86_400, "policy-forbids");
    it.kind = "hold";
  }

  private static void mayPay(ReferenceCase it, String from, String to, BigInteger amount) {
    it.mustStayWithinKeyLimits(amount);
    String who = it.book.isResident(from) ? "Resident" : "Organisation";
    BigInteger today = it.book.paidOn(it.day(), from).add(amount);
    boolean beyondOrder = it.amount("paymentPerOrder" + who)
        .filter(most -> amount.compareTo(most) > 0)
        .isPresent();
    boolean beyondDay = it.amount("paymentPerDay" + who)
        .filter(most -> today.compareTo(most) > 0)
        .isPresent();
    it.objectIf(beyondOrder || beyondDay, "account-limit-exceeded");
    it.mustStayWithinCap(to, amount.subtract(contribution(it, from, to, amount)));
    mayPayAtAll(it, from, to);
  }

  private static void mayPayAtAll(ReferenceCase it, String from, String to) {
    String toType = it.book.type(to);
    it.objectIf(!it.book.type(from).equals("holder"), "policy-forbids");
    it.objectIf(!toType.equals("holder") && !toType.equals("fund"), "policy-forbids");
    boolean organisation = toType.equals("holder") && !it.book.isResident(to);
    it.objectIf(
        organisation
            && !(it.admits("acceptorAreas", it.book.classification(to, "area"))
                && it.admits("acceptorSectors", it.book.classification(to, "sector"))),
        "policy-forbids");
    it.objectIf(
        kind(it, from, to).equals("gift") && !it.allows("giftsBetweenResidents"), "policy-forbids");
  }

  private static String kind(ReferenceCase it, String from, String to) {
    if (it.book.type(to).equals("fund")) {
      return "contribution";
    }
    if (it.book.isResident(from)) {
      return it.book.isResident(to) ? "gift" : "purchase";
    }
    return it.book.isResident(to) ? "wage" : "b2b";
  }

  private static BigInteger contribution(
      ReferenceCase it, String from, String to, BigInteger amount) {
    return kind(it, from, to).equals("purchase") && it.fund().isPresent()
        ? it.share(amount, "contributionBasisPoints")
        : BigInteger.ZERO;
  }

  private static void bookPayment(ReferenceCase it, String from, String to, BigInteger amount) {
    it.kind = kind(it, from, to);
    it.move(from, to, amount);
    it.move(to, it.fund().orElse(""), contribution(it, from, to, amount));
  }

  static void capture(ReferenceCase it) {
    Optional<Fact> found = it.book.openHold(it.order.text("hold"), it.second());
    if (found.isEmpty()) {
      it.mustBeSignedWith("receive");
      it.objectIf(true, "original-not-found");
      return;
    }
    Payload hold = found.get().order();
    String from = hold.text("from");
    String to = hold.text("to");
    BigInteger amount = it.order.number("amount");
    it.mustBeSignedFor(to, "receive");
    it.mustStand(from);
    it.mustStand(to);
    it.objectIf(amount.compareTo(hold.number("amount")) > 0, "amount-out-of-range");
    mayPayAtAll(it, from, to);
    it.mustStayWithinCap(to, amount.subtract(contribution(it, from, to, amount)));
    it.mustHave(from, amount.subtract(hold.number("amount")));
    bookPayment(it, from, to, amount);
  }

  static void release(ReferenceCase it) {
    Optional<Fact> hold = it.book.openHold(it.order.text("hold"), it.second());
    hold.ifPresentOrElse(
        each -> it.mustBeSignedFor(each.order().text("to"), "receive"),
        () -> it.mustBeSignedWith("receive"));
    it.objectIf(hold.isEmpty(), "original-not-found");
    it.kind = "release";
  }

  static void refund(ReferenceCase it) {
    Optional<Fact> found = it.book.find(it.order.text("original"), "pay", "grant", "capture");
    if (found.isEmpty()) {
      it.mustBeSignedWith("refund");
      it.objectIf(true, "original-not-found");
      return;
    }
    Move original = found.get().moves().get(0);
    BigInteger amount = it.order.number("amount");
    BigInteger given = ReferenceBook.sum(
        it.book.refundsOf(it.order.text("original")).map(fact -> fact.order().number("amount")));
    it.mustBeSignedFor(original.to(), "refund");
    it.mustStand(original.to());
    it.mustStand(original.from());
    it.objectIf(amount.compareTo(original.amount()) > 0, "amount-out-of-range");
    it.objectIf(amount.add(given).compareTo(original.amount()) > 0, "already-refunded");
    it.mustStayWithinKeyLimits(amount);
    it.objectIf(
        it.book.balance(original.from()).add(amount).compareTo(ReferenceCase.MOST) > 0,
        "balance-cap-exceeded");
    BigInteger back = contributionBack(it, found.get(), given.add(amount));
    it.mustHave(original.to(), amount.subtract(back));
    it.mustNotBeMarked(original.to(), it.order.text("original"), amount.subtract(back));
    it.kind = "refund";
    if (back.signum() > 0) {
      it.move(found.get().moves().get(1).to(), original.to(), back);
    }
    it.move(original.to(), original.from(), amount);
  }

  /** The fund returns the share of its part that has been given back in all, as far as it has so much. */
  private static BigInteger contributionBack(ReferenceCase it, Fact payment, BigInteger given) {
    if (payment.moves().size() < 2) {
      return BigInteger.ZERO;
    }
    Move taken = payment.moves().get(1);
    BigInteger due =
        taken.amount().multiply(given).divide(payment.moves().get(0).amount());
    BigInteger returned = ReferenceBook.sum(it.book
        .refundsOf(payment.order().id())
        .flatMap(fact -> fact.moves().stream())
        .filter(move -> move.from().equals(taken.to()))
        .map(Move::amount));
    return due.subtract(returned)
        .min(it.book.available(taken.to(), it.second()))
        .max(BigInteger.ZERO);
  }

  static void issue(ReferenceCase it) {
    String to = it.order.text("to");
    BigInteger amount = it.order.number("amount");
    it.mustBeSignedByOperator();
    it.objectIf(it.book.isBankReferenceUsed(it.order.text("bank")), "bank-reference-used");
    if (it.amount("twoSignaturesAbove")
        .filter(most -> amount.compareTo(most) > 0)
        .isPresent()) {
      it.mustBeSignedByTwoPeople();
    }
    if (it.mustStand(to)) {
      boolean member = it.book.type(to).equals("holder") && it.book.isResident(to);
      String limit =
          it.book.level(to).signum() == 0 ? "topUpPerMonthUnidentified" : "topUpPerMonthIdentified";
      BigInteger thisMonth = it.book.issuedIn(it.month(), to).add(amount);
      it.objectIf(
          member
              && it.amount(limit).filter(most -> thisMonth.compareTo(most) > 0).isPresent(),
          "account-limit-exceeded");
      it.mustStayWithinCap(to, amount);
      it.objectIf(
          !List.of("holder", "treasury", "fund").contains(it.book.type(to)), "policy-forbids");
    }
    it.objectIf(
        it.book.balance("issuance").subtract(amount).abs().compareTo(ReferenceCase.MOST) > 0,
        "insufficient-funds");
    it.kind = "issue";
    it.move("issuance", to, amount);
  }
}
