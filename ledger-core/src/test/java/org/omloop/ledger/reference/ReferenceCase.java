package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order under examination: every objection there is, in any order, and what would move if there were none. */
final class ReferenceCase {
  static final BigInteger MOST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

  /** From protocol.md, "Idempotency and refusals": the first that applies is reported. */
  private static final List<String> PRECEDENCE = List.of(
      "wrong-ledger",
      "expired",
      "not-yet-valid",
      "unknown-key",
      "key-revoked",
      "key-lacks-right",
      "unknown-account",
      "account-closed",
      "account-suspended",
      "same-account",
      "amount-out-of-range",
      "original-not-found",
      "already-refunded",
      "request-not-open",
      "request-mismatch",
      "bank-reference-used",
      "needs-second-signature",
      "key-limit-exceeded",
      "account-limit-exceeded",
      "balance-cap-exceeded",
      "insufficient-funds",
      "policy-forbids",
      "disclosure-too-loose",
      "programme-closed",
      "budget-exceeded",
      "already-granted",
      "earmarked");

  final ReferenceBook book;
  final Payload order;
  final long index;
  final long at;
  final List<Move> moves = new ArrayList<>();
  String kind = "";
  private final List<String> objections = new ArrayList<>();

  ReferenceCase(ReferenceBook book, Payload order, long index, long at) {
    this.book = book;
    this.order = order;
    this.index = index;
    this.at = at;
  }

  void objectIf(boolean broken, String reason) {
    if (broken) {
      objections.add(reason);
    }
  }

  /** Returns the first objection in order of precedence; empty where there is none. */
  Optional<String> objection() {
    return PRECEDENCE.stream().filter(objections::contains).findFirst();
  }

  long second() {
    return at / 1_000_000;
  }

  long day() {
    return second() / 86_400;
  }

  YearMonth month() {
    return ReferenceBook.month(at);
  }

  // Settings.

  Optional<BigInteger> amount(String setting) {
    return Optional.ofNullable(book.setting(setting, second()))
        .map(value -> BigInteger.valueOf((Long) value));
  }

  BigInteger share(BigInteger whole, String basisPoints) {
    return whole
        .multiply(amount(basisPoints).orElse(BigInteger.ZERO))
        .divide(BigInteger.valueOf(10_000));
  }

  boolean allows(String setting) {
    return Boolean.TRUE.equals(book.setting(setting, second()));
  }

  boolean admits(String setting, String code) {
    Object prefixes = book.setting(setting, second());
    return prefixes == null
        || ((List<?>) prefixes).isEmpty()
        || ((List<?>) prefixes).stream().anyMatch(each -> code.startsWith((String) each));
  }

  Optional<String> fund() {
    return Optional.ofNullable((String) book.setting("fundAccount", second()))
        .filter(id -> book.type(id).equals("fund") && book.status(id).equals("open"));
  }

  // Signatures.

  List<ReferenceKey> keys() {
    return order.signers().stream().flatMap(id -> book.key(id).stream()).toList();
  }

  boolean isSignedByKeysOf(String account) {
    return keys().size() == order.signers().size()
        && keys().stream().allMatch(key -> key.account().equals(account));
  }

  void mustBeSignedFor(String account, String right) {
    objectIf(!isSignedByKeysOf(account), "unknown-key");
    mustBeSignedWith(right);
  }

  void mustBeSignedWith(String right) {
    objectIf(keys().size() < order.signers().size(), "unknown-key");
    objectIf(keys().stream().anyMatch(ReferenceKey::revoked), "key-revoked");
    objectIf(keys().stream().anyMatch(key -> key.activeFrom() > second()), "key-lacks-right");
    objectIf(keys().stream().anyMatch(key -> !key.rights().contains(right)), "key-lacks-right");
  }

  void mustBeSignedByOperator() {
    objectIf(!isSignedByKeysOf("operator"), "unknown-key");
    objectIf(keys().stream().anyMatch(ReferenceKey::revoked), "key-revoked");
    objectIf(
        keys().stream().noneMatch(key -> key.rights().contains("operate"))
            || keys().stream()
                .anyMatch(
                    key -> !key.rights().contains("operate") && !key.rights().contains("approve")),
        "key-lacks-right");
  }

  void mustBeSignedByTwoPeople() {
    objectIf(
        keys().stream().map(ReferenceKey::holder).distinct().count() < 2, "needs-second-signature");
  }

  // Accounts and amounts.

  /** Tells whether it stands, so that its facts may be asked for. */
  boolean mustStand(String account) {
    objectIf(book.status(account).equals("suspended"), "account-suspended");
    return mustExist(account);
  }

  boolean mustExist(String account) {
    objectIf(!book.hasAccount(account), "unknown-account");
    objectIf(book.status(account).equals("closed"), "account-closed");
    return book.hasAccount(account);
  }

  void mustStayWithinKeyLimits(BigInteger amount) {
    for (ReferenceKey key : keys()) {
      boolean order = key.perOrder().filter(most -> amount.compareTo(most) > 0).isPresent();
      BigInteger today = book.signedOn(day(), key.id()).add(amount);
      boolean perDay = key.perDay().filter(most -> today.compareTo(most) > 0).isPresent();
      objectIf(order || perDay, "key-limit-exceeded");
    }
  }

  void mustStayWithinCap(String account, BigInteger credit) {
    Optional<BigInteger> cap = book.type(account).equals("holder")
        ? amount(book.isResident(account) ? "balanceCapResident" : "balanceCapOrganisation")
        : Optional.empty();
    boolean beyond = book.balance(account).add(credit).compareTo(cap.orElse(MOST)) > 0;
    objectIf(credit.signum() > 0 && beyond, "balance-cap-exceeded");
  }

  void mustHave(String account, BigInteger amount) {
    objectIf(book.available(account, second()).compareTo(amount) < 0, "insufficient-funds");
  }

  /** To nobody in the circuit where the payee is empty. */
  void mustNotBeEarmarked(String account, String payee, BigInteger amount) {
    mustBeFree(account, amount, ReferenceEarmarks.locked(this, account, payee));
  }

  /** But for the mark of the order that is given back. */
  void mustNotBeMarked(String account, String original, BigInteger amount) {
    mustBeFree(account, amount, ReferenceEarmarks.lockedFromRefund(this, account, original));
  }

  private void mustBeFree(String account, BigInteger amount, BigInteger locked) {
    objectIf(
        locked.signum() > 0
            && book.available(account, second()).subtract(locked).compareTo(amount) < 0,
        "earmarked");
  }

  void move(String from, String to, BigInteger amount) {
    if (amount.signum() > 0) {
      moves.add(new Move(from, to, amount));
    }
  }

  /** Tells whether some balance would be more, on the way, than numbers in JSON hold. */
  boolean overflows() {
    Map<String, BigInteger> balances = new HashMap<>();
    boolean overflows = false;
    for (Move move : moves) {
      balances.merge(
          move.from(),
          book.balance(move.from()).subtract(move.amount()),
          (old, none) -> old.subtract(move.amount()));
      overflows |= balances.get(move.from()).abs().compareTo(MOST) > 0;
      balances.merge(
          move.to(),
          book.balance(move.to()).add(move.amount()),
          (old, none) -> old.add(move.amount()));
      overflows |= balances.get(move.to()).abs().compareTo(MOST) > 0;
    }
    return overflows;
  }
}
