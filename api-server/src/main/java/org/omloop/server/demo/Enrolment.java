package org.omloop.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.market.MarketRules;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Programme;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * The orders that make a newly founded ledger the demo's: the operators take up their keys, open every account, enrol
 * every key, and set the rules. Phones and tills enrol themselves with an invitation's code; cards, and the keys of
 * programmes and fund, are enrolled by both operators.
 *
 * <p>Confined to one thread.
 */
public final class Enrolment {
  private static final long LIFE_SECONDS = 24L * 60 * 60;
  private static final int CODE_LENGTH = 16;
  private static final Set<Right> RESIDENT = Set.of(Right.PAY, Right.RECEIVE, Right.REDEEM);
  private static final Set<Right> ORGANISATION =
      Set.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);
  private static final Set<Right> BOARD = Set.of(Right.PAY);

  private final Neighbourhood neighbourhood;
  private final Keyring keyring;
  private final String ledger;
  private final OrderNames names;
  private final Instant now;
  private long orders;

  /** Prepares the enrolment of a neighbourhood in the ledger of that origin, all of it at one moment. */
  public Enrolment(
      Neighbourhood neighbourhood, Keyring keyring, String ledger, OrderNames names, Instant now) {
    this.neighbourhood = neighbourhood;
    this.keyring = keyring;
    this.ledger = ledger;
    this.names = names;
    this.now = now;
  }

  /**
   * Returns the orders stage by stage: those of one stage may be decided in any order and at the same time, once all of
   * the stage before are decided.
   *
   * @param codes the codes of both operators, who must be two people
   * @param rules what the currency's rules are to be
   */
  public List<List<SignedOrder>> stages(List<OperatorCode> codes, MarketRules rules) {
    return List.of(operators(codes), accounts(), keys(), List.of(rules(rules)));
  }

  private List<SignedOrder> operators(List<OperatorCode> codes) {
    return IntStream.range(0, codes.size())
        .mapToObj(place -> operator(codes.get(place), keyring.operators().get(place)))
        .toList();
  }

  private SignedOrder operator(OperatorCode code, SigningKey key) {
    Invitation promised = code.invitation();
    return SignedOrder.sign(
        new Order.KeyAdd(
            terms(),
            Ledger.OPERATOR,
            key.publicKey(),
            promised.rights(),
            promised.holder(),
            promised.label(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(code.code())),
        key);
  }

  private List<SignedOrder> accounts() {
    List<SignedOrder> opened = new ArrayList<>();
    neighbourhood.organisations().forEach(each -> opened.add(open(each)));
    neighbourhood.residents().forEach(each -> opened.add(open(each)));
    neighbourhood.programmes().forEach(each -> opened.add(open(each)));
    return opened;
  }

  private SignedOrder open(Organisation organisation) {
    return open(
        organisation.account(),
        AccountType.HOLDER,
        organisation.classification(),
        Optional.of(invitation(organisation.account(), "till", ORGANISATION)));
  }

  private SignedOrder open(Resident resident) {
    return open(
        resident.account(),
        AccountType.HOLDER,
        resident.classification(),
        hasCard(resident)
            ? Optional.empty()
            : Optional.of(invitation(resident.account(), "phone", RESIDENT)));
  }

  private SignedOrder open(Programme programme) {
    boolean isFund = programme.equals(neighbourhood.fund());
    return open(
        programme.account(),
        isFund ? AccountType.FUND : AccountType.TREASURY,
        new Classification(isFund ? Role.FUND : Role.GOVERNMENT, "", ""),
        Optional.empty());
  }

  private SignedOrder open(
      AccountId account,
      AccountType type,
      Classification classification,
      Optional<Invitation> invitation) {
    return SignedOrder.sign(
        new Order.Open(terms(), account, type, classification, invitation), keyring.operator());
  }

  private Invitation invitation(AccountId account, String label, Set<Right> rights) {
    return new Invitation(
        Invitation.hash(code(account)),
        holder(account, 1),
        label,
        rights,
        now.getEpochSecond() + LIFE_SECONDS);
  }

  private List<SignedOrder> keys() {
    List<SignedOrder> enrolled = new ArrayList<>();
    neighbourhood
        .organisations()
        .forEach(each -> enrolled.add(byInvitation(each.account(), "till", ORGANISATION)));
    for (Resident each : neighbourhood.residents()) {
      enrolled.add(
          hasCard(each)
              ? byOperators(each.account(), 1, "card", RESIDENT, each.keyLimit())
              : byInvitation(each.account(), "phone", RESIDENT));
    }
    for (Programme each : neighbourhood.programmes()) {
      enrolled.add(byOperators(each.account(), 1, "board", BOARD, Optional.empty()));
      enrolled.add(byOperators(each.account(), 2, "board", BOARD, Optional.empty()));
    }
    return enrolled;
  }

  private static boolean hasCard(Resident resident) {
    return resident.keyLimit().isPresent();
  }

  private SignedOrder byInvitation(AccountId account, String label, Set<Right> rights) {
    SigningKey key = keyring.of(account);
    Order add = keyAdd(account, 1, label, rights, Optional.empty(), Optional.of(code(account)));
    return SignedOrder.sign(add, key);
  }

  private SignedOrder byOperators(
      AccountId account, int place, String label, Set<Right> rights, Optional<Amount> perOrder) {
    return SignedOrder.sign(
        keyAdd(account, place, label, rights, perOrder, Optional.empty()), keyring.operators());
  }

  private Order keyAdd(
      AccountId account,
      int place,
      String label,
      Set<Right> rights,
      Optional<Amount> perOrder,
      Optional<String> code) {
    return new Order.KeyAdd(
        terms(),
        account,
        keyring.all(account).get(place - 1).publicKey(),
        rights,
        holder(account, place),
        label,
        perOrder,
        Optional.empty(),
        code);
  }

  private SignedOrder rules(MarketRules rules) {
    Map<Setting, Optional<Object>> settings = Map.of(
        Setting.BALANCE_CAP_RESIDENT, Optional.of(rules.residentCap().minorUnits()),
        Setting.TOP_UP_PER_MONTH_UNIDENTIFIED, Optional.empty(),
        Setting.GIFTS_BETWEEN_RESIDENTS, Optional.of(true),
        Setting.TWO_SIGNATURES_ABOVE, Optional.of(rules.twoSignaturesAbove().minorUnits()),
        Setting.FUND_ACCOUNT, Optional.of(neighbourhood.fund().account().value()),
        Setting.CONTRIBUTION_BASIS_POINTS, Optional.of((long) rules.contributionBasisPoints()),
        Setting.DEMURRAGE_BASIS_POINTS, Optional.of((long) rules.demurrageBasisPoints()),
        Setting.DEMURRAGE_FREE_AMOUNT, Optional.of(rules.demurrageFree().minorUnits()));
    return SignedOrder.sign(
        new Order.PolicyChange(terms(), now.getEpochSecond(), settings), keyring.operators());
  }

  private Terms terms() {
    orders++;
    long seconds = now.getEpochSecond();
    return new Terms(ledger, names.enrolment(orders), seconds, seconds + LIFE_SECONDS);
  }

  private String code(AccountId account) {
    return Chance.of(names.seed(), "code " + account).text(CODE_LENGTH).toUpperCase(Locale.ROOT);
  }

  private String holder(AccountId account, int place) {
    return Chance.of(names.seed(), "holder " + place + " of " + account).text(CODE_LENGTH);
  }
}
