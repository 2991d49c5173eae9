package org.omloop.server.http.rules;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.session.Caller;
import org.omloop.server.programmes.HandedOut;
import org.omloop.server.programmes.LaidDown;
import org.omloop.server.programmes.ProgrammesFold;

/** What treasuries and funds have, what may be handed out from them, and what was. Thread-safe. */
public final class ProgrammeHandlers {
  private final Directory directory;
  private final ProgrammesFold programmes;
  private final Clock clock;

  public ProgrammeHandlers(Directory directory, ProgrammesFold programmes, Clock clock) {
    this.directory = directory;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** {@code GET /v1/programmes}: everything, for the office and auditors. */
  public void list(RoutingContext context) {
    JsonArray accounts = new JsonArray();
    directory.accounts().stream()
        .filter(each -> each.type() == AccountType.TREASURY || each.type() == AccountType.FUND)
        .sorted(Comparator.comparing(Account::id))
        .forEach(each -> accounts.add(new JsonObject()
            .put("account", each.id().value())
            .put("accountType", each.type().wireName())
            .put("balance", each.balance().minorUnits())));
    JsonArray handedOut = new JsonArray();
    programmes.all().forEach(each -> handedOut.add(json(each)));
    JsonArray laidDown = new JsonArray();
    programmes.laidDown().forEach(each -> laidDown.add(json(each)));
    context.json(new JsonObject()
        .put("treeSize", directory.treeSize())
        .put("accounts", accounts)
        .put("laidDown", laidDown)
        .put("programmes", handedOut));
  }

  /** {@code GET /v1/hand-outs}: what the caller's account may hand out now, as a programme's partner. */
  public void handOuts(RoutingContext context) {
    AccountId account = Caller.of(context).key().account();
    long now = now();
    JsonArray handOuts = new JsonArray();
    programmes.laidDown().stream()
        .filter(each -> each.terms().runs(now) && each.terms().partners().contains(account))
        .forEach(each -> handOuts.add(handOut(each)));
    context.json(new JsonObject().put("treeSize", directory.treeSize()).put("handOuts", handOuts));
  }

  private static JsonObject handOut(LaidDown each) {
    Order.Programme terms = each.terms();
    return new JsonObject()
        .put("account", terms.from().value())
        .put("programme", terms.programme())
        .put("amount", terms.perPerson().map(Amount::minorUnits).orElse(0L))
        .put("left", each.left())
        .put("beneficiaries", each.beneficiaries())
        .put("ends", time(terms.ends()));
  }

  private JsonObject json(LaidDown each) {
    Order.Programme terms = each.terms();
    JsonObject json = new JsonObject()
        .put("account", terms.from().value())
        .put("programme", terms.programme())
        .put("budget", terms.budget().minorUnits())
        .put("starts", time(terms.starts()))
        .put("ends", time(terms.ends()))
        .put(
            "partners",
            new JsonArray(terms.partners().stream().map(AccountId::value).toList()))
        .put("bonusBasisPoints", terms.bonusBasisPoints())
        .put("areas", new JsonArray(terms.areas()))
        .put("sectors", new JsonArray(terms.sectors()))
        .put("handedOut", each.handedOut())
        .put("beneficiaries", each.beneficiaries())
        .put("state", state(terms));
    terms.perPerson().ifPresent(most -> json.put("perPerson", most.minorUnits()));
    terms.spendUntil().ifPresent(until -> json.put("spendUntil", time(until)));
    return json;
  }

  private String state(Order.Programme terms) {
    long now = now();
    return terms.runs(now) ? "runs" : now < terms.starts() ? "waits" : "over";
  }

  private long now() {
    return Math.max(clock.instant().getEpochSecond(), programmes.now());
  }

  private static String time(long unixSeconds) {
    return Instant.ofEpochSecond(unixSeconds).toString();
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
