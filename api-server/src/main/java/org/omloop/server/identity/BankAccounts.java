package org.omloop.server.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.Base64Url;

/**
 * Members' bank accounts, found by the hash that a redemption has in the journal. Thread-safe; a future fails when the
 * store cannot be reached.
 */
public final class BankAccounts {
  private static final int ID_BYTES = 16;

  private final PersonStore store;
  private final MasterKey master;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public BankAccounts(PersonStore store, MasterKey master, Clock clock) {
    this.store = store;
    this.master = master;
    this.clock = clock;
  }

  /** Keeps a bank account of a member's; a second time changes nothing. */
  public Future<Void> keep(AccountId account, BankAccount bankAccount) {
    return person(account).compose(person -> {
      DataKey key = master.unwrap(person.wrappedKey(), person.id());
      String hash = bankAccount.ibanHash();
      Buffer sealed = key.seal(bankAccount.json().encode(), place(hash, person.id()));
      return store.keepBankAccount(
          new SealedBankAccount(hash, person.id(), person.wrappedKey(), sealed, now()),
          List.of(new BlindIndex("iban", master.index("iban", bankAccount.iban()))));
    });
  }

  /** Returns the bank account of that hash; empty where nobody has told it, or its holder was erased. */
  public Future<Optional<BankAccount>> find(String ibanHash) {
    return store.bankAccount(ibanHash).map(found -> found.map(this::open));
  }

  private BankAccount open(SealedBankAccount kept) {
    DataKey key = master.unwrap(kept.wrappedKey(), kept.person());
    return BankAccount.read(
        new JsonObject(key.open(kept.sealed(), place(kept.ibanHash(), kept.person()))));
  }

  /** Who takes part without a dossier gets an empty one, with a key of their own. */
  private Future<KeptPerson> person(AccountId account) {
    return store
        .of(account)
        .compose(known -> known.isPresent()
            ? Future.succeededFuture(known.get())
            : store.keepUnlessKept(nobodyYet(account)));
  }

  private KeptPerson nobodyYet(AccountId account) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String person = Base64Url.encode(id);
    DataKey key = DataKey.generate(random);
    return new KeptPerson(
        person,
        Optional.of(account),
        master.wrap(key, person),
        key.seal("{}", "dossier " + person),
        1,
        now(),
        now());
  }

  private static String place(String hash, String person) {
    return "bank account " + hash + " of " + person;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
