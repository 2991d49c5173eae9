package org.omloop.ledger.walk;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;

/** Drafts what the server books by policy, and genesis. Confined to its walk's thread. */
final class WalkService {
  private static final String HASH = Base64Url.encode(Sha256.of(new byte[0]));
  private static final long MOST = 10_000;
  private static final Map<Setting, Optional<Object>> RULES = Map.of(
      Setting.FUND_ACCOUNT, Optional.of("pot"),
      Setting.CONTRIBUTION_BASIS_POINTS, Optional.of(250L),
      Setting.DEMURRAGE_BASIS_POINTS, Optional.of(100L),
      Setting.REDEMPTION_FEE_BASIS_POINTS, Optional.of(300L),
      Setting.GIFTS_BETWEEN_RESIDENTS, Optional.of(true));

  private final Ledger ledger;
  private final Dice dice;
  private final WalkTerms terms;
  private final WalkPeople people;
  private final WalkPlaces places;
  private Optional<Order.Statement> lastStatement = Optional.empty();

  WalkService(Ledger ledger, Dice dice, WalkTerms terms, WalkPeople people, WalkPlaces places) {
    this.ledger = ledger;
    this.dice = dice;
    this.terms = terms;
    this.people = people;
    this.places = places;
  }

  /** Remembers what has been booked, for orders that come after it. */
  void follow(Order order) {
    if (order instanceof Order.Statement statement) {
      lastStatement = Optional.of(statement);
    }
  }

  /** Returns the ways to draft. */
  List<Way> ways() {
    return List.of(
        new Way(8, this::levy),
        new Way(2, this::seal),
        new Way(2, this::statement),
        new Way(1, () -> genesis(terms.next(), List.of(invitation("chair", Right.OPERATE)))));
  }

  Invitation invitation(String holder, Right right) {
    return new Invitation(
        Invitation.hash(code(holder)), holder, "phone", Set.of(right), terms.seconds() + MOST);
  }

  static String code(String holder) {
    return "OFFICE-" + holder.toUpperCase(Locale.ROOT);
  }

  Draft genesis(Terms own, List<Invitation> operators) {
    return new Draft(
        new Order.Genesis(
            own,
            "Kring Oost",
            "euro",
            2,
            "no log key",
            WalkPeople.server().publicKey(),
            operators,
            RULES),
        List.of(WalkPeople.server()));
  }

  private Draft levy() {
    YearMonth month =
        YearMonth.from(Instant.ofEpochSecond(terms.seconds()).atOffset(ZoneOffset.UTC));
    return new Draft(
        new Order.Levy(
            terms.next(),
            dice.in(5) ? places.fund() : places.anyHolder(),
            month.minusMonths(dice.in(90) ? dice.below(2) : 2).toString()),
        people.of(Ledger.OPERATOR, Right.SERVE));
  }

  private Draft seal() {
    return new Draft(
        new Order.Seal(
            terms.next(),
            ledger.size() + (dice.in(10) ? 1 : 0),
            dice.in(10) ? HASH : ledger.balanceRoot()),
        people.of(Ledger.OPERATOR, Right.SERVE));
  }

  private Draft statement() {
    long number = lastStatement.map(Order.Statement::number).orElse(0L) + (dice.in(90) ? 1 : 0);
    long opening = lastStatement.map(Order.Statement::closing).orElse(0L) + (dice.in(10) ? 1 : 0);
    long credits = dice.upTo(MOST);
    long debits = dice.upTo(MOST);
    return new Draft(
        new Order.Statement(
            terms.next(),
            "NL02ABNA0123456789",
            Math.max(1, number),
            "2026-11-01",
            "2026-11-01",
            opening,
            credits,
            debits,
            opening + credits - debits,
            HASH),
        people.of(Ledger.OPERATOR, Right.SERVE));
  }
}
