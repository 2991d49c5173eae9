package org.omloop.server.identity;

import java.util.List;
import java.util.Map;

/**
 * A page of applications as the store keeps them.
 *
 * @param hasMore whether others come after them
 * @param counts by state
 */
public record KeptApplications(
    List<KeptApplication> applications, boolean hasMore, Map<String, Long> counts) {
  public KeptApplications {
    applications = List.copyOf(applications);
    counts = Map.copyOf(counts);
  }
}
