package org.omloop.server;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.identity.BankAccounts;
import org.omloop.server.payouts.Payee;
import org.omloop.server.payouts.Payees;

/** Whom to pay, as members have told the office. Thread-safe. */
record KnownPayees(BankAccounts accounts) implements Payees {
  @Override
  public Future<Map<String, Payee>> find(Collection<String> ibanHashes) {
    List<Future<Optional<Map.Entry<String, Payee>>>> all =
        ibanHashes.stream().map(this::find).toList();
    return Future.all(all).map(done -> done.<Optional<Map.Entry<String, Payee>>>list().stream()
        .flatMap(Optional::stream)
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Future<Optional<Map.Entry<String, Payee>>> find(String ibanHash) {
    return accounts
        .find(ibanHash)
        .map(found -> found.map(each -> Map.entry(ibanHash, payee(each))));
  }

  private static Payee payee(BankAccount account) {
    return new Payee(account.name(), account.iban());
  }
}
