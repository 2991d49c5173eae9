package org.omloop.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;

/**
 * The root over all balances at one size of the journal: an RFC 6962 tree whose leaves are {@code
 * {"account":"…","balance":n}} in the order of account ids. With it one balance is proven by a short path.
 */
final class BalanceSeal {
  private BalanceSeal() {}

  /** Returns the root, base64url; the accounts come sorted by id, and there is at least one. */
  static String root(Collection<Account> sorted) {
    List<byte[]> level = sorted.stream().map(BalanceSeal::leaf).toList();
    while (level.size() > 1) {
      level = parents(level);
    }
    return Base64Url.encode(level.get(0));
  }

  /** An odd last node goes up as it is, which is how RFC 6962 splits a list. */
  private static List<byte[]> parents(List<byte[]> level) {
    List<byte[]> parents = new ArrayList<>();
    for (int at = 0; at + 1 < level.size(); at += 2) {
      parents.add(Sha256.of(new byte[] {1}, level.get(at), level.get(at + 1)));
    }
    if (level.size() % 2 == 1) {
      parents.add(level.get(level.size() - 1));
    }
    return parents;
  }

  private static byte[] leaf(Account account) {
    String text = "{\"account\":\"" + account.id().value() + "\",\"balance\":"
        + account.balance().minorUnits() + "}";
    return Sha256.of(new byte[] {0}, text.getBytes(StandardCharsets.UTF_8));
  }
}
