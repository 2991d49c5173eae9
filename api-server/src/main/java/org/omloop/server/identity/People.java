package org.omloop.server.identity;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.server.bank.Iban;

/**
 * Who the members are, opened for the office. Thread-safe; a future fails when the store cannot be reached.
 */
public final class People {
  private static final int ID_BYTES = 16;
  private static final Pattern KVK = Pattern.compile("\\d{8}");

  final PersonStore store;
  final MasterKey master;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public People(PersonStore store, MasterKey master, Clock clock) {
    this.store = store;
    this.master = master;
    this.clock = clock;
  }

  /** Returns who an account is of; empty where nobody has said. */
  public Future<Optional<Person>> of(AccountId account) {
    return store.of(account).map(kept -> kept.map(this::open));
  }

  /** Returns a person by their random name, also one without an account. */
  public Future<Optional<Person>> byId(String person) {
    return store.byId(person).map(kept -> kept.map(this::open));
  }

  /** Returns what is known of those of these accounts of whom anything is. */
  public Future<Map<AccountId, Dossier>> of(Collection<AccountId> accounts) {
    return store.of(accounts).map(all -> all.stream()
        .collect(toMap(each -> each.account().orElseThrow(), each -> open(each).dossier())));
  }

  /**
   * Finds members: by e-mail address, IBAN, number in the trade register, or every word of a name, whole; at most 50.
   *
   * @param text empty: those who were changed last
   */
  public Future<List<Person>> search(String text) {
    String typed = text.strip();
    Future<List<KeptPerson>> found =
        typed.isEmpty() ? store.latest() : store.search(indexes(typed));
    return found.map(all -> all.stream().map(this::open).toList());
  }

  private List<BlindIndex> indexes(String typed) {
    if (typed.contains("@")) {
      return List.of(index("email", typed.toLowerCase(Locale.ROOT)));
    }
    Optional<Iban> iban = Iban.find(typed);
    if (iban.isPresent()) {
      return List.of(index("iban", iban.get().text()));
    }
    if (KVK.matcher(typed).matches()) {
      return List.of(index("kvk", typed));
    }
    return Words.of(typed).stream().map(word -> index("name", word)).toList();
  }

  /** What a dossier is found by: every word of the names, e-mail address, number in the trade register. */
  List<BlindIndex> indexes(Dossier dossier) {
    List<BlindIndex> indexes = new ArrayList<>();
    StringBuilder names =
        new StringBuilder(dossier.text("name")).append(' ').append(dossier.text("legalName"));
    dossier.contacts().forEach(each -> names.append(' ').append(each.getOrDefault("name", "")));
    Words.of(names.toString()).forEach(word -> indexes.add(index("name", word)));
    if (!dossier.text("email").isEmpty()) {
      indexes.add(index("email", dossier.text("email").toLowerCase(Locale.ROOT)));
    }
    if (!dossier.text("kvk").isEmpty()) {
      indexes.add(index("kvk", dossier.text("kvk")));
    }
    return indexes;
  }

  private BlindIndex index(String field, String value) {
    return new BlindIndex(field, master.index(field, value));
  }

  /**
   * Says anew who an account is of.
   *
   * @param version that was read before; 0 where nobody was known
   * @return the person as kept; empty where somebody else was first, or erased them
   */
  public Future<Optional<Person>> change(AccountId account, Dossier dossier, int version) {
    return kept(account).compose(found -> {
      if (found.isEmpty()) {
        return Future.succeededFuture(Optional.empty());
      }
      KeptPerson person = found.get();
      boolean isFirst = version == 0 && person.version() == 1;
      return isFirst || person.version() == version
          ? change(person, dossier)
          : Future.succeededFuture(Optional.empty());
    });
  }

  private Future<Optional<Person>> change(KeptPerson person, Dossier dossier) {
    KeptPerson changed = new KeptPerson(
        person.id(),
        person.account(),
        person.wrappedKey(),
        sealed(person, dossier),
        person.version() + 1,
        person.madeAt(),
        now());
    return store
        .change(changed, indexes(dossier))
        .map(isKept -> isKept ? Optional.of(open(changed)) : Optional.empty());
  }

  private Buffer sealed(KeptPerson person, Dossier dossier) {
    return key(person).seal(dossier.json().encode(), "dossier " + person.id());
  }

  /** Tells whether somebody was erased from an account: then nothing is kept of them again. */
  public Future<Boolean> isErased(AccountId account) {
    return store.certificate(account).map(Optional::isPresent);
  }

  /** Who takes part without a dossier gets an empty one, with a key of their own; whoever was erased gets none. */
  Future<Optional<KeptPerson>> kept(AccountId account) {
    return store
        .of(account)
        .compose(known -> known.isPresent()
            ? Future.succeededFuture(known)
            : store.keepUnlessKept(somebody(Optional.of(account), Dossier.EMPTY)));
  }

  /** Makes a person with a key of their own, whom nobody has kept yet. */
  KeptPerson somebody(Optional<AccountId> account, Dossier dossier) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64Url.encode(bytes);
    DataKey key = DataKey.generate(random);
    return new KeptPerson(
        id,
        account,
        master.wrap(key, id),
        key.seal(dossier.json().encode(), "dossier " + id),
        1,
        now(),
        now());
  }

  /** Returns a member's bank accounts, the latest first. */
  public Future<List<BankAccount>> bankAccounts(AccountId account) {
    return store.bankAccountsOf(account).map(all -> all.stream().map(this::open).toList());
  }

  Person open(KeptPerson kept) {
    return new Person(
        kept.id(),
        kept.account(),
        Dossier.parse(key(kept).open(kept.dossier(), "dossier " + kept.id())),
        kept.version(),
        kept.madeAt(),
        kept.changedAt());
  }

  BankAccount open(SealedBankAccount kept) {
    DataKey key = master.unwrap(kept.wrappedKey(), kept.person());
    return BankAccount.read(
        new JsonObject(key.open(kept.sealed(), place(kept.ibanHash(), kept.person()))));
  }

  DataKey key(KeptPerson person) {
    return master.unwrap(person.wrappedKey(), person.id());
  }

  static String place(String hash, String person) {
    return "bank account " + hash + " of " + person;
  }

  long now() {
    return clock.instant().getEpochSecond();
  }
}
