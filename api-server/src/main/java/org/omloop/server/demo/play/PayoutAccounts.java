package org.omloop.server.demo.play;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.demo.InventedBank;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.market.Act;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.identity.BankAccount;

/**
 * Tells the server where members' euros go before they redeem, each in a session of their own, as their phones would.
 * Confined to one thread.
 */
final class PayoutAccounts {
  private final OrderSender sender;
  private final InventedBank bank;
  private final Keyring keyring;
  private final Sessions sessions;
  private final Set<AccountId> told = new HashSet<>();

  PayoutAccounts(OrderSender sender, InventedBank bank, Keyring keyring, Sessions sessions) {
    this.sender = sender;
    this.bank = bank;
    this.keyring = keyring;
    this.sessions = sessions;
  }

  /** Tells the bank accounts of those who redeem for the first time. */
  Future<?> before(List<Intent> intents) {
    return Future.all(intents.stream()
        .filter(each -> each.refusal().isEmpty())
        .map(Intent::act)
        .filter(Act.Redeem.class::isInstance)
        .map(each -> ((Act.Redeem) each).from())
        .filter(told::add)
        .map(this::tell)
        .toList());
  }

  private Future<Void> tell(AccountId account) {
    BankAccount told = bank.of(account);
    JsonObject body = new JsonObject()
        .put("iban", told.iban())
        .put("ibanHash", told.ibanHash())
        .put("name", told.name())
        .put("salt", told.salt());
    return sessions
        .of(keyring.of(account))
        .compose(token -> sender.post(
            "/v1/accounts/" + account + "/bank-accounts",
            Map.of("content-type", "application/json", "authorization", "Bearer " + token),
            body.encode()))
        .mapEmpty();
  }
}
