package org.omloop.server.statements;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.members.Member;

/**
 * What accounts are called in public: shops and organisations by their names, what the circuit keeps for itself by the
 * circuit's, everybody else by the account.
 */
public record Names(String circuit, Map<AccountId, Member> members) {
  private static final Set<AccountId> CIRCUIT =
      Set.of(Ledger.ISSUANCE, Ledger.TRANSIT, Ledger.OPERATOR);

  public Names {
    members = Map.copyOf(members);
  }

  /** Returns the names of a circuit's members. */
  public static Names of(String circuit, Collection<Member> members) {
    return new Names(
        circuit, members.stream().collect(toUnmodifiableMap(Member::account, member -> member)));
  }

  /** Returns what an account is called; never empty. */
  String of(AccountId account) {
    String otherwise = CIRCUIT.contains(account) ? circuit : account.value();
    return Optional.ofNullable(members.get(account)).map(Member::name).orElse(otherwise);
  }

  /** Returns who holds an account: both names where they differ; empty when it has none. At most 113 characters. */
  Optional<String> holder(AccountId account) {
    return Optional.ofNullable(members.get(account))
        .map(member -> member.name().equals(member.legalName())
            ? member.name()
            : member.name() + " (" + member.legalName() + ")");
  }
}
