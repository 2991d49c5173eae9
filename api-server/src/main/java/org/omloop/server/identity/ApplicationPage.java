package org.omloop.server.identity;

import java.util.List;
import java.util.Map;

/**
 * Some applications, and how many there are in all.
 *
 * @param applications the oldest first
 * @param hasMore whether others come after them
 * @param counts of the kind that was asked for, by state; a state without any is not there
 */
public record ApplicationPage(
    List<Application> applications, boolean hasMore, Map<String, Long> counts) {
  public ApplicationPage {
    applications = List.copyOf(applications);
    counts = Map.copyOf(counts);
  }
}
