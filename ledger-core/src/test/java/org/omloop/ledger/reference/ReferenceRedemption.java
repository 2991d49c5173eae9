package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.util.Optional;

/** The rules for money that leaves, and for what the bank says of it. */
final class ReferenceRedemption {
  private ReferenceRedemption() {}

  static void redeem(ReferenceCase it) {
    String from = it.order.text("from");
    BigInteger amount = it.order.number("amount");
    it.mustBeSignedFor(from, "redeem");
    if (it.mustStand(from)) {
      it.mustStayWithinKeyLimits(amount);
      it.mustHave(from, amount);
      it.mustNotBeEarmarked(from, "", amount);
      it.objectIf(!mayRedeem(it, from), "policy-forbids");
    }
    it.kind = "redeem";
    BigInteger fee = from.equals("operator")
        ? BigInteger.ZERO
        : it.share(amount, "redemptionFeeBasisPoints").min(amount.subtract(BigInteger.ONE));
    it.move(from, "transit", amount.subtract(fee));
    it.move(from, "operator", fee);
  }

  private static boolean mayRedeem(ReferenceCase it, String from) {
    String purpose = it.order.text("purpose");
    String type = it.book.type(from);
    if (type.equals("fees")) {
      return purpose.equals("fee");
    }
    if (!type.equals("holder")) {
      return false;
    }
    if (!it.book.isResident(from)) {
      return it.allows("redemptionByOrganisations");
    }
    Object rule = it.book.setting("redemptionByResidents", it.second());
    return "on".equals(rule) || "on-leaving".equals(rule) && purpose.equals("leaving");
  }

  static void paidOut(ReferenceCase it) {
    Optional<Fact> redeem = redemption(it);
    boolean settled = it.book.isSettled(it.order.text("redeem"), "paid-out");
    it.objectIf(settled, "original-not-found");
    it.kind = "paid-out";
    redeem.ifPresent(fact -> it.move("transit", "issuance", fact.moves().get(0).amount()));
  }

  static void returned(ReferenceCase it) {
    Optional<Fact> redeem = redemption(it);
    it.kind = "returned";
    if (redeem.isEmpty()) {
      return;
    }
    String from = redeem.get().order().text("from");
    it.mustExist(from);
    boolean paidOut = it.book.isSettled(it.order.text("redeem"), "paid-out");
    it.move(paidOut ? "issuance" : "transit", from, redeem.get().moves().get(0).amount());
    if (redeem.get().moves().size() > 1) {
      BigInteger fee = redeem.get().moves().get(1).amount();
      boolean stillThere = it.book.available("operator", it.second()).compareTo(fee) >= 0;
      it.move("operator", from, stillThere ? fee : BigInteger.ZERO);
    }
  }

  private static Optional<Fact> redemption(ReferenceCase it) {
    String id = it.order.text("redeem");
    it.mustBeSignedByOperator();
    Optional<Fact> redeem =
        it.book.find(id, "redeem").filter(fact -> !it.book.isSettled(id, "returned"));
    it.objectIf(redeem.isEmpty(), "original-not-found");
    it.objectIf(it.book.isBankReferenceUsed(it.order.text("bank")), "bank-reference-used");
    return redeem;
  }
}
