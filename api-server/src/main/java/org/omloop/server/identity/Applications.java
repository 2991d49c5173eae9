package org.omloop.server.identity;

import static java.util.stream.Collectors.groupingBy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.omloop.ledger.account.AccountId;

/** People and organisations that ask to join. Thread-safe; a future fails when the store cannot be reached. */
public final class Applications {
  /** How long one is kept that comes to nothing: 30 days after it was made, or refused. */
  public static final long KEPT_SECONDS = 30L * 24 * 60 * 60;

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_SYMBOLS = 26;

  private final People people;
  private final Predicate<AccountId> isOpened;
  private final SecureRandom random = new SecureRandom();

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
   */
  public Future<SentApplication> add(String kind, Dossier dossier) {
    KeptPerson person = people.somebody(Optional.empty(), dossier);
    StringBuilder code = new StringBuilder();
    random
        .ints(CODE_SYMBOLS, 0, CROCKFORD.length())
        .forEach(at -> code.append(CROCKFORD.charAt(at)));
    return people
        .store
        .addApplication(person, kind, people.indexes(dossier), index(code.toString()))
        .map(new SentApplication(person.id(), code.toString()));
  }

  private Buffer index(String code) {
    return people.master.index("application code", code);
  }

  /** Returns the one that a code was given for; empty where there is none, or it was ended. */
  public Future<Optional<Application>> byCode(String code) {
    return people.store.applicationByCode(index(code)).map(found -> found.map(this::open));
  }

  /** Returns those that are asked for and whose accounts are not opened, with others who look the same. */
  public Future<ApplicationPage> find(ApplicationQuestion question) {
    return settle().compose(done -> people.store.applications(question)).compose(found -> {
      List<Application> all = found.applications().stream().map(this::open).toList();
      return people
          .store
          .same(all.stream().map(each -> each.person().id()).toList())
          .map(
              same -> new ApplicationPage(withDoubles(all, same), found.hasMore(), found.counts()));
    });
  }

  private static List<Application> withDoubles(List<Application> all, List<Same> same) {
    Map<String, List<Same>> by = same.stream().collect(groupingBy(Same::person));
    return all.stream()
        .map(each -> each.with(by.getOrDefault(each.person().id(), List.of())))
        .toList();
  }

  /** The journal says which accounts are there; the store is told, so that it can count what is left to do. */
  private Future<Void> settle() {
    return people
        .store
        .approvedBefore(Long.MAX_VALUE)
        .compose(given -> people.store.markOpened(given.entrySet().stream()
            .filter(each -> isOpened.test(each.getValue()))
            .map(Map.Entry::getKey)
            .toList()));
  }

  /** Returns the one that an account was opened for. */
  public Future<Optional<Application>> of(AccountId account) {
    return people.store.applicationOf(account).map(found -> found.map(this::open));
  }

  private Application open(KeptApplication kept) {
    return new Application(
        people.open(kept.person()),
        kept.kind(),
        kept.state(),
        kept.decidedAt(),
        kept.reason()
            .map(reason -> new Refused(
                reason,
                kept.words()
                    .map(shut -> people
                        .key(kept.person())
                        .open(shut, placeOfWords(kept.person().id())))
                    .orElse(""))),
        List.of());
  }

  private static String placeOfWords(String person) {
    return "refusal of " + person;
  }

  /**
   * Decides on one. One that was approved can still be refused, until its account is opened.
   *
   * @param state asked, approved or refused
   * @param account that will be theirs, where it is approved
   * @param refused why, where it is refused
   * @param by the operator's key
   * @return false where somebody has decided already, or there is none
   */
  public Future<Boolean> decide(
      String id, String state, Optional<AccountId> account, Optional<Refused> refused, String by) {
    return people.store.application(id).compose(found -> {
      if (found.isEmpty()) {
        return Future.succeededFuture(false);
      }
      KeptPerson person = found.get().person();
      boolean takesBack = state.equals("refused")
          && found.get().state().equals("approved")
          && person.account().filter(isOpened.negate()).isPresent();
      return people.store.decide(
          id,
          new KeptDecision(
              state,
              account,
              refused.map(Refused::reason),
              refused.map(why -> people.key(person).seal(why.words(), placeOfWords(id))),
              takesBack,
              by,
              people.now()));
    });
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

  /** Returns how many {@link #forget} would end at a time, unix seconds, if nobody did anything until then. */
  public Future<Integer> due(long at) {
    long before = at - KEPT_SECONDS;
    return people.store.dueApplications(before).compose(due -> people
        .store
        .approvedBefore(before)
        .map(given -> due + unopened(given).size()));
  }

  private List<String> unopened(Map<String, AccountId> given) {
    return given.entrySet().stream()
        .filter(each -> !isOpened.test(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
