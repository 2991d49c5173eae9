package org.omloop.ledger.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.policy.Baseline;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SigningKey;

/** Well-formed orders of every type, up to the edges of their forms. */
@SuppressWarnings("exports") // jqwik's types, in a package that only tests see
public final class AnyOrder {
  private static final long LATEST = 253_402_300_799L;
  private static final int KEYS = 8;
  private static final List<SigningKey> SIGNERS = makeSigners();

  private AnyOrder() {}

  /** Returns four keys, the most that one order may be signed by. */
  public static List<SigningKey> signers() {
    return SIGNERS.subList(0, 4);
  }

  private static List<SigningKey> makeSigners() {
    List<SigningKey> signers = new ArrayList<>();
    for (int each = 0; each < KEYS; each++) {
      byte[] seed = new byte[SigningKey.SEED_BYTES];
      seed[0] = (byte) each;
      signers.add(SigningKey.fromSeed(seed));
    }
    return signers;
  }

  /** Returns orders of any type. */
  public static Arbitrary<Order> order() {
    return Arbitraries.oneOf(List.copyOf(byType().values()));
  }

  /** Returns orders signed by one to four keys. */
  public static Arbitrary<SignedOrder> signedOrder() {
    return Combinators.combine(
            order(),
            Arbitraries.of(SIGNERS).list().uniqueElements().ofMinSize(1).ofMaxSize(4))
        .as(SignedOrder::sign);
  }

  /** Returns orders of each type, under the name the type has in JSON. */
  public static Map<String, Arbitrary<? extends Order>> byType() {
    Map<String, Arbitrary<? extends Order>> types = new HashMap<>(ofMoney());
    types.put("open", open());
    types.put("close", Combinators.combine(terms(), account()).as(Order.Close::new));
    types.put("suspend", Combinators.combine(terms(), account(), flag()).as(Order.Suspend::new));
    types.put(
        "classify",
        Combinators.combine(
                terms(), account(), classification(), Arbitraries.integers().between(0, 2))
            .as(Order.Classify::new));
    types.put(
        "limit",
        Combinators.combine(terms(), account(), number(0, 1_000_000_000_000L))
            .as(Order.Limit::new));
    types.put("key-add", keyAdd());
    types.put(
        "key-revoke", Combinators.combine(terms(), account(), keyId()).as(Order.KeyRevoke::new));
    types.put(
        "policy",
        Combinators.combine(terms(), number(0, LATEST), settings()).as(Order.PolicyChange::new));
    types.put("programme", programme());
    types.put("genesis", genesis());
    types.put("levy", Combinators.combine(terms(), account(), month()).as(Order.Levy::new));
    types.put(
        "seal",
        Combinators.combine(terms(), number(0, Amount.MAXIMUM), hash()).as(Order.Seal::new));
    types.put("statement", statement());
    return types;
  }

  private static Map<String, Arbitrary<? extends Order>> ofMoney() {
    return Map.of(
        "pay",
        Combinators.combine(
                terms(), account(), account(), amount(), optional(request()), optional(hash()))
            .as(Order.Pay::new),
        "refund",
        Combinators.combine(terms(), orderId(), amount(), optional(hash())).as(Order.Refund::new),
        "redeem",
        Combinators.combine(
                terms(),
                account(),
                amount(),
                Arbitraries.of(Purpose.class),
                optional(sector()),
                hash())
            .as(Order.Redeem::new),
        "issue",
        Combinators.combine(terms(), account(), amount(), reference()).as(Order.Issue::new),
        "grant",
        Combinators.combine(terms(), account(), account(), amount(), slug(1)).as(Order.Grant::new),
        "paid-out",
        Combinators.combine(terms(), orderId(), reference()).as(Order.PaidOut::new),
        "returned",
        Combinators.combine(terms(), orderId(), reference()).as(Order.Returned::new),
        "hold",
        Combinators.combine(terms(), account(), account(), amount(), number(0, LATEST))
            .as(Order.Hold::new),
        "capture",
        Combinators.combine(terms(), orderId(), amount()).as(Order.Capture::new),
        "release",
        Combinators.combine(terms(), orderId()).as(Order.Release::new));
  }

  private record Span(long starts, long ends) {}

  private record Given(Optional<Amount> most, List<AccountId> partners, int bonus) {}

  private record Bound(List<String> areas, List<String> sectors, long spendUntil) {
    boolean isEmpty() {
      return areas.isEmpty() && sectors.isEmpty();
    }
  }

  private static Arbitrary<Order.Programme> programme() {
    Arbitrary<Span> spans = Combinators.combine(number(0, LATEST), number(0, LATEST))
        .as((one, other) -> new Span(Math.min(one, other), Math.max(one, other)));
    Arbitrary<Given> given = Combinators.combine(
            amount(), sorted(account(), 20), Arbitraries.integers().between(0, 10_000), flag())
        .as((most, partners, bonus, isGiven) -> isGiven
            ? new Given(Optional.of(most), partners, partners.isEmpty() ? bonus : 0)
            : new Given(Optional.empty(), List.of(), 0));
    Arbitrary<Bound> bounds = Combinators.combine(
            sorted(text("2026:BU03", 1, 40), 50),
            sorted(text("SBI2008:47", 1, 40), 50),
            number(0, LATEST))
        .as(Bound::new);
    return Combinators.combine(terms(), account(), slug(1), amount(), spans, given, bounds)
        .as((terms, from, name, budget, span, each, bound) -> new Order.Programme(
            terms,
            from,
            name,
            budget,
            span.starts(),
            span.ends(),
            each.most(),
            each.partners(),
            each.bonus(),
            bound.areas(),
            bound.sectors(),
            bound.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.max(span.ends(), bound.spendUntil()))));
  }

  private static <T extends Comparable<T>> Arbitrary<List<T>> sorted(Arbitrary<T> each, int most) {
    return each.set().ofMaxSize(most).map(set -> set.stream().sorted().toList());
  }

  private static Arbitrary<Order.Open> open() {
    return Combinators.combine(
            terms(),
            account(),
            Arbitraries.of(AccountType.class),
            classification(),
            optional(invitation()))
        .as(Order.Open::new);
  }

  private static Arbitrary<Order.KeyAdd> keyAdd() {
    return Combinators.combine(
            Combinators.combine(terms(), account(), publicKey()).as(KeyPlace::new),
            rights(),
            slug(1),
            slug(0),
            optional(amount()),
            optional(amount()),
            optional(text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", 8, 64)))
        .as((place, rights, holder, label, perOrder, perDay, code) -> new Order.KeyAdd(
            place.terms(),
            place.account(),
            place.key(),
            rights,
            holder,
            label,
            perOrder,
            perDay,
            code));
  }

  private record KeyPlace(Terms terms, AccountId account, PublicKey key) {}

  private static Arbitrary<Order.Genesis> genesis() {
    Arbitrary<String> name = Arbitraries.strings()
        .excludeChars(controls())
        .ofMinLength(1)
        .ofMaxLength(80)
        .filter(each -> !each.isBlank() && isWellFormed(each));
    return Combinators.combine(
            terms(),
            name,
            slug(1),
            Arbitraries.integers().between(0, 4),
            text("abcdefghijklmnopqrstuvwxyz+/0123456789", 0, 200),
            publicKey(),
            invitation().list().ofMinSize(1).ofMaxSize(20),
            settings())
        .as(Order.Genesis::new);
  }

  private static Arbitrary<Order.Statement> statement() {
    Arbitrary<List<String>> dates = Combinators.combine(date(), date())
        .as((one, other) -> one.compareTo(other) <= 0 ? List.of(one, other) : List.of(other, one));
    long most = Amount.MAXIMUM / 4;
    return Combinators.combine(
            terms(),
            number(1, 999_999_999),
            dates,
            number(-most, most),
            number(0, most),
            number(0, most),
            hash())
        .as((terms, number, days, opening, credits, debits, file) -> new Order.Statement(
            terms,
            "NL02ABNA0123456789",
            number,
            days.get(0),
            days.get(1),
            opening,
            credits,
            debits,
            opening + credits - debits,
            file));
  }

  // What orders are made of.

  private static Arbitrary<Terms> terms() {
    return Combinators.combine(
            Arbitraries.of("example.org/oost", "a-b", "omloop.example/kring.noord/2"),
            orderId(),
            number(0, LATEST - Terms.LONGEST_SECONDS),
            number(1, Terms.LONGEST_SECONDS))
        .as((ledger, id, issued, lives) -> new Terms(ledger, id, issued, issued + lives));
  }

  private static Arbitrary<OrderId> orderId() {
    Arbitrary<Long> bits = Arbitraries.longs();
    return Combinators.combine(number(0, (1L << 48) - 1), bits, bits).as(OrderId::of);
  }

  private static Arbitrary<AccountId> account() {
    return text("abcdefghijklmnopqrstuvwxyz0123456789-", 1, 40)
        .filter(AccountId::isValid)
        .map(AccountId::new);
  }

  private static Arbitrary<Amount> amount() {
    return number(1, Amount.MAXIMUM).map(Amount::new);
  }

  private static Arbitrary<Classification> classification() {
    return Combinators.combine(
            Arbitraries.of(Role.class),
            sector(),
            Arbitraries.of("", "2026:BU0363AA01", "2025:WK036300", "2024:GM0363"))
        .as(Classification::new);
  }

  private static Arbitrary<String> sector() {
    return Arbitraries.of("", "SBI2008:47241", "SBI2025:10");
  }

  private static Arbitrary<Invitation> invitation() {
    return Combinators.combine(hash(), slug(1), slug(0), rights(), number(0, LATEST))
        .as(Invitation::new);
  }

  private static Arbitrary<Set<Right>> rights() {
    return Arbitraries.of(Right.class).set();
  }

  private static Arbitrary<Map<Setting, Optional<Object>>> settings() {
    Arbitrary<Map<Setting, Optional<Object>>> others = Arbitraries.of(Setting.class)
        .filter(each -> !Baseline.SETTINGS.contains(each))
        .set()
        .flatMap(AnyOrder::settings);
    return Combinators.combine(others, flag(), baseline()).as((some, isMeasured, baseline) -> {
      Map<Setting, Optional<Object>> all = new HashMap<>(some);
      all.putAll(isMeasured ? baseline : Map.of());
      return all;
    });
  }

  /** Comes as a whole, of a year before any order's. */
  private static Arbitrary<Map<Setting, Optional<Object>>> baseline() {
    return Combinators.combine(
            number(1_900, 1_970), number(0, 5_000), number(0, 5_000), number(100, 300), flag())
        .as((year, spent, leaked, lm3, isKnown) -> Map.of(
            Setting.BASELINE_YEAR, Optional.<Object>of(year),
            Setting.BASELINE_SPENT_LOCALLY, Optional.<Object>of(spent),
            Setting.BASELINE_LEAKED, Optional.<Object>of(leaked).filter(each -> isKnown),
            Setting.BASELINE_LM3, Optional.<Object>of(lm3).filter(each -> isKnown)));
  }

  private static Arbitrary<Map<Setting, Optional<Object>>> settings(Set<Setting> chosen) {
    List<Setting> settings = List.copyOf(chosen);
    return Combinators.combine(settings.stream().map(AnyOrder::value).toList()).as(values -> {
      Map<Setting, Optional<Object>> all = new HashMap<>();
      for (int at = 0; at < values.size(); at++) {
        all.put(settings.get(at), values.get(at));
      }
      return all;
    });
  }

  private static Arbitrary<Optional<Object>> value(Setting setting) {
    return switch (setting.form()) {
      case AMOUNT -> optional(number(1, Amount.MAXIMUM)).map(each -> each.map(Object.class::cast));
      case BASIS_POINTS -> number(0, 10_000).map(Optional::of);
      case FLAG -> flag().map(Optional::of);
      case REDEMPTION -> Arbitraries.of("off", "on-leaving", "on").map(Optional::of);
      case ACCOUNT -> optional(account()).map(each -> each.map(AccountId::value));
      case SECONDS -> number(0, 2_592_000).map(Optional::of);
      case COUNT -> number(1, 1_000_000).map(Optional::of);
      case PERCENT -> number(1, 100).map(Optional::of);
      case YEAR, SHARE, LM3 -> throw new IllegalArgumentException("comes as a whole");
      case IBAN ->
        Arbitraries.of("", "NL02ABNA0123456789", "NL91ABNA0417164300").map(Optional::of);
      case PAYEE ->
        text("Cooperatie Oost.", 1, 70).filter(each -> !each.isBlank()).map(Optional::of);
      case PREFIXES -> text("SBI2008:47", 1, 40).list().ofMaxSize(50).map(Optional::of);
    };
  }

  private static Arbitrary<PublicKey> publicKey() {
    return Arbitraries.of(SIGNERS).map(SigningKey::publicKey);
  }

  private static Arbitrary<KeyId> keyId() {
    return hash().map(KeyId::parse);
  }

  private static Arbitrary<String> hash() {
    return Arbitraries.bytes().array(byte[].class).ofSize(32).map(Base64Url::encode);
  }

  private static Arbitrary<String> reference() {
    return text("ABCXYZabcxyz0189._:/-", 1, 64);
  }

  private static Arbitrary<RequestTerms> request() {
    return Combinators.combine(
            account(), Arbitraries.longs().between(0, RequestTerms.MOST), nonce())
        .as((payee, amount, nonce) -> RequestTerms.of(
            SIGNERS.get(0).publicKey().keyId(),
            payee,
            amount == 0 ? Optional.empty() : Optional.of(Amount.of(amount)),
            "example.org/oost",
            1_790_000_000L,
            RequestTerms.LONGEST_SECONDS,
            nonce,
            "K3-0042"));
  }

  private static Arbitrary<byte[]> nonce() {
    return Arbitraries.bytes().array(byte[].class).ofSize(Long.BYTES);
  }

  private static Arbitrary<String> slug(int shortest) {
    return text("abcdefghijklmnopqrstuvwxyz0123456789-", shortest, 40);
  }

  private static Arbitrary<String> month() {
    return date().map(date -> date.substring(0, 7));
  }

  private static Arbitrary<String> date() {
    return Arbitraries.integers()
        .between(0, 36_523)
        .map(day -> java.time.LocalDate.of(2000, 1, 1).plusDays(day).toString());
  }

  private static Arbitrary<Boolean> flag() {
    return Arbitraries.of(true, false);
  }

  /** One number in five is at an end of the range. */
  private static Arbitrary<Long> number(long least, long most) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(least, most)),
        Tuple.of(4, Arbitraries.longs().between(least, most)));
  }

  /** One text in five is as short or as long as may be. */
  private static Arbitrary<String> text(String characters, int shortest, int longest) {
    StringArbitrary texts = Arbitraries.strings().withChars(characters.toCharArray());
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.oneOf(texts.ofLength(shortest), texts.ofLength(longest))),
        Tuple.of(4, texts.ofMinLength(shortest).ofMaxLength(longest)));
  }

  private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> values) {
    return values.optional();
  }

  private static char[] controls() {
    StringBuilder controls = new StringBuilder();
    for (char each = 0; each < 0xA0; each++) {
      controls.append(Character.isISOControl(each) ? String.valueOf(each) : "");
    }
    return controls.toString().toCharArray();
  }

  private static boolean isWellFormed(String text) {
    return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
