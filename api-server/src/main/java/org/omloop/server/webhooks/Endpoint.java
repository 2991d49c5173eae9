package org.omloop.server.webhooks;

import java.util.List;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.SigningKey;

/**
 * Where an account wants to be told. All times are unix seconds.
 *
 * @param base where this server answered when the endpoint was made
 * @param generation counts rotations, from 0
 * @param sharesSecret whether a shared secret signs beside the key pair
 * @param disabledAt when it answered 410
 */
public record Endpoint(
    String id,
    AccountId account,
    String url,
    String base,
    int generation,
    boolean sharesSecret,
    long madeAt,
    OptionalLong rotatedAt,
    OptionalLong disabledAt,
    OptionalLong removedAt) {
  /** How long the keys before a rotation sign along, in seconds. */
  public static final long OVERLAP_SECONDS = 24 * 60 * 60;

  /** Returns {@code active}, {@code disabled} or {@code removed}. */
  public String state() {
    if (removedAt.isPresent()) {
      return "removed";
    }
    return disabledAt.isPresent() ? "disabled" : "active";
  }

  /** Returns the keys that it has now. */
  public EndpointKeys keys(SigningKey server) {
    return EndpointKeys.derive(server, id, generation);
  }

  /** Returns the keys that sign at that time, the newest first: for a day after a rotation, those before it too. */
  public List<EndpointKeys> signers(SigningKey server, long now) {
    boolean isRotating =
        rotatedAt.isPresent() && now < rotatedAt.getAsLong() + OVERLAP_SECONDS && generation > 0;
    return isRotating
        ? List.of(keys(server), EndpointKeys.derive(server, id, generation - 1))
        : List.of(keys(server));
  }
}
