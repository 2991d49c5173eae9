package org.omloop.server.identity;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who asks to join.
 *
 * @param person with what they wrote in the dossier
 * @param kind resident or organisation
 * @param state waiting, asked, approved or refused
 * @param decidedAt when it was last decided or asked about, unix seconds
 * @param refused why, where it was refused and somebody said so
 * @param doubles others with the same e-mail address or number in the trade register
 */
public record Application(
    Person person,
    String kind,
    String state,
    Optional<Long> decidedAt,
    Optional<Refused> refused,
    List<Same> doubles) {

  public Application {
    doubles = List.copyOf(doubles);
  }

  Application with(List<Same> found) {
    return new Application(person, kind, state, decidedAt, refused, found);
  }
}
