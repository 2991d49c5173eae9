package org.omloop.ledger.account;

import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;

/**
 * A key that may sign for one account, with its rights and limits.
 *
 * @param key the public key; its thumbprint is its id
 * @param account the one account it signs for
 * @param rights what it may do there
 * @param holder a random name of the person who holds it: two signatures need two holders
 * @param label what kind of key it is, such as {@code phone} or {@code till-2}; may be empty
 * @param perOrder the most one order may move
 * @param perDay the most all its orders of one UTC day may move
 * @param activeFrom unix seconds from when on it may sign; 0: at once
 * @param revoked whether it has ended
 * @param spent what its orders moved today
 */
public record EnrolledKey(
    PublicKey key,
    AccountId account,
    Set<Right> rights,
    String holder,
    String label,
    Optional<Amount> perOrder,
    Optional<Amount> perDay,
    long activeFrom,
    boolean revoked,
    Usage spent) {
  public EnrolledKey {
    rights = Set.copyOf(rights);
  }

  /** Returns the key's id. */
  public KeyId id() {
    return key.keyId();
  }

  /** Tells whether the key stands at a moment, unix seconds: it has begun and has not ended. */
  public boolean stands(long at) {
    return !revoked && !waits(at);
  }

  /** Tells whether the key has yet to begin at a moment, unix seconds. */
  public boolean waits(long at) {
    return at < activeFrom;
  }

  /** Tells whether the key may use a right, once it has begun; a revoked key may use none. */
  public boolean may(Right right) {
    return !revoked && rights.contains(right);
  }

  /** Tells whether the key's own limits let an order of the amount pass on that UTC day. */
  public boolean allows(Amount amount, long day) {
    return perOrder.map(most -> amount.compareTo(most) <= 0).orElse(true)
        && perDay
            .map(most -> spent.in(day) + amount.minorUnits() <= most.minorUnits())
            .orElse(true);
  }

  /** Returns the key, ended. */
  public EnrolledKey revoke() {
    return new EnrolledKey(
        key, account, rights, holder, label, perOrder, perDay, activeFrom, true, spent);
  }

  /** Returns the key after its orders moved so much. */
  public EnrolledKey withSpent(Usage changed) {
    return new EnrolledKey(
        key, account, rights, holder, label, perOrder, perDay, activeFrom, revoked, changed);
  }
}
