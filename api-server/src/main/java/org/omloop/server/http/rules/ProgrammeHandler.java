package org.omloop.server.http.rules;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountType;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.programmes.HandedOut;

/** {@code GET /v1/programmes}: what treasuries and funds have, and what was handed out from them. Thread-safe. */
public final class ProgrammeHandler implements Handler<RoutingContext> {
  private final Directory directory;
  private final Supplier<List<HandedOut>> programmes;

  public ProgrammeHandler(Directory directory, Supplier<List<HandedOut>> programmes) {
    this.directory = directory;
    this.programmes = programmes;
  }

  @Override
  public void handle(RoutingContext context) {
    JsonArray accounts = new JsonArray();
    directory.accounts().stream()
        .filter(each -> each.type() == AccountType.TREASURY || each.type() == AccountType.FUND)
        .sorted(Comparator.comparing(Account::id))
        .forEach(each -> accounts.add(new JsonObject()
            .put("account", each.id().value())
            .put("accountType", each.type().wireName())
            .put("balance", each.balance().minorUnits())));
    JsonArray handedOut = new JsonArray();
    programmes.get().forEach(each -> handedOut.add(json(each)));
    context.json(new JsonObject()
        .put("treeSize", directory.treeSize())
        .put("accounts", accounts)
        .put("programmes", handedOut));
  }

  private static JsonObject json(HandedOut each) {
    return new JsonObject()
        .put("account", each.from().value())
        .put("programme", each.programme())
        .put("granted", each.granted())
        .put("returned", each.returned())
        .put("grants", each.grants())
        .put("beneficiaries", each.beneficiaries())
        .put("first", BookingText.time(each.first()))
        .put("last", BookingText.time(each.last()));
  }
}
