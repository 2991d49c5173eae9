package org.omloop.ledger.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Baseline;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.SigningKey;

/** Drafts orders about accounts, keys and rules. Confined to its walk's thread. */
final class WalkOffice {
  /** A baseline decides nothing, and comes as a whole. */
  private static final List<Setting> SETTINGS = Arrays.stream(Setting.values())
      .filter(each -> !Baseline.SETTINGS.contains(each))
      .toList();

  static final Set<Right> MEMBER = EnumSet.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);

  private static final List<Set<Right>> RIGHTS = List.of(
      MEMBER,
      EnumSet.of(Right.PAY),
      EnumSet.of(Right.RECEIVE, Right.REFUND),
      EnumSet.of(Right.REDEEM, Right.AUDIT),
      EnumSet.of(Right.OPERATE),
      EnumSet.of(Right.APPROVE, Right.REDEEM),
      EnumSet.of(Right.SERVE),
      EnumSet.noneOf(Right.class));
  private static final List<String> SECTORS = List.of("", "SBI2008:47241", "SBI2025:5610");
  private static final List<String> AREAS = List.of("", "2026:GM0363", "2026:BU0363AA01");
  private static final int HOLDERS = 40;
  private static final long MOST = 60_000;

  private final List<Order.Programme> laid = new ArrayList<>();
  private final Dice dice;
  private final WalkTerms terms;
  private final WalkPeople people;
  private final WalkPlaces places;

  WalkOffice(Dice dice, WalkTerms terms, WalkPeople people, WalkPlaces places) {
    this.dice = dice;
    this.terms = terms;
    this.people = people;
    this.places = places;
  }

  /** Returns the ways to draft. */
  List<Way> ways() {
    return List.of(
        new Way(6, this::open),
        new Way(5, this::close),
        new Way(5, this::suspend),
        new Way(3, this::classify),
        new Way(4, this::limit),
        new Way(6, this::enrol),
        new Way(6, this::addKey),
        new Way(4, this::revoke),
        new Way(7, this::policy),
        new Way(7, this::programme));
  }

  private Draft open() {
    AccountType type = dice.pick(List.of(AccountType.values()));
    boolean holder = type == AccountType.HOLDER || dice.in(50);
    return open(places.name(), holder ? AccountType.HOLDER : type, dice.in(85));
  }

  /** Drafts an opening as a walk begins with: of the account's own type, by an operator. */
  Draft open(AccountId account, AccountType type, boolean right) {
    boolean fund = (type == AccountType.FUND) == right;
    Optional<Invitation> invitation = type == AccountType.HOLDER || !right
        ? Optional.of(new Invitation(
            Invitation.hash(code(account)),
            "h" + account,
            "phone",
            right ? MEMBER : dice.pick(RIGHTS),
            terms.seconds() + dice.upTo(1_000_000)))
        : Optional.empty();
    Classification facts = fund ? new Classification(Role.FUND, "", "") : member();
    return new Draft(
        new Order.Open(terms.next(), account, type, facts, invitation), people.operator());
  }

  private Classification member() {
    Role role = dice.in(50) ? Role.RESIDENT : dice.pick(List.of(Role.values()));
    return new Classification(
        role == Role.FUND ? Role.FIRM : role, dice.pick(SECTORS), dice.pick(AREAS));
  }

  private static String code(AccountId account) {
    return "WELCOME-" + account.value().toUpperCase(java.util.Locale.ROOT);
  }

  private Draft close() {
    return new Draft(new Order.Close(terms.next(), places.empty()), people.operator());
  }

  private Draft suspend() {
    return new Draft(new Order.Suspend(terms.next(), places.any(), dice.in(40)), people.operator());
  }

  private Draft classify() {
    Classification facts = dice.in(10) ? new Classification(Role.FUND, "", "") : member();
    return new Draft(
        new Order.Classify(terms.next(), places.any(), facts, dice.below(3)), people.operator());
  }

  private Draft limit() {
    long limit = dice.in(30) ? 0 : dice.upTo(MOST);
    return new Draft(new Order.Limit(terms.next(), places.holder(), limit), people.twoOperators());
  }

  private Draft enrol() {
    return enrol(dice.in(20) ? places.any() : places.pick(this::hasNoKey));
  }

  private boolean hasNoKey(Account account) {
    return people.keys(key -> key.account().equals(account.id())).isEmpty();
  }

  /** Drafts the enrolment of an account's first key. */
  Draft enrol(AccountId account) {
    return enrol(account, "h" + account, code(account), dice.in(90) ? MEMBER : dice.pick(RIGHTS));
  }

  /** Drafts the enrolment of a new key by an invitation's code. */
  Draft enrol(AccountId account, String holder, String code, Set<Right> rights) {
    SigningKey key = people.newcomer();
    Optional<Amount> perOrder = dice.in(3) ? Optional.of(places.amount()) : Optional.empty();
    Order.KeyAdd add = new Order.KeyAdd(
        terms.next(),
        account,
        key.publicKey(),
        rights,
        holder,
        "phone",
        perOrder,
        Optional.empty(),
        Optional.of(code));
    return new Draft(add, dice.in(3) ? List.of(people.anybody()) : List.of(key));
  }

  private Draft addKey() {
    AccountId account = places.any();
    boolean byOffice = dice.in(25) || account.equals(Ledger.OPERATOR);
    return addKey(
        account,
        "h" + dice.below(HOLDERS),
        dice.pick(dice.in(60) ? RIGHTS.subList(0, 3) : RIGHTS),
        byOffice ? people.twoOperators() : people.twoOf(account, Right.PAY));
  }

  /** Drafts the enrolment of a new key by keys that are enrolled. */
  Draft addKey(AccountId account, String holder, Set<Right> rights, List<SigningKey> signers) {
    SigningKey key = dice.in(95) ? people.newcomer() : people.anybody();
    Order.KeyAdd add = new Order.KeyAdd(
        terms.next(),
        account,
        key.publicKey(),
        rights,
        holder,
        "till",
        dice.in(30) ? Optional.of(places.amount()) : Optional.empty(),
        dice.in(30) ? Optional.of(places.amount()) : Optional.empty(),
        Optional.empty());
    return new Draft(add, signers);
  }

  private Draft revoke() {
    SigningKey key = people.anybody();
    AccountId account = people.enrolled(key).map(EnrolledKey::account).orElseGet(places::any);
    return new Draft(
        new Order.KeyRevoke(
            terms.next(), dice.in(90) ? account : places.any(), key.publicKey().keyId()),
        dice.in(50) ? people.twoOperators() : people.of(account, Right.PAY));
  }

  private Draft policy() {
    Map<Setting, Optional<Object>> settings = new EnumMap<>(Setting.class);
    dice.pick(dice.below(4), SETTINGS).forEach(each -> settings.put(each, value(each)));
    return new Draft(
        new Order.PolicyChange(terms.next(), terms.moment(), settings), people.twoOperators());
  }

  private Draft programme() {
    if (!laid.isEmpty() && dice.in(15)) {
      Order.Programme before = dice.pick(laid);
      return new Draft(endsAt(before, before.ends() - dice.upTo(50_000_000)), people.operator());
    }
    boolean isEarmarked = dice.in(90);
    boolean isBonus = dice.in(40);
    long starts = dice.in(85) ? 0 : terms.seconds() + dice.below(4_000);
    long ends = Math.max(starts, terms.seconds()) + (dice.in(80) ? 50_000_000 : dice.upTo(10_000));
    Order.Programme made = new Order.Programme(
        terms.next(),
        dice.in(90) ? places.source() : places.any(),
        WalkPlaces.PROGRAMME,
        Amount.of(dice.in(25) ? 200 + dice.upTo(2_000) : 4_000 + dice.upTo(MOST)),
        starts,
        ends,
        Optional.of(Amount.of(500 + dice.upTo(9_000))),
        !isBonus && dice.in(80) ? List.of(places.holder()) : List.of(),
        isBonus ? 1 + dice.below(5_000) : 0,
        isEarmarked && dice.in(40) ? List.of("2026:BU") : List.of(),
        isEarmarked ? List.of(dice.in(50) ? "SBI2008:" : "SBI2008:47") : List.of(),
        isEarmarked ? Optional.of(ends + dice.below(5_000)) : Optional.empty());
    laid.add(made);
    return new Draft(made, people.twoOperators());
  }

  private Order.Programme endsAt(Order.Programme before, long ends) {
    return new Order.Programme(
        terms.next(),
        before.from(),
        before.programme(),
        before.budget(),
        before.starts(),
        Math.max(before.starts(), ends),
        before.perPerson(),
        before.partners(),
        before.bonusBasisPoints(),
        before.areas(),
        before.sectors(),
        before.spendUntil());
  }

  private Optional<Object> value(Setting setting) {
    return switch (setting.form()) {
      case AMOUNT -> dice.in(50) ? Optional.empty() : Optional.of(dice.upTo(MOST));
      case BASIS_POINTS -> Optional.of(dice.in(20) ? 10_000L : (Object) (long) dice.below(1_500));
      case FLAG -> Optional.of(dice.in(70));
      case REDEMPTION -> Optional.of(dice.pick(List.of("off", "on-leaving", "on", "on")));
      case ACCOUNT -> dice.in(10) ? Optional.empty() : Optional.of(places.fund().value());
      case PREFIXES ->
        Optional.of(
            dice.in(80)
                ? List.of()
                : List.of(setting == Setting.ACCEPTOR_AREAS ? "2026:" : "SBI2008:47"));
      case SECONDS -> Optional.of((long) dice.below(4) * 3_600L);
      case COUNT -> Optional.of(1L + dice.below(2_000));
      case PERCENT -> Optional.of(1L + dice.below(100));
      case YEAR, SHARE, LM3 -> Optional.empty();
      case IBAN -> Optional.of("NL02ABNA0123456789");
      case PAYEE -> Optional.of("Oost");
    };
  }
}
