package org.omloop.server.closings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.KeyId;

/**
 * The keys that sign, or signed, for one shop: who took a payment is told by the request's mark of its signing key, which
 * is in the journal. Immutable.
 */
public final class Cashiers {
  private final List<EnrolledKey> keys;

  private Cashiers(List<EnrolledKey> keys) {
    this.keys = keys;
  }

  /** Returns those of an account, revoked ones too. */
  public static Cashiers of(AccountId shop, Collection<EnrolledKey> all) {
    return new Cashiers(all.stream()
        .filter(key -> key.account().equals(shop))
        .sorted(Comparator.comparing(EnrolledKey::id))
        .toList());
  }

  /** Returns the key that asked for a payment. */
  public Optional<KeyId> signerOf(RequestTerms request) {
    return keys.stream().map(EnrolledKey::id).filter(request::isBy).findFirst();
  }

  /** Returns a key's label; empty when it has none, or is another account's. */
  public String label(KeyId key) {
    return keys.stream()
        .filter(each -> each.id().equals(key))
        .map(EnrolledKey::label)
        .findFirst()
        .orElse("");
  }
}
