package org.omloop.server.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * The orders by which a member comes in: the desk opens the account, and phone or till enrols itself with the
 * invitation's code; a card is enrolled by both operators. Immutable and thread-safe.
 */
public final class MemberOrders {
  private static final int CODE_LENGTH = 16;
  private static final Set<Right> RESIDENT = Set.of(Right.PAY, Right.RECEIVE, Right.REDEEM);
  private static final Set<Right> ORGANISATION =
      Set.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);

  private final Keyring keyring;
  private final OrderNames names;
  private final Map<AccountId, Entrance> entrances = new HashMap<>();

  /** What a member is and comes in with: a till, a phone, or a card, which alone has a limit. */
  private record Entrance(
      Classification classification, String device, Set<Right> rights, Optional<Amount> limit) {
    boolean isInvited() {
      return limit.isEmpty();
    }
  }

  /** Makes the orders of a neighbourhood's members. */
  public MemberOrders(Neighbourhood neighbourhood, Keyring keyring, OrderNames names) {
    this.keyring = keyring;
    this.names = names;
    neighbourhood.organisations().forEach(each -> entrances.put(each.account(), of(each)));
    neighbourhood.residents().forEach(each -> entrances.put(each.account(), of(each)));
  }

  private static Entrance of(Organisation organisation) {
    return new Entrance(organisation.classification(), "till", ORGANISATION, Optional.empty());
  }

  private static Entrance of(Resident resident) {
    String device = resident.keyLimit().isPresent() ? "card" : "phone";
    return new Entrance(resident.classification(), device, RESIDENT, resident.keyLimit());
  }

  private Entrance entrance(AccountId account) {
    return Optional.ofNullable(entrances.get(account)).orElseThrow();
  }

  /** Returns the desk's order that opens a member's account. */
  public SignedOrder open(Terms terms, AccountId account) {
    Entrance entrance = entrance(account);
    Optional<Invitation> invitation = entrance.isInvited()
        ? Optional.of(new Invitation(
            Invitation.hash(code(account)),
            holder(account, 1),
            entrance.device(),
            entrance.rights(),
            terms.expiresAt()))
        : Optional.empty();
    return SignedOrder.sign(
        new Order.Open(terms, account, AccountType.HOLDER, entrance.classification(), invitation),
        keyring.operator());
  }

  /** Returns the order that enrols a member's phone, till or card. */
  public SignedOrder enrol(Terms terms, AccountId account) {
    Entrance entrance = entrance(account);
    Optional<String> code = entrance.isInvited() ? Optional.of(code(account)) : Optional.empty();
    Order.KeyAdd add = new Order.KeyAdd(
        terms,
        account,
        keyring.of(account).publicKey(),
        entrance.rights(),
        holder(account, 1),
        entrance.device(),
        entrance.limit(),
        Optional.empty(),
        code);
    return entrance.isInvited()
        ? SignedOrder.sign(add, keyring.of(account))
        : SignedOrder.sign(add, keyring.operators());
  }

  private String code(AccountId account) {
    return Chance.of(names.seed(), "code " + account).text(CODE_LENGTH).toUpperCase(Locale.ROOT);
  }

  /** Returns the random name of whoever holds an account's first, second … key. */
  String holder(AccountId account, int place) {
    return Chance.of(names.seed(), "holder " + place + " of " + account).text(CODE_LENGTH);
  }
}
