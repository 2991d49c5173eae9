package org.omloop.ledger.walk;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.omloop.ledger.Bonus;
import org.omloop.ledger.Decision;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.reference.CheckedLedger;
import org.omloop.ledger.signing.KeyId;

/** One walk: a ledger that is founded, peopled, and then given whatever comes. Confined to one thread. */
final class RandomWalk {
  private static final int REPLAY_PERCENT = 5;
  private static final int BONUS_PERCENT = 50;
  private static final int PATIENCE = 50;
  private static final int MEMBERS = 7;
  private static final long POCKET_MONEY = 30_000;

  private final CheckedLedger ledger = new CheckedLedger();
  private final WalkTally tally;
  private final Dice dice;
  private final WalkTerms terms;
  private final WalkPeople people;
  private final WalkPlaces places;
  private final WalkOffice office;
  private final WalkMoney money;
  private final WalkService service;
  private final List<Supplier<Draft>> ways;

  /** Makes a walk; every fourth is one of amounts as large as there are. */
  RandomWalk(long seed, WalkTally tally) {
    this.tally = tally;
    this.dice = new Dice(seed);
    this.terms = new WalkTerms(ledger.core(), dice);
    this.people = new WalkPeople(ledger.core(), dice);
    this.places =
        new WalkPlaces(ledger.core(), dice, seed % 4 == 0 ? Amount.MAXIMUM : POCKET_MONEY);
    this.office = new WalkOffice(dice, terms, people, places);
    this.money = new WalkMoney(dice, terms, people, places);
    this.service = new WalkService(ledger.core(), dice, terms, people, places);
    this.ways = Stream.of(money.ways(), office.ways(), service.ways())
        .flatMap(List::stream)
        .flatMap(way -> Collections.nCopies(way.weight(), way.draft()).stream())
        .toList();
  }

  /** Walks so many steps, and reads the journal back at the end. */
  void run(int steps) {
    begin();
    for (int step = 0; step < steps; step++) {
      terms.tick();
      submit(next());
      grantWhatIsDue();
    }
    ledger.checkReplay();
  }

  /** Founds the ledger, enrols three operators, and opens accounts that have keys. */
  private void begin() {
    submit(sign(service.genesis(
        terms.sound(),
        List.of(
            service.invitation("chair", Right.OPERATE),
            service.invitation("treasurer", Right.OPERATE),
            service.invitation("clerk", Right.APPROVE)))));
    enrolOperator("chair", Right.OPERATE);
    enrolOperator("treasurer", Right.OPERATE);
    enrolOperator("clerk", Right.APPROVE);
    openWithTwoKeys(new AccountId("city"), AccountType.TREASURY);
    openWithTwoKeys(new AccountId("pot"), AccountType.FUND);
    insist(() -> money.issue(new AccountId("city")));
    insist(() -> money.issue(new AccountId("pot")));
    for (int each = 0; each < MEMBERS; each++) {
      AccountId member = new AccountId("m" + each);
      insist(() -> office.open(member, AccountType.HOLDER, true));
      insist(() -> office.enrol(member));
      insist(() -> money.issue(member));
    }
  }

  private void enrolOperator(String holder, Right right) {
    insist(() -> office.enrol(Ledger.OPERATOR, holder, WalkService.code(holder), Set.of(right)));
  }

  private void openWithTwoKeys(AccountId account, AccountType type) {
    insist(() -> office.open(account, type, true));
    for (String holder : List.of("one", "two")) {
      insist(() -> office.addKey(account, holder, WalkOffice.MEMBER, people.twoOperators()));
    }
  }

  /** Drafts anew until the ledger books it. */
  private void insist(Supplier<Draft> draft) {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      if (submit(sign(draft.get())) instanceof Decision.Posted) {
        return;
      }
    }
    throw new IllegalStateException("the ledger would not be peopled");
  }

  /** What the ledger says is due it does not refuse. */
  private void grantWhatIsDue() {
    KeyId server = WalkPeople.server().publicKey().keyId();
    Optional<Bonus> due = ledger.core().bonusDue(terms.micros(), server);
    if (due.isPresent() && dice.in(BONUS_PERCENT)) {
      Bonus bonus = due.get();
      Order.Grant grant = new Order.Grant(
          terms.sound(), bonus.from(), bonus.to(), bonus.amount(), bonus.programme());
      Decision decision = submit(sign(new Draft(grant, List.of(WalkPeople.server()))));
      if (!(decision instanceof Decision.Posted)) {
        throw new AssertionError("due, and yet " + decision);
      }
    }
  }

  private SignedOrder next() {
    return dice.in(REPLAY_PERCENT)
        ? terms.sentBefore().orElseThrow()
        : sign(dice.pick(ways).get());
  }

  private static SignedOrder sign(Draft draft) {
    return SignedOrder.sign(draft.order(), draft.signers());
  }

  private void appoint(Order order) {
    if (order instanceof Order.Hold hold) {
      terms.appoint(hold.until());
    } else if (order instanceof Order.PolicyChange change) {
      terms.appoint(change.effective());
    }
  }

  private Decision submit(SignedOrder order) {
    Decision decision = ledger.decide(order, terms.micros());
    terms.remember(order);
    tally.count(order.order(), decision);
    if (decision instanceof Decision.Posted) {
      appoint(order.order());
      places.follow(order.order());
      service.follow(order.order());
    }
    return decision;
  }
}
