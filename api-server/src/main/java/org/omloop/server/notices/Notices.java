package org.omloop.server.notices;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.People;
import org.omloop.server.identity.Person;

/** What there is to tell, for those who find it out elsewhere than in the journal. Thread-safe. */
public final class Notices {
  /** A mail that is due goes within seconds, or the mail server is in the way. */
  private static final long PUNCTUAL_SECONDS = 600;

  private final NoticeStore store;
  private final People people;
  private final Mailer mailer;
  private final Clock clock;

  public Notices(NoticeStore store, People people, Mailer mailer, Clock clock) {
    this.store = store;
    this.people = people;
    this.mailer = mailer;
    this.clock = clock;
  }

  /** Returns the store. */
  public NoticeStore store() {
    return store;
  }

  /**
   * Tells somebody who asked to join.
   *
   * @param person their random name
   * @param language in which they asked; empty: that of what they were told before
   */
  public Future<Void> tellApplicant(String person, NoticeKind kind, Optional<String> language) {
    return store.add(new NewNotice(person, kind, "", language, now()), now());
  }

  /**
   * Tells a member.
   *
   * @param about what it tells of; the same is told once
   */
  public Future<Void> tell(AccountId account, NoticeKind kind, String about) {
    return store.add(new NewNotice(account.value(), kind, about, Optional.empty(), now()), now());
  }

  /** Returns how many mails wait for the mail server. */
  public Future<Long> late() {
    return store.late(now() - PUNCTUAL_SECONDS);
  }

  /** Takes away all that an account was told or was to be told, before who it is of is erased. */
  public Future<Void> forget(AccountId account) {
    return people
        .of(account)
        .compose(person -> store.forget(recipients(account, person)))
        .compose(this::forgetMail);
  }

  private static List<String> recipients(AccountId account, Optional<Person> person) {
    List<String> recipients = new ArrayList<>(List.of(account.value()));
    person.ifPresent(each -> recipients.add(each.id()));
    return recipients;
  }

  /** Takes away what is kept no longer; returns how many. */
  public Future<Integer> prune() {
    return store.prune(now()).compose(gone -> forgetMail(gone).map(gone.size()));
  }

  private Future<Void> forgetMail(List<Long> ids) {
    return mailer.forget(ids.stream()
        .flatMap(id -> Stream.of(mailName(id, false), mailName(id, true)))
        .toList());
  }

  /** Returns what the mail is called whose first notice this is; that to the address before has a name of its own. */
  static String mailName(long id, boolean isFormer) {
    return "notice-" + id + (isFormer ? "-former" : "");
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
