package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What accounts have of programmes whose money is spent in some places only: the history, read from its beginning. */
final class ReferenceEarmarks {
  private static final String[] TOLD = {
    "open", "classify", "programme", "grant", "pay", "hold", "release", "capture", "refund"
  };

  private final Map<String, Payload> programmes = new HashMap<>();
  private final Map<String, Payload> facts = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  /** By account, then by programme. */
  private final Map<String, TreeMap<String, BigInteger>> left = new HashMap<>();
  /** What an order took, by programme. */
  private final Map<String, TreeMap<String, BigInteger>> taken = new HashMap<>();

  private final Map<String, Payload> grants = new HashMap<>();
  private final Map<String, Payload> payers = new HashMap<>();
  private final Map<String, Payload> holds = new LinkedHashMap<>();

  private ReferenceEarmarks() {}

  /** Returns what an account may not pay to a payee; to nobody in the circuit where the payee is empty. */
  static BigInteger locked(ReferenceCase it, String account, String payee) {
    return read(it.book, it.second()).locked(account, payee, it.second());
  }

  /** Returns what an account may not give back of an order; of a grant it may give back what has that grant's own mark. */
  static BigInteger lockedFromRefund(ReferenceCase it, String account, String original) {
    ReferenceEarmarks marks = read(it.book, it.second());
    BigInteger own = Optional.ofNullable(marks.grants.get(original))
        .map(ReferenceEarmarks::name)
        .filter(name -> marks.binds(name, it.second()))
        .map(name -> marks.of(account).getOrDefault(name, BigInteger.ZERO))
        .orElse(BigInteger.ZERO);
    return marks.locked(account, "", it.second()).subtract(own);
  }

  static ReferenceEarmarks read(ReferenceBook book, long second) {
    ReferenceEarmarks marks = new ReferenceEarmarks();
    book.facts(TOLD).forEach(marks::follow);
    marks.expire(second);
    return marks;
  }

  BigInteger locked(String account, String payee, long second) {
    return ReferenceBook.sum(of(account).entrySet().stream()
        .filter(each -> binds(each.getKey(), second))
        .filter(each -> !admits(each.getKey(), payee))
        .map(Map.Entry::getValue));
  }

  private void follow(Fact fact) {
    Payload order = fact.order();
    expire(fact.second());
    switch (order.type()) {
      case "open" -> {
        types.put(order.text("account"), order.text("accountType"));
        facts.put(order.text("account"), order);
      }
      case "classify" -> facts.put(order.text("account"), order);
      case "programme" -> lay(order, fact.second());
      case "grant" -> grant(order);
      case "pay" -> spend(order.id(), order, order.number("amount"), fact.second());
      case "hold" -> {
        holds.put(order.id(), order);
        spend(order.id(), order, order.number("amount"), fact.second());
      }
      case "release" -> release(order.text("hold"));
      case "capture" -> {
        Payload hold = Optional.ofNullable(holds.get(order.text("hold"))).orElseThrow();
        keep(order.id(), hold, order.number("amount"));
        release(hold.id());
      }
      case "refund" -> refund(order.text("original"), order.number("amount"));
      default -> {}
    }
  }

  private static String name(Payload order) {
    return order.text("from") + " " + order.text("programme");
  }

  /** What was free by then stays free. */
  private void lay(Payload order, long second) {
    String name = name(order);
    if (programmes.containsKey(name) && !binds(name, second)) {
      left.values().forEach(each -> each.remove(name));
      taken.values().forEach(each -> each.remove(name));
      grants.values().removeIf(grant -> name(grant).equals(name));
    }
    programmes.put(name, order);
  }

  private boolean binds(String programme, long second) {
    Payload terms = Optional.ofNullable(programmes.get(programme)).orElseThrow();
    return (terms.has("areas") || terms.has("sectors"))
        && second < terms.number("spendUntil").longValueExact();
  }

  private boolean admits(String programme, String payee) {
    if (!types.getOrDefault(payee, "").equals("holder")) {
      return false;
    }
    Payload terms = Optional.ofNullable(programmes.get(programme)).orElseThrow();
    Payload is = Optional.ofNullable(facts.get(payee)).orElseThrow();
    return !is.text("role").equals("resident")
        && admits(terms.optionalTexts("areas"), is.text("area"))
        && admits(terms.optionalTexts("sectors"), is.text("sector"));
  }

  private static boolean admits(List<String> prefixes, String code) {
    return prefixes.isEmpty() || prefixes.stream().anyMatch(code::startsWith);
  }

  private TreeMap<String, BigInteger> of(String account) {
    return left.computeIfAbsent(account, none -> new TreeMap<>());
  }

  private void grant(Payload order) {
    Payload terms = programmes.get(name(order));
    if (terms != null && (terms.has("areas") || terms.has("sectors"))) {
      of(order.text("to")).merge(name(order), order.number("amount"), BigInteger::add);
      grants.put(order.id(), order);
    }
  }

  private void spend(String id, Payload payment, BigInteger amount, long second) {
    BigInteger due = amount;
    for (Map.Entry<String, BigInteger> each : of(payment.text("from")).entrySet()) {
      if (binds(each.getKey(), second) && admits(each.getKey(), payment.text("to"))) {
        BigInteger part = due.min(each.getValue());
        each.setValue(each.getValue().subtract(part));
        taken.computeIfAbsent(id, none -> new TreeMap<>()).put(each.getKey(), part);
        due = due.subtract(part);
      }
    }
    payers.put(id, payment);
  }

  /** What a hold reserved and now moves was taken by the capture. */
  private void keep(String id, Payload hold, BigInteger amount) {
    BigInteger due = amount;
    for (Map.Entry<String, BigInteger> each :
        taken.getOrDefault(hold.id(), new TreeMap<>()).entrySet()) {
      BigInteger part = due.min(each.getValue());
      taken.computeIfAbsent(id, none -> new TreeMap<>()).put(each.getKey(), part);
      each.setValue(each.getValue().subtract(part));
      due = due.subtract(part);
    }
    payers.put(id, hold);
  }

  private void expire(long second) {
    holds.values().stream()
        .filter(hold -> hold.number("until").longValueExact() <= second)
        .map(Payload::id)
        .toList()
        .forEach(this::release);
  }

  private void release(String hold) {
    giveBack(hold, ReferenceCase.MOST);
    holds.remove(hold);
  }

  private void refund(String original, BigInteger amount) {
    Payload grant = grants.get(original);
    if (grant != null) {
      of(grant.text("to"))
          .computeIfPresent(name(grant), (name, had) -> had.subtract(amount).max(BigInteger.ZERO));
    }
    giveBack(original, amount);
  }

  private void giveBack(String id, BigInteger amount) {
    BigInteger due = amount;
    for (Map.Entry<String, BigInteger> each :
        taken.getOrDefault(id, new TreeMap<>()).entrySet()) {
      BigInteger part = due.min(each.getValue());
      each.setValue(each.getValue().subtract(part));
      of(payers.get(id).text("from")).merge(each.getKey(), part, BigInteger::add);
      due = due.subtract(part);
    }
  }
}
