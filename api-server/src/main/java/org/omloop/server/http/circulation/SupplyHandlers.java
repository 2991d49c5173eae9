package org.omloop.server.http.circulation;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.Supplier;
import org.omloop.server.circulation.Looks;
import org.omloop.server.circulation.MeasuredTable;
import org.omloop.server.circulation.SupplyDesk;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;

/**
 * Where suppliers are missing and whose money sleeps, exact, for the operator: nothing is shown before the look is
 * kept. And whom a shop could pay, for that shop alone. Thread-safe.
 */
public final class SupplyHandlers {
  private static final Text GAPS = new Text(
      "Wat in de periode is ingewisseld, naar de branche van wie er buiten de kring mee betaald wordt"
          + " en naar doel, zonder de kosten van de kring; met hoeveel organisaties van die branche er"
          + " aan het eind van de periode in de kring waren, en wie er het meest voor inwisselde.",
      "What was redeemed in the period, by the sector of who is paid with it outside the circuit and"
          + " by purpose, without the circuit's fee; with how many organisations of that sector were"
          + " inside at the period's end, and who redeemed most for it.");
  private static final Text STUCK = new Text(
      "Organisaties met een saldo boven nul die negentig dagen of langer niets betaalden, bijdroegen"
          + " of inwisselden (C6), met wie zij zouden kunnen betalen.",
      "Organisations with a balance above zero that paid, contributed and redeemed nothing for ninety"
          + " days or longer (C6), with whom they could pay.");

  private final SupplyDesk desk;
  private final Looks looks;
  private final Directory directory;
  private final MemberStore members;
  private final Clock clock;

  public SupplyHandlers(
      SupplyDesk desk, Looks looks, Directory directory, MemberStore members, Clock clock) {
    this.desk = desk;
    this.looks = looks;
    this.directory = directory;
    this.members = members;
    this.clock = clock;
  }

  /** {@code GET /v1/circulation/supply-gaps}. */
  public void gaps(RoutingContext context) {
    show(desk::gaps, GAPS, context);
  }

  /** {@code GET /v1/circulation/stuck-balances}. */
  public void stuck(RoutingContext context) {
    show(desk::stuck, STUCK, context);
  }

  private void show(
      Function<Optional<Period>, Future<Optional<MeasuredTable>>> ask,
      Text definition,
      RoutingContext context) {
    Optional<Period> period = Parameters.of(context)
        .optionalText("period")
        .map(name -> Period.named(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
    Measuring.of(look(context).compose(kept -> ask.apply(period)))
        .map(Measuring::orNotFound)
        .onSuccess(found -> answer(found, definition, context))
        .onFailure(context::fail);
  }

  private Future<Void> look(RoutingContext context) {
    return looks.add(
        Caller.of(context).key().id(),
        clock.instant().getEpochSecond(),
        context.request().uri());
  }

  private static void answer(MeasuredTable found, Text definition, RoutingContext context) {
    boolean csv = MediaTypes.best(Set.of("application/json", Csv.MEDIA_TYPE), context)
        .filter(Csv.MEDIA_TYPE::equals)
        .isPresent();
    if (csv) {
      String name = found.table().getString("id") + "-" + found.period();
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, ReportAnswer.CSV)
          .putHeader("Content-Disposition", "attachment; filename=\"omloop-" + name + ".csv\"")
          .end(found.csv());
    } else {
      context.json(json(found, definition));
    }
  }

  private static JsonObject json(MeasuredTable found, Text definition) {
    JsonObject suppliers = new JsonObject();
    found
        .suppliers()
        .forEach((account, all) -> suppliers.put(
            account, new JsonArray(all.stream().map(SupplyHandlers::json).toList())));
    return new JsonObject()
        .put("period", found.period().toString())
        .put("closed", found.isOver())
        .put("treeSize", found.size())
        .put("asOf", Instant.ofEpochMilli(found.asOf()).toString())
        .put("definition", new JsonObject().put("nl", definition.nl()).put("en", definition.en()))
        .put("table", found.table())
        .put("suppliers", suppliers);
  }

  /** {@code GET /v1/accounts/{account}/suppliers}: of members, no more than the members' list has. */
  public void suppliers(RoutingContext context) {
    AccountId account = new AccountId(Parameters.of(context).text("account"));
    Measuring.of(desk.suppliers(account))
        .compose(told -> Reading.of(members.all()).map(listed -> json(account, told, listed)))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  /** Those whom anybody may see, with their own words; and whether a payment would reach them now. */
  private JsonObject json(AccountId account, SupplyDesk.Told told, List<Member> listed) {
    Map<String, Member> byAccount =
        listed.stream().collect(toMap(each -> each.account().value(), each -> each));
    JsonArray suppliers = new JsonArray();
    for (Supplier each : told.suppliers()) {
      Optional<Member> member = Optional.ofNullable(byAccount.get(each.account()));
      Optional<AccountStatus> status =
          directory.account(new AccountId(each.account())).map(Account::status);
      if (member.isPresent() && !status.equals(Optional.of(AccountStatus.CLOSED))) {
        suppliers.add(json(each)
            .put("name", member.get().name())
            .put("street", member.get().street())
            .put("neighbourhood", member.get().neighbourhood())
            .put("takesPayments", status.equals(Optional.of(AccountStatus.OPEN))));
      }
    }
    return new JsonObject()
        .put("account", account.value())
        .put("treeSize", told.size())
        .put("asOf", Instant.ofEpochMilli(told.asOf()).toString())
        .put("suppliers", suppliers);
  }

  private static JsonObject json(Supplier supplier) {
    return new JsonObject()
        .put("account", supplier.account())
        .put("sector", supplier.division())
        .put("distance", supplier.distance().wireName())
        .put(
            "reasons",
            new JsonArray(
                supplier.reasons().stream().map(Supplier.Reason::wireName).toList()));
  }
}
