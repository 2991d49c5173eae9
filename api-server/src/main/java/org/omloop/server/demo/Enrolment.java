package org.omloop.server.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.market.MarketRules;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Programme;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * The orders that make a newly founded ledger the demo's: the operators take up their keys, open every account, enrol
 * every key, and set the rules. The keys of programmes and fund are enrolled by both operators.
 *
 * <p>Confined to one thread.
 */
public final class Enrolment {
  private static final long LIFE_SECONDS = 24L * 60 * 60;
  private static final Set<Right> BOARD = Set.of(Right.PAY);

  private final Neighbourhood neighbourhood;
  private final Keyring keyring;
  private final String ledger;
  private final OrderNames names;
  private final MemberOrders members;
  private final Instant now;
  private long orders;

  /** Prepares the enrolment of a neighbourhood in the ledger of that origin, all of it at one moment. */
  public Enrolment(
      Neighbourhood neighbourhood, Keyring keyring, String ledger, OrderNames names, Instant now) {
    this.neighbourhood = neighbourhood;
    this.keyring = keyring;
    this.ledger = ledger;
    this.names = names;
    this.members = new MemberOrders(neighbourhood, keyring, names);
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
    return Stream.concat(
            founders().map(account -> members.open(terms(), account)),
            neighbourhood.programmes().stream().map(this::open))
        .toList();
  }

  private List<SignedOrder> keys() {
    return Stream.concat(
            founders().map(account -> members.enrol(terms(), account)),
            neighbourhood.programmes().stream()
                .flatMap(each -> Stream.of(board(each, 1), board(each, 2))))
        .toList();
  }

  /** Those who join later enrol when they do. */
  private Stream<AccountId> founders() {
    return Stream.concat(
        neighbourhood.organisations().stream()
            .filter(each -> each.joinsOn() == 0)
            .map(Organisation::account),
        neighbourhood.residents().stream()
            .filter(each -> each.joinsOn() == 0)
            .map(Resident::account));
  }

  private SignedOrder open(Programme programme) {
    boolean isFund = programme.equals(neighbourhood.fund());
    return SignedOrder.sign(
        new Order.Open(
            terms(),
            programme.account(),
            isFund ? AccountType.FUND : AccountType.TREASURY,
            new Classification(isFund ? Role.FUND : Role.GOVERNMENT, "", ""),
            Optional.empty()),
        keyring.operator());
  }

  private SignedOrder board(Programme programme, int place) {
    return SignedOrder.sign(
        new Order.KeyAdd(
            terms(),
            programme.account(),
            keyring.all(programme.account()).get(place - 1).publicKey(),
            BOARD,
            members.holder(programme.account(), place),
            "board",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        keyring.operators());
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
}
