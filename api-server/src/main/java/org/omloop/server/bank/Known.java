package org.omloop.server.bank;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known before a file is looked at.
 *
 * @param last where the chain of statements ends; empty before the first
 * @param kept statements that have the id of one in the file
 * @param lineKeys lines that have the key of one in the file
 */
public record Known(Optional<ChainEnd> last, List<KeptStatement> kept, Set<String> lineKeys) {
  public Known {
    kept = List.copyOf(kept);
    lineKeys = Set.copyOf(lineKeys);
  }
}
