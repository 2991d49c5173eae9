package org.omloop.ledger.order;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;

/** Reads an order's payload: every member known, present, and in its one form (protocol.md, "Orders"). */
final class OrderDecoder {
  private static final AccountId NOBODY = new AccountId("nobody");
  private static final OrderId NO_ORDER = new OrderId(new UUID(0x7000L, 0x8000_0000_0000_0000L));
  private static final String ACCOUNT_RULE = "must be an account id: 1 to 40 of a-z 0-9 -";
  private static final String ORDER_RULE = "must be a UUID of version 7 in lower case";
  /** The curve's base point (RFC 8032, section 5.1): a valid key, and nobody's. */
  private static final PublicKey NOBODYS_KEY =
      PublicKey.enrol(Base64Url.decode("WGZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY"));

  private final Members members;
  private final Terms terms;

  private OrderDecoder(Members members) {
    this.members = members;
    this.terms = terms(members);
  }

  /** Throws {@link MalformedOrder} naming everything that is wrong. */
  static Order decode(Map<String, Object> payload) {
    Members members = new Members(payload);
    String type = members.text("type", each -> true, "must be a text");
    OrderDecoder decoder = new OrderDecoder(members);
    Optional<Order> order = decoder.order(type);
    if (order.isEmpty()) {
      members.rest();
      if (members.areSound("type")) {
        members.fault("type", "is no kind of order");
      }
    }
    members.end();
    return order.orElseThrow();
  }

  private static Terms terms(Members members) {
    String ledger = members.text(
        "ledger", Terms::isOrigin, "must be the ledger's origin, such as example.org/oost");
    OrderId id = members.value("order", OrderId::parse, ORDER_RULE, NO_ORDER);
    long issuedAt = members.time("iat");
    long expiresAt = members.time("exp");
    if (expiresAt <= issuedAt || expiresAt - issuedAt > Terms.LONGEST_SECONDS) {
      if (members.areSound("iat", "exp")) {
        members.fault("exp", "must be after iat, by at most 30 days");
      }
      return new Terms("nowhere", id, 0, 1);
    }
    return new Terms(ledger.isEmpty() ? "nowhere" : ledger, id, issuedAt, expiresAt);
  }

  private Optional<Order> order(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "pay" -> pay();
          case "refund" ->
            new Order.Refund(
                terms,
                orderId("original"),
                members.amount("amount"),
                members.optionalHash("memoHash"));
          case "redeem" -> redeem();
          case "issue" ->
            new Order.Issue(terms, account("to"), members.amount("amount"), reference("bank"));
          case "grant" ->
            new Order.Grant(
                terms,
                account("from"),
                account("to"),
                members.amount("amount"),
                members.text("programme", Texts::isSlug, Texts.SLUG_RULE));
          case "programme" -> programme();
          case "paid-out" -> new Order.PaidOut(terms, orderId("redeem"), reference("bank"));
          case "returned" -> new Order.Returned(terms, orderId("redeem"), reference("bank"));
          case "hold" ->
            new Order.Hold(
                terms,
                account("from"),
                account("to"),
                members.amount("amount"),
                members.time("until"));
          case "capture" -> new Order.Capture(terms, orderId("hold"), members.amount("amount"));
          case "release" -> new Order.Release(terms, orderId("hold"));
          default -> administrative(type);
        });
  }

  private @Nullable Order administrative(String type) {
    return switch (type) {
      case "genesis" -> genesis();
      case "open" -> open();
      case "close" -> new Order.Close(terms, account("account"));
      case "suspend" -> new Order.Suspend(terms, account("account"), members.flag("suspended"));
      case "classify" ->
        new Order.Classify(
            terms, account("account"), classification(), (int) members.integer("level", 0, 2));
      case "limit" ->
        new Order.Limit(terms, account("account"), members.integer("limit", 0, 1_000_000_000_000L));
      case "key-add" -> keyAdd();
      case "key-revoke" ->
        new Order.KeyRevoke(
            terms,
            account("account"),
            members.value("key", KeyId::parse, "must be a key id", NOBODYS_KEY.keyId()));
      case "policy" -> new Order.PolicyChange(terms, members.time("effective"), settings());
      case "levy" ->
        new Order.Levy(
            terms,
            account("account"),
            members.text("period", Texts::isMonth, "must be a month such as 2026-11"));
      case "seal" ->
        new Order.Seal(terms, members.integer("size", 0, Amount.MAXIMUM), members.hash("root"));
      case "statement" -> statement();
      default -> null;
    };
  }

  private Map<Setting, Optional<Object>> settings() {
    long signedAt = members.areSound("iat", "exp") ? terms.issuedAt() : Members.LATEST;
    return members.object("settings").map(each -> Settings.read(each, signedAt)).orElse(Map.of());
  }

  private Order.Pay pay() {
    return new Order.Pay(
        terms,
        account("from"),
        account("to"),
        members.amount("amount"),
        request(),
        members.optionalHash("memoHash"));
  }

  private Optional<RequestTerms> request() {
    return members
        .optionalText("request", Texts::isRequest, Texts.REQUEST_RULE)
        .filter(Texts::isRequest)
        .map(RequestTerms::parse);
  }

  private Order.Programme programme() {
    Order.Programme programme = new Order.Programme(
        terms,
        account("from"),
        members.text("programme", Texts::isSlug, Texts.SLUG_RULE),
        members.amount("budget"),
        members.time("starts"),
        members.time("ends"),
        members.optionalAmount("perPerson"),
        sorted("partners", 20, AccountId::new, "must be 1 to 20 account ids, sorted, each once"),
        members.has("bonusBasisPoints") ? (int) members.integer("bonusBasisPoints", 1, 10_000) : 0,
        prefixes("areas"),
        prefixes("sectors"),
        members.has("spendUntil") ? Optional.of(members.time("spendUntil")) : Optional.empty());
    faultTimes(programme);
    faultShares(programme);
    return programme;
  }

  private void faultTimes(Order.Programme programme) {
    if (programme.ends() < programme.starts() && members.areSound("starts", "ends")) {
      members.fault("ends", "must not be before starts");
    }
    if (!members.areSound("areas", "sectors", "ends", "spendUntil")) {
      return;
    }
    if (programme.spendUntil().isPresent() != programme.isEarmarked()) {
      members.fault("spendUntil", "must be there where areas or sectors are, and nowhere else");
    } else if (programme.spendUntil().filter(until -> until < programme.ends()).isPresent()) {
      members.fault("spendUntil", "must not be before ends");
    }
  }

  /** Of what one name handed out it is not told apart what for, so each has a name, and a budget, of its own. */
  private void faultShares(Order.Programme programme) {
    if (!programme.partners().isEmpty()
        && programme.bonusBasisPoints() > 0
        && members.areSound("partners", "bonusBasisPoints")) {
      members.fault("bonusBasisPoints", "must not be there beside partners");
    }
    boolean needsMost = !programme.partners().isEmpty() || programme.bonusBasisPoints() > 0;
    if (needsMost && programme.perPerson().isEmpty() && members.areSound("perPerson")) {
      members.fault("perPerson", "must be there where partners or a bonus are");
    }
  }

  private List<String> prefixes(String name) {
    return sorted(name, 50, OrderDecoder::prefix, "must be 1 to 50 prefixes, sorted, each once");
  }

  private static String prefix(String text) {
    if (text.isEmpty() || text.length() > 40) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** Reads a list that is left out where it is empty, so that nothing is said in two ways. */
  private <T extends Comparable<T>> List<T> sorted(
      String name, int most, Function<String, T> reader, String rule) {
    if (!members.has(name)) {
      return List.of();
    }
    List<T> list = members.list(name, most, reader, rule);
    if ((list.isEmpty() || !list.equals(list.stream().sorted().distinct().toList()))
        && members.areSound(name)) {
      members.fault(name, rule);
    }
    return list;
  }

  private Order.Redeem redeem() {
    return new Order.Redeem(
        terms,
        account("from"),
        members.amount("amount"),
        members.value(
            "purpose",
            text -> Purpose.named(text).orElseThrow(() -> new IllegalArgumentException(text)),
            "must be a purpose such as supplier, wages or other",
            Purpose.OTHER),
        members.optionalText("sector", Classification::isSector, "must be a sector code"),
        members.hash("ibanHash"));
  }

  private Order.Genesis genesis() {
    return new Order.Genesis(
        terms,
        members.text("name", Texts::isTitle, "must be 1 to 80 characters"),
        members.text("unit", Texts::isSlug, Texts.SLUG_RULE),
        (int) members.integer("scale", 0, 4),
        members.text("logKey", text -> text.length() <= 200, "must be a note verifier key"),
        publicKey("serverKey"),
        operators(),
        settings());
  }

  private List<Invitation> operators() {
    List<Invitation> operators =
        members.objects("operators", 20).stream().map(OrderDecoder::invitation).toList();
    if (operators.isEmpty() && members.areSound("operators")) {
      members.fault("operators", "must name one at least: nobody else could ever be enrolled");
    }
    return operators;
  }

  private Order.Open open() {
    return new Order.Open(
        terms,
        account("account"),
        choice("accountType", AccountType.class, AccountType.HOLDER),
        classification(),
        members.optionalObject("invitation").map(OrderDecoder::invitation));
  }

  private Order.KeyAdd keyAdd() {
    return new Order.KeyAdd(
        terms,
        account("account"),
        publicKey("key"),
        rights(members),
        members.text("holder", Texts::isSlug, Texts.SLUG_RULE),
        members.text("label", Texts::isSlugOrEmpty, Texts.SLUG_RULE),
        members.optionalAmount("perOrder"),
        members.optionalAmount("perDay"),
        members.optionalText("code", Texts::isCode, "must be an invitation's code"));
  }

  private Order.Statement statement() {
    Order.Statement statement = new Order.Statement(
        terms,
        members.text("iban", Texts::isIban, "must be an IBAN without spaces"),
        members.integer("number", 1, 999_999_999),
        members.text("openingDate", Texts::isDate, "must be a date"),
        members.text("closingDate", Texts::isDate, "must be a date"),
        cents("opening"),
        members.integer("credits", 0, Amount.MAXIMUM),
        members.integer("debits", 0, Amount.MAXIMUM),
        cents("closing"),
        members.hash("fileHash"));
    boolean adds =
        statement.opening() + statement.credits() - statement.debits() == statement.closing();
    if (!adds && members.areSound("opening", "credits", "debits", "closing")) {
      members.fault("closing", "must be opening plus credits less debits");
    }
    boolean ends = statement.openingDate().compareTo(statement.closingDate()) <= 0;
    if (!ends && members.areSound("openingDate", "closingDate")) {
      members.fault("closingDate", "must not be before openingDate");
    }
    return statement;
  }

  private static Invitation invitation(Members members) {
    Invitation invitation = new Invitation(
        members.hash("codeHash"),
        members.text("holder", Texts::isSlug, Texts.SLUG_RULE),
        members.text("label", Texts::isSlugOrEmpty, Texts.SLUG_RULE),
        rights(members),
        members.time("until"));
    members.faultRest();
    return invitation;
  }

  private static Set<Right> rights(Members members) {
    List<Right> rights = members.list(
        "rights", Right.values().length, OrderDecoder::right, "must be rights, sorted, each once");
    List<String> names = rights.stream().map(Right::wireName).toList();
    boolean sorted = names.stream().sorted().distinct().toList().equals(names);
    if (!sorted && members.areSound("rights")) {
      members.fault("rights", "must be rights, sorted, each once");
    }
    return rights.isEmpty() ? Set.of() : EnumSet.copyOf(rights);
  }

  private static Right right(String text) {
    return named(Right.class, text);
  }

  private Classification classification() {
    return new Classification(
        choice("role", Role.class, Role.RESIDENT),
        members.text("sector", Classification::isSector, "must be a sector code or empty"),
        members.text("area", Classification::isArea, "must be an area code or empty"));
  }

  private <E extends Enum<E>> E choice(String name, Class<E> type, E standIn) {
    return members.value(
        name,
        text -> named(type, text),
        "must be one of " + String.join(", ", wireNames(type)),
        standIn);
  }

  private static <E extends Enum<E>> E named(Class<E> type, String text) {
    if (!wireNames(type).contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private static <E extends Enum<E>> List<String> wireNames(Class<E> type) {
    return EnumSet.allOf(type).stream()
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private AccountId account(String name) {
    return members.value(name, AccountId::new, ACCOUNT_RULE, NOBODY);
  }

  private OrderId orderId(String name) {
    return members.value(name, OrderId::parse, ORDER_RULE, NO_ORDER);
  }

  private String reference(String name) {
    return members.text(name, Texts::isReference, Texts.REFERENCE_RULE);
  }

  private long cents(String name) {
    return members.integer(name, -Amount.MAXIMUM, Amount.MAXIMUM);
  }

  private PublicKey publicKey(String name) {
    return members.value(
        name,
        text -> PublicKey.enrol(Base64Url.decode(text)),
        "must be an Ed25519 public key, base64url of 32 bytes",
        NOBODYS_KEY);
  }
}
