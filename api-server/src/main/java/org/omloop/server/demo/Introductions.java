package org.omloop.server.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.demo.market.Act;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.demo.neighbourhood.Address;
import org.omloop.server.demo.neighbourhood.Change;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;

/**
 * The operator's signed statements of what organisations are called and where they are. Immutable and thread-safe.
 *
 * @param ledger the ledger's origin
 */
public record Introductions(Neighbourhood neighbourhood, Keyring keyring, String ledger) {
  /** Returns a statement of each organisation that is there from the beginning. */
  public List<String> atTheStart(Instant now) {
    return neighbourhood.organisations().stream()
        .filter(each -> each.joinsOn() == 0)
        .map(each -> state(each, each.address(), now))
        .toList();
  }

  /** Returns a statement of each organisation that joined or moved by these acts. */
  public List<String> after(List<Intent> intents, Instant now) {
    return intents.stream().flatMap(each -> after(each.act(), now)).toList();
  }

  private Stream<String> after(Act act, Instant now) {
    if (act instanceof Act.Join join) {
      return find(join.account()).map(each -> state(each, each.address(), now));
    }
    if (act instanceof Act.Classify move) {
      Stream<Address> address = neighbourhood.changes().stream()
          .filter(each -> each.account().equals(move.account())
              && each.classification().equals(move.classification()))
          .map(Change::address);
      return address.flatMap(to -> find(move.account()).map(each -> state(each, to, now)));
    }
    return Stream.empty();
  }

  private Stream<Organisation> find(AccountId account) {
    return neighbourhood.organisations().stream().filter(each -> each.account().equals(account));
  }

  private String state(Organisation organisation, Address address, Instant now) {
    Member member = new Member(
        organisation.account(),
        organisation.name(),
        organisation.legalName(),
        address.street(),
        address.neighbourhood());
    return MemberStatement.sign(member, ledger, now.getEpochSecond(), keyring.operator());
  }
}
