package org.omloop.server.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/** People and organisations that ask to join. Thread-safe; a future fails when the store cannot be reached. */
public final class Applications {
  /** How long one is kept that comes to nothing: 30 days after it was made, or refused. */
  public static final long KEPT_SECONDS = 30L * 24 * 60 * 60;

  private final People people;

  public Applications(People people) {
    this.people = people;
  }

  /**
   * Keeps an application.
   *
   * @param kind resident or organisation
   * @return its id, which only the office can use
   */
  public Future<String> add(String kind, Dossier dossier) {
    KeptPerson person = people.somebody(Optional.empty(), dossier);
    return people.store.addApplication(person, kind, people.indexes(dossier)).map(person.id());
  }

  /** Returns those that were not refused, the oldest first and those that were approved last; at most 200. */
  public Future<List<Application>> open() {
    return people.store.applications().map(all -> all.stream()
        .map(each -> new Application(
            people.open(each.person()), each.kind(), each.state(), each.decidedAt()))
        .toList());
  }

  /**
   * Decides on one.
   *
   * @param state asked, approved or refused
   * @param account that will be theirs, where it is approved
   * @param by the operator's key
   * @return false where somebody has decided already, or there is none
   */
  public Future<Boolean> decide(String id, String state, Optional<AccountId> account, String by) {
    return people.store.decide(id, state, account, by, people.now());
  }

  /** Ends those that came to nothing; returns how many. */
  public Future<Integer> forget() {
    return people.store.forgetApplications(people.now() - KEPT_SECONDS);
  }
}
