package org.omloop.server.requests;

import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestId;

/**
 * A payment request as it stands.
 *
 * @param payee who is to be paid
 * @param jws as the payee signed it
 * @param expiresAt the last moment at which it can be paid, unix seconds
 * @param withdrawn whether the payee took it back
 * @param claim who is confirming it, if anyone has lately
 * @param entry the entry that paid it
 */
public record PaymentRequest(
    RequestId id,
    AccountId payee,
    String jws,
    long expiresAt,
    boolean withdrawn,
    Optional<Claim> claim,
    OptionalLong entry) {
  /**
   * A wallet that shows the request to its holder.
   *
   * @param until when it lapses, unix seconds
   */
  public record Claim(AccountId account, long until) {}

  /** Returns what it is at that time, in unix seconds. What is paid stays paid, whatever else has been tried. */
  public RequestState state(long now) {
    if (entry.isPresent()) {
      return RequestState.PAID;
    }
    if (withdrawn) {
      return RequestState.WITHDRAWN;
    }
    if (now > expiresAt) {
      return RequestState.EXPIRED;
    }
    return claim.filter(each -> each.until() >= now).isPresent()
        ? RequestState.CLAIMED
        : RequestState.OPEN;
  }
}
