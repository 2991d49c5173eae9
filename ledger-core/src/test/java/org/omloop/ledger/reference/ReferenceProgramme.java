package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for what is handed out. */
final class ReferenceProgramme {
  private ReferenceProgramme() {}

  static void programme(ReferenceCase it) {
    String from = it.order.text("from");
    it.mustBeSignedByOperator();
    boolean sooner = terms(it, from)
        .filter(before -> isSameBut(before, it.order))
        .filter(before -> before.number("ends").compareTo(it.order.number("ends")) > 0)
        .isPresent();
    it.kind = "programme";
    if (sooner) {
      return;
    }
    it.mustBeSignedByTwoPeople();
    it.mustStand(from);
    it.objectIf(!List.of("treasury", "fund").contains(it.book.type(from)), "policy-forbids");
    it.objectIf(
        it.order.optionalTexts("partners").stream()
            .anyMatch(each -> !it.book.type(each).equals("holder") || it.book.isResident(each)),
        "policy-forbids");
  }

  private static boolean isSameBut(Payload one, Payload other) {
    return said(one).equals(said(other));
  }

  private static Map<String, Object> said(Payload order) {
    Map<String, Object> said = new HashMap<>(order.members());
    List.of("order", "iat", "exp", "ends").forEach(said::remove);
    return said;
  }

  private static Optional<Payload> terms(ReferenceCase it, String from) {
    return it.book
        .facts("programme")
        .map(Fact::order)
        .filter(order -> order.text("from").equals(from)
            && order.text("programme").equals(it.order.text("programme")))
        .reduce((earlier, later) -> later);
  }

  static void grant(ReferenceCase it) {
    String from = it.order.text("from");
    String to = it.order.text("to");
    BigInteger amount = it.order.number("amount");
    Optional<Payload> terms = terms(it, from);
    Optional<String> partner = terms.stream()
        .flatMap(each -> each.optionalTexts("partners").stream())
        .filter(it::isSignedByKeysOf)
        .findFirst();
    boolean bonus = terms.filter(each -> each.has("bonusBasisPoints")).isPresent()
        && it.isSignedByKeysOf("operator")
        && it.keys().stream().allMatch(key -> key.rights().contains("serve"));
    if (partner.isPresent()) {
      it.mustBeSignedFor(partner.get(), "receive");
      it.mustStand(partner.get());
      it.objectIf(!it.book.isResident(to), "policy-forbids");
    } else if (bonus) {
      it.mustBeSignedWith("serve");
      it.objectIf(!it.book.isResident(to), "policy-forbids");
    } else {
      it.mustBeSignedFor(from, "pay");
      it.mustBeSignedByTwoPeople();
    }
    it.objectIf(from.equals(to), "same-account");
    if (it.mustStand(from) & it.mustStand(to)) {
      it.mustStayWithinKeyLimits(amount);
      it.mustStayWithinCap(to, amount);
      it.objectIf(
          !it.book.type(from).equals("issuance")
              && it.book.available(from, it.second()).compareTo(amount) < 0,
          "insufficient-funds");
      it.objectIf(!List.of("treasury", "fund").contains(it.book.type(from)), "policy-forbids");
      it.objectIf(!it.book.type(to).equals("holder"), "policy-forbids");
      terms.ifPresent(each -> mustKeepTo(it, each, bonus));
    }
    it.kind = "grant";
    it.move(from, to, amount);
  }

  private static void mustKeepTo(ReferenceCase it, Payload terms, boolean bonus) {
    BigInteger amount = it.order.number("amount");
    String to = it.order.text("to");
    BigInteger received =
        handedOut(it, grants(it).filter(fact -> fact.order().text("to").equals(to)));
    it.objectIf(!runs(terms, it.second()), "programme-closed");
    it.objectIf(
        handedOut(it, grants(it)).add(amount).compareTo(terms.number("budget")) > 0,
        "budget-exceeded");
    it.objectIf(
        terms
            .optionalNumber("perPerson")
            .filter(most -> received.add(amount).compareTo(most) > 0)
            .isPresent(),
        "already-granted");
    if (bonus) {
      BigInteger issued = ReferenceBook.sum(it.book
          .facts("issue")
          .filter(fact -> fact.order().text("to").equals(to))
          .filter(fact -> gaveABonus(it, fact) && it.book.wasResident(to, fact.at()))
          .map(fact -> fact.order().number("amount")));
      BigInteger earned = issued
          .min(ReferenceCase.MOST)
          .multiply(terms.number("bonusBasisPoints"))
          .divide(BigInteger.valueOf(10_000));
      it.objectIf(received.add(amount).compareTo(earned) > 0, "policy-forbids");
    }
  }

  /** By the terms that were booked before the issue. */
  private static boolean gaveABonus(ReferenceCase it, Fact issue) {
    return it.book
        .facts("programme")
        .filter(fact -> fact.at() < issue.at())
        .map(Fact::order)
        .filter(order -> order.text("from").equals(it.order.text("from"))
            && order.text("programme").equals(it.order.text("programme")))
        .reduce((earlier, later) -> later)
        .filter(order -> order.has("bonusBasisPoints") && runs(order, issue.second()))
        .isPresent();
  }

  private static boolean runs(Payload terms, long second) {
    return terms.number("starts").longValueExact() <= second
        && second < terms.number("ends").longValueExact();
  }

  private static Stream<Fact> grants(ReferenceCase it) {
    return it.book
        .facts("grant")
        .filter(fact -> fact.order().text("from").equals(it.order.text("from"))
            && fact.order().text("programme").equals(it.order.text("programme")));
  }

  /** What was granted, less what came back. */
  private static BigInteger handedOut(ReferenceCase it, Stream<Fact> grants) {
    return ReferenceBook.sum(grants.map(fact -> fact.order()
        .number("amount")
        .subtract(ReferenceBook.sum(
            it.book.refundsOf(fact.order().id()).map(refund -> refund.order().number("amount"))))));
  }
}
