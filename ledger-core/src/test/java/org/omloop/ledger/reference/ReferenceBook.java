package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that was ever carried out, and what can be read from it. Nothing is kept but the history itself. */
final class ReferenceBook {
  private static final Map<String, Object> INITIAL = Map.of(
      "balanceCapResident",
      15_000L,
      "topUpPerMonthUnidentified",
      15_000L,
      "giftsBetweenResidents",
      false,
      "redemptionByResidents",
      "on-leaving",
      "redemptionByOrganisations",
      true,
      "twoSignaturesAbove",
      50_000L,
      "keyRecoverySeconds",
      0L);

  private final List<Fact> facts = new ArrayList<>();
  /** Thumbprints by key: only to save time. */
  private final Map<String, String> thumbprints = new HashMap<>();

  void add(Fact fact) {
    facts.add(fact);
  }

  Stream<Fact> facts(String... types) {
    return facts.stream().filter(fact -> fact.is(types));
  }

  private Optional<Fact> last(Predicate<Fact> wanted) {
    return facts.stream().filter(wanted).reduce((earlier, later) -> later);
  }

  Optional<Payload> genesis() {
    return facts("genesis").map(Fact::order).findFirst();
  }

  // Accounts.

  boolean hasAccount(String id) {
    return !type(id).isEmpty();
  }

  /** Returns the account's type; empty where there is no such account. */
  String type(String id) {
    if (genesis().isPresent()) {
      switch (id) {
        case "issuance", "transit":
          return id;
        case "operator":
          return "fees";
        default:
      }
    }
    return facts("open")
        .filter(fact -> fact.order().text("account").equals(id))
        .map(fact -> fact.order().text("accountType"))
        .findFirst()
        .orElse("");
  }

  String status(String id) {
    return last(fact ->
            fact.is("close", "suspend") && fact.order().text("account").equals(id))
        .map(fact -> fact.is("close")
            ? "closed"
            : fact.order().members().get("suspended").equals(true) ? "suspended" : "open")
        .orElse("open");
  }

  /** Returns role, sector or area. */
  String classification(String id, String member) {
    return last(fact ->
            fact.is("open", "classify") && fact.order().text("account").equals(id))
        .map(fact -> fact.order().text(member))
        .orElse(member.equals("role") ? "cooperative" : "");
  }

  boolean isResident(String id) {
    return classification(id, "role").equals("resident");
  }

  /** By what was booked before a moment, unix microseconds. */
  boolean wasResident(String id, long at) {
    return last(fact -> fact.at() < at
            && fact.is("open", "classify")
            && fact.order().text("account").equals(id))
        .filter(fact -> fact.order().text("role").equals("resident"))
        .isPresent();
  }

  BigInteger level(String id) {
    return last(fact -> fact.is("classify") && fact.order().text("account").equals(id))
        .map(fact -> fact.order().number("level"))
        .orElse(BigInteger.ZERO);
  }

  BigInteger balance(String id) {
    BigInteger balance = BigInteger.ZERO;
    for (Fact fact : facts) {
      for (Move move : fact.moves()) {
        balance = move.to().equals(id) ? balance.add(move.amount()) : balance;
        balance = move.from().equals(id) ? balance.subtract(move.amount()) : balance;
      }
    }
    return balance;
  }

  BigInteger limit(String id) {
    return last(fact -> fact.is("limit") && fact.order().text("account").equals(id))
        .map(fact -> fact.order().number("limit"))
        .orElse(BigInteger.ZERO);
  }

  BigInteger available(String id, long second) {
    BigInteger held = sum(facts("hold")
        .filter(fact -> fact.order().text("from").equals(id))
        .filter(fact -> isOpenHold(fact, second))
        .map(fact -> fact.order().number("amount")));
    return balance(id).add(limit(id)).subtract(held);
  }

  TreeSet<String> accounts() {
    TreeSet<String> ids = new TreeSet<>(List.of("issuance", "transit", "operator"));
    facts("open").forEach(fact -> ids.add(fact.order().text("account")));
    return ids;
  }

  // Orders that others refer to.

  Optional<Fact> find(String id, String... types) {
    return facts(types).filter(fact -> fact.order().id().equals(id)).findFirst();
  }

  Optional<Fact> openHold(String id, long second) {
    return find(id, "hold").filter(fact -> isOpenHold(fact, second));
  }

  private boolean isOpenHold(Fact hold, long second) {
    return hold.order().number("until").longValueExact() > second
        && facts("capture", "release")
            .noneMatch(fact -> fact.order().text("hold").equals(hold.order().id()));
  }

  Stream<Fact> refundsOf(String id) {
    return facts("refund").filter(fact -> fact.order().text("original").equals(id));
  }

  boolean isBankReferenceUsed(String bank) {
    return facts("issue", "paid-out", "returned")
        .anyMatch(fact -> fact.order().text("bank").equals(bank));
  }

  boolean isSettled(String redeem, String type) {
    return facts(type).anyMatch(fact -> fact.order().text("redeem").equals(redeem));
  }

  // What counts against limits.

  BigInteger paidOn(long day, String account) {
    return sum(facts("pay", "hold")
        .filter(fact -> fact.day() == day && fact.order().text("from").equals(account))
        .map(fact -> fact.order().number("amount")));
  }

  BigInteger signedOn(long day, String key) {
    return sum(facts("pay", "hold", "refund", "redeem", "grant")
        .filter(fact -> fact.day() == day && fact.order().signers().contains(key))
        .map(fact -> fact.order().number("amount")));
  }

  BigInteger issuedIn(YearMonth month, String account) {
    return sum(facts("issue")
        .filter(fact -> fact.order().text("to").equals(account))
        .filter(fact -> month(fact.at()).equals(month))
        .map(fact -> fact.order().number("amount")));
  }

  static YearMonth month(long micros) {
    return YearMonth.from(Instant.ofEpochSecond(micros / 1_000_000).atOffset(ZoneOffset.UTC));
  }

  static BigInteger sum(Stream<BigInteger> numbers) {
    return numbers.reduce(BigInteger.ZERO, BigInteger::add);
  }

  // Rules.

  /** Returns a setting as JSON has it; null for none. */
  Object setting(String name, long second) {
    return setting(name, second, facts("genesis", "policy"));
  }

  private static Object setting(String name, long second, Stream<Fact> announced) {
    Comparator<Fact> byEffect = Comparator.comparingLong(ReferenceBook::effective);
    Object value = announced
        .filter(fact -> effective(fact) <= second)
        .filter(fact -> fact.order().object("settings").containsKey(name))
        .sorted(byEffect) // stable: of two for one moment the later entry wins
        .reduce((earlier, later) -> later)
        .map(fact -> fact.order().object("settings").get(name))
        .orElse(INITIAL.getOrDefault(name, Optional.empty()));
    return value.equals(Optional.empty()) ? null : value;
  }

  private static long effective(Fact fact) {
    return fact.is("genesis")
        ? fact.second()
        : Math.max(fact.second(), fact.order().number("effective").longValueExact());
  }

  // Keys.

  Optional<ReferenceKey> key(String id) {
    Optional<ReferenceKey> server = genesis()
        .filter(genesis -> thumbprint(genesis.text("serverKey")).equals(id))
        .map(genesis -> new ReferenceKey(
            id,
            "operator",
            List.of("serve"),
            "server",
            Optional.empty(),
            Optional.empty(),
            0,
            false));
    return server.or(() -> facts("key-add")
        .filter(fact -> thumbprint(fact.order().text("key")).equals(id))
        .map(fact -> key(id, fact))
        .findFirst());
  }

  private ReferenceKey key(String id, Fact added) {
    Payload add = added.order();
    boolean revoked =
        facts("key-revoke").anyMatch(fact -> fact.order().text("key").equals(id));
    return new ReferenceKey(
        id,
        add.text("account"),
        add.texts("rights"),
        add.text("holder"),
        add.optionalNumber("perOrder"),
        add.optionalNumber("perDay"),
        activeFrom(added),
        revoked);
  }

  /** A key that operators gave to a member who had one before waits. */
  private long activeFrom(Fact added) {
    String account = added.order().text("account");
    boolean byItself = added.order().has("code")
        || added.order().signers().stream().allMatch(signer -> addedTo(account)
            .anyMatch(fact -> thumbprint(fact.order().text("key")).equals(signer)));
    boolean isFirst = addedTo(account).findFirst().orElseThrow().equals(added);
    return byItself || isFirst || !type(account).equals("holder")
        ? 0
        : added.second() + (Long) settingAt("keyRecoverySeconds", added);
  }

  /** A rule of the same second that was booked later is none of its business. */
  private Object settingAt(String name, Fact fact) {
    Stream<Fact> before = facts("genesis", "policy").filter(each -> each.at() < fact.at());
    return setting(name, fact.second(), before);
  }

  private Stream<Fact> addedTo(String account) {
    return facts("key-add").filter(fact -> fact.order().text("account").equals(account));
  }

  List<ReferenceKey> keysOf(String account) {
    return addedTo(account)
        .map(fact -> key(thumbprint(fact.order().text("key")), fact))
        .toList();
  }

  /** Returns the invitation that a code's hash belongs to, used or not, with its account. */
  Optional<Map.Entry<String, Map<?, ?>>> invitation(String codeHash) {
    Stream<Map.Entry<String, Map<?, ?>>> ofOperators = genesis().stream()
        .flatMap(genesis -> ((List<?>) genesis.members().get("operators")).stream())
        .map(each -> Map.entry("operator", (Map<?, ?>) each));
    Stream<Map.Entry<String, Map<?, ?>>> ofMembers = facts("open")
        .filter(fact -> fact.order().has("invitation"))
        .map(fact -> Map.entry(fact.order().text("account"), fact.order().object("invitation")));
    return Stream.concat(ofOperators, ofMembers)
        .filter(each -> each.getValue().get("codeHash").equals(codeHash))
        .findFirst();
  }

  boolean isUsed(String codeHash) {
    return facts("key-add")
        .anyMatch(fact ->
            fact.order().has("code") && sha256(fact.order().text("code")).equals(codeHash));
  }

  /** The RFC 7638 thumbprint of an Ed25519 key. */
  String thumbprint(String x) {
    return thumbprints.computeIfAbsent(
        x, each -> sha256("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + each + "\"}"));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
