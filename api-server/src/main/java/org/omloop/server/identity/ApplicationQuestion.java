package org.omloop.server.identity;

import java.util.List;
import java.util.Optional;

/**
 * Which applications somebody wants to see: the oldest first.
 *
 * @param states of them
 * @param kind resident or organisation; empty for both
 * @param after where the page before ended
 * @param limit how many at most
 */
public record ApplicationQuestion(
    List<String> states, String kind, Optional<Place> after, int limit) {
  /**
   * An application's place in the list.
   *
   * @param madeAt unix seconds
   * @param person its id
   */
  public record Place(long madeAt, String person) {}

  public ApplicationQuestion {
    states = List.copyOf(states);
  }
}
