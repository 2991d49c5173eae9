package org.omloop.server.http.member;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.server.directory.Directory;
import org.omloop.server.members.Member;

/**
 * The list of those whom anybody may pay: what the office states of them, and what the journal says of their accounts
 * and keys. A device keeps it, so as to know without a connection who asks for money.
 */
final class MemberList {
  private MemberList() {}

  /** Returns the list's members for {@link org.omloop.ledger.order.CanonicalJson}; closed accounts are left out, and keys that wait. */
  static List<Map<String, Object>> of(List<Member> members, Directory directory, long now) {
    Map<AccountId, List<String>> keys = directory.keys().stream()
        .filter(key -> key.stands(now) && key.may(Right.RECEIVE))
        .collect(groupingBy(EnrolledKey::account, mapping(key -> key.key().toString(), toList())));
    return members.stream()
        .flatMap(member -> directory
            .account(member.account())
            .filter(account -> account.status() != AccountStatus.CLOSED)
            .map(account -> line(member, account, keys.getOrDefault(member.account(), List.of())))
            .stream())
        .toList();
  }

  private static Map<String, Object> line(Member member, Account account, List<String> keys) {
    Map<String, Object> line = new TreeMap<>();
    line.put("account", member.account().value());
    line.put("name", member.name());
    line.put("legalName", member.legalName());
    line.put("street", member.street());
    line.put("neighbourhood", member.neighbourhood());
    Optional.of(account.classification().sector())
        .filter(sector -> !sector.isEmpty())
        .ifPresent(sector -> line.put("sector", sector));
    line.put("keys", keys.stream().sorted().toList());
    return line;
  }
}
