package org.omloop.server.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;

/**
 * Settings that were changed by one entry: the founding or a {@code policy} order.
 *
 * @param index the entry's
 * @param bookedAt unix microseconds
 * @param effective the moment from which they hold, unix seconds; never before the entry
 * @param settings those it set
 * @param signers whose keys signed, in the order of their signatures
 */
public record PolicyChange(
    long index,
    long bookedAt,
    long effective,
    Map<Setting, Optional<Object>> settings,
    List<KeyId> signers) {
  public PolicyChange {
    settings = Map.copyOf(settings);
    signers = List.copyOf(signers);
  }
}
