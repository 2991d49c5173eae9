package org.omloop.server.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.omloop.ledger.account.AccountId;

/** People and organisations that ask to join. Thread-safe; a future fails when the store cannot be reached. */
public final class Applications {
  /** How long one is kept that comes to nothing: 30 days after it was made, or refused. */
  public static final long KEPT_SECONDS = 30L * 24 * 60 * 60;

  private final People people;
  private final Predicate<AccountId> isOpened;

  /**
   * Makes it.
   *
   * @param isOpened whether the journal has an account
   */
  public Applications(People people, Predicate<AccountId> isOpened) {
    this.people = people;
    this.isOpened = isOpened;
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
    return people.store.applications().map(all -> all.stream().map(this::open).toList());
  }

  /** Returns the one that an account was opened for. */
  public Future<Optional<Application>> of(AccountId account) {
    return people.store.applicationOf(account).map(found -> found.map(this::open));
  }

  private Application open(KeptApplication kept) {
    return new Application(people.open(kept.person()), kept.kind(), kept.state(), kept.decidedAt());
  }

  /**
   * Decides on one. One that was approved can still be refused, until its account is opened.
   *
   * @param state asked, approved or refused
   * @param account that will be theirs, where it is approved
   * @param by the operator's key
   * @return false where somebody has decided already, or there is none
   */
  public Future<Boolean> decide(String id, String state, Optional<AccountId> account, String by) {
    Future<Boolean> takesBack = state.equals("refused")
        ? people.store.approvedAccount(id).map(given -> given
            .filter(isOpened.negate())
            .isPresent())
        : Future.succeededFuture(false);
    return takesBack.compose(may -> people.store.decide(id, state, account, may, by, people.now()));
  }

  /** Ends those that came to nothing, also where somebody approved and nobody opened; returns how many. */
  public Future<Integer> forget() {
    long before = people.now() - KEPT_SECONDS;
    return people.store.forgetApplications(before).compose(ended -> people
        .store
        .approvedBefore(before)
        .map(this::unopened)
        .compose(people.store::forgetApproved)
        .map(more -> ended + more));
  }

  private List<String> unopened(Map<String, AccountId> given) {
    return given.entrySet().stream()
        .filter(each -> !isOpened.test(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
