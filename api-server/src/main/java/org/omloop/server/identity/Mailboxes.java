package org.omloop.server.identity;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.Base64Url;

/**
 * Where members want mail. An address counts once its code was given: until then nothing but that code is sent to it, and
 * mail goes on to the address before. Thread-safe; a future fails when the store cannot be reached.
 */
public final class Mailboxes {
  private static final int RANDOM_BYTES = 16;
  private static final int MOST_TRIES = 5;
  private static final int CODES_A_DAY = 5;
  private static final long CODE_SECONDS = 24L * 60 * 60;
  private static final long CODES = 1_000_000;

  private final People people;
  private final MailboxStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Mailboxes(People people, MailboxStore store, Clock clock) {
    this.people = people;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What somebody chose.
   *
   * @param address empty: no mail at all
   * @param language nl or en
   * @param events none, at-once or daily
   * @param statement none, pdf, csv, camt or mt940
   */
  public record Choice(String address, String language, String events, String statement) {}

  /** What came of a choice. */
  public sealed interface Chosen {}

  /**
   * It is kept.
   *
   * @param nonce names the code that has to be sent; empty where none has
   * @param change names what the address before has to be told of; empty where nobody has
   */
  public record Kept(Mailbox mailbox, Optional<String> nonce, Optional<String> change)
      implements Chosen {}

  /** Too many codes were asked for today; nothing is kept. */
  public record CodesExhausted() implements Chosen {}

  /** The member was erased. */
  public record Gone() implements Chosen {}

  /** Returns the mailboxes of those of these accounts that have one. */
  public Future<Map<AccountId, Mailbox>> of(Collection<AccountId> accounts) {
    return store.of(accounts).map(all -> all.stream()
        .collect(toMap(SealedMailbox::account, this::open)));
  }

  /** Returns an account's mailbox; empty where nobody chose anything. */
  public Future<Optional<Mailbox>> of(AccountId account) {
    return of(List.of(account)).map(found -> Optional.ofNullable(found.get(account)));
  }

  /** Returns the accounts that want their statements by mail. */
  public Future<List<AccountId>> wantStatements() {
    return store
        .wantStatements()
        .map(all -> all.stream().map(SealedMailbox::account).toList());
  }

  /** Keeps a choice. An address that is not the confirmed one waits for a new code. */
  public Future<Chosen> choose(AccountId account, Choice choice) {
    return people
        .kept(account)
        .compose(person -> person.isEmpty()
            ? Future.succeededFuture(new Gone())
            : store
                .of(List.of(account))
                .compose(
                    before -> choose(person.get(), before.stream().findFirst(), account, choice)));
  }

  private Future<Chosen> choose(
      KeptPerson person, Optional<SealedMailbox> before, AccountId account, Choice choice) {
    Optional<Mailbox> opened = before.map(this::open);
    boolean isKnown = opened.flatMap(Mailbox::address).equals(Optional.of(choice.address()));
    boolean isNew = !choice.address().isEmpty() && !isKnown;
    return isNew
        ? store
            .takeCode(person.id(), CODES_A_DAY, now())
            .compose(may -> may
                ? keep(person, before, account, choice, true)
                : Future.succeededFuture(new CodesExhausted()))
        : keep(person, before, account, choice, false);
  }

  private Future<Chosen> keep(
      KeptPerson person,
      Optional<SealedMailbox> before,
      AccountId account,
      Choice choice,
      boolean isNew) {
    SealedMailbox chosen = new SealedMailbox(
        person.id(),
        account,
        person.wrappedKey(),
        choice.address().isEmpty() ? Optional.empty() : before.flatMap(SealedMailbox::address),
        isNew ? Optional.of(seal(person, choice.address())) : Optional.empty(),
        isNew ? randomText() : "",
        isNew ? now() : 0,
        0,
        choice.language(),
        choice.events(),
        choice.statement(),
        before.map(SealedMailbox::stopToken).orElseGet(this::randomText),
        before.flatMap(SealedMailbox::former),
        before.map(SealedMailbox::formerUntil).orElse(0L));
    boolean hasAddress = before.flatMap(SealedMailbox::address).isPresent();
    boolean isTold = isNew
        ? hasAddress || before.filter(this::hasFormer).isPresent()
        : hasAddress && chosen.address().isEmpty();
    Optional<String> nonce = isNew ? Optional.of(chosen.nonce()) : Optional.empty();
    Optional<String> change = isTold ? nonce.or(() -> Optional.of(randomText())) : Optional.empty();
    return store.keep(chosen, now()).map(new Kept(open(chosen), nonce, change));
  }

  private boolean hasFormer(SealedMailbox box) {
    return box.former().isPresent() && now() < box.formerUntil();
  }

  /** Takes away former addresses whose time is over. */
  public Future<Void> forgetFormer() {
    return store.forgetFormer(now());
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Makes the address that waits the one that counts; false where the code is another one, or is over. */
  public Future<Boolean> confirm(AccountId account, String code) {
    return store.of(List.of(account)).compose(all -> {
      Optional<SealedMailbox> waiting = all.stream().filter(this::isWaiting).findFirst();
      if (waiting.isEmpty()) {
        return Future.succeededFuture(false);
      }
      SealedMailbox box = waiting.get();
      return store
          .takeTry(box.person(), box.nonce(), MOST_TRIES)
          .compose(may -> may && code(box).equals(code.strip())
              ? store.confirm(box.person(), box.nonce(), now())
              : Future.succeededFuture(false));
    });
  }

  private boolean isWaiting(SealedMailbox box) {
    return box.pending().isPresent() && now() - box.askedAt() < CODE_SECONDS;
  }

  /** Returns the code that an account's new address waits for; empty where that code is not waited for any more. */
  public Future<Optional<String>> code(AccountId account, String nonce) {
    return store.of(List.of(account)).map(all -> all.stream()
        .filter(this::isWaiting)
        .filter(each -> each.nonce().equals(nonce))
        .map(this::code)
        .findFirst());
  }

  /** Six digits that only this server can tell of a nonce, so that no code is kept. */
  private String code(SealedMailbox box) {
    long number = people.master.index("mail code", box.nonce()).getUnsignedInt(0) % CODES;
    return String.format("%06d", number);
  }

  /** Ends events and statements of whom this token is. */
  public Future<Void> stop(String stopToken) {
    return store.stop(stopToken);
  }

  private String randomText() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  private Buffer seal(KeptPerson person, String address) {
    return people.key(person).seal(address, place(person.id()));
  }

  private Mailbox open(SealedMailbox kept) {
    DataKey key = people.master.unwrap(kept.wrappedKey(), kept.person());
    return new Mailbox(
        kept.address().map(locked -> key.open(locked, place(kept.person()))),
        kept.pending().map(locked -> key.open(locked, place(kept.person()))),
        kept.language(),
        kept.events(),
        kept.statement(),
        kept.stopToken(),
        kept.former()
            .filter(locked -> hasFormer(kept))
            .map(locked -> key.open(locked, place(kept.person()))));
  }

  private static String place(String person) {
    return "mailbox of " + person;
  }
}
