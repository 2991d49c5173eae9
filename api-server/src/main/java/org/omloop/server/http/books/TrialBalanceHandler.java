package org.omloop.server.http.books;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.order.Order;
import org.omloop.server.books.AccountSums;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.view.Page;
import org.omloop.server.http.view.Reading;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;
import org.omloop.server.statements.StatementPeriod;

/** {@code GET /v1/books/trial-balance}: opening, debits, credits, closing of every account. Thread-safe. */
public final class TrialBalanceHandler implements Handler<RoutingContext> {
  private final OfficeBooks books;
  private final Directory directory;
  private final MemberStore members;

  public TrialBalanceHandler(OfficeBooks books, Directory directory, MemberStore members) {
    this.books = books;
    this.directory = directory;
    this.members = members;
  }

  @Override
  public void handle(RoutingContext context) {
    StatementPeriod period = AskedDays.of(Parameters.of(context), directory);
    long size = Page.treeSize(Parameters.of(context), directory.treeSize());
    Reading.of(books.sums(period.fromMicros(), period.untilMicros(), size))
        .compose(sums -> Reading.of(members.all()).map(listed -> {
          answer(period, size, sums, names(listed), context);
          return sums;
        }))
        .onFailure(context::fail);
  }

  private static Map<String, String> names(List<Member> listed) {
    return listed.stream().collect(toMap(each -> each.account().value(), Member::name));
  }

  private void answer(
      StatementPeriod period,
      long size,
      List<AccountSums> sums,
      Map<String, String> names,
      RoutingContext context) {
    boolean csv = MediaTypes.best(Set.of("application/json", Csv.MEDIA_TYPE), context)
        .filter(Csv.MEDIA_TYPE::equals)
        .isPresent();
    if (csv) {
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
          .putHeader(
              "Content-Disposition",
              "attachment; filename=\"trial-balance-" + period.until() + ".csv\"")
          .end(csv(sums, names));
    } else {
      context.json(json(period, size, sums, names));
    }
  }

  private AccountType type(AccountSums sums) {
    return directory.account(sums.account()).map(Account::type).orElse(AccountType.HOLDER);
  }

  private JsonObject json(
      StatementPeriod period, long size, List<AccountSums> sums, Map<String, String> names) {
    Map<AccountType, long[]> types = new EnumMap<>(AccountType.class);
    long[] all = new long[4];
    JsonArray accounts = new JsonArray();
    for (AccountSums each : sums) {
      add(all, each);
      add(types.computeIfAbsent(type(each), any -> new long[4]), each);
      accounts.add(new JsonObject()
          .put("account", each.account().value())
          .put("type", type(each).wireName())
          .put("name", names.get(each.account().value()))
          .mergeIn(json(each.opening(), each.debits(), each.credits(), each.closing())));
    }
    JsonArray byType = new JsonArray();
    types.forEach((type, four) -> byType.add(new JsonObject()
        .put("type", type.wireName())
        .mergeIn(json(four[0], four[1], four[2], four[3]))));
    return new JsonObject()
        .put("from", period.from().toString())
        .put("until", period.until().toString())
        .put("treeSize", size)
        .put("types", byType)
        .put("accounts", accounts)
        .put("total", json(all[0], all[1], all[2], all[3]));
  }

  private static void add(long[] four, AccountSums each) {
    four[0] += each.opening();
    four[1] += each.debits();
    four[2] += each.credits();
    four[3] += each.closing();
  }

  private static JsonObject json(long opening, long debits, long credits, long closing) {
    return new JsonObject()
        .put("opening", opening)
        .put("debits", debits)
        .put("credits", credits)
        .put("closing", closing);
  }

  private String csv(List<AccountSums> sums, Map<String, String> names) {
    int scale = directory.genesis().map(Order.Genesis::scale).orElse(2);
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row("account", "type", "name", "opening", "debits", "credits", "closing"));
    for (AccountSums each : sums) {
      text.append(Csv.row(
          each.account().value(),
          type(each).wireName(),
          Csv.text(names.getOrDefault(each.account().value(), "")),
          Csv.decimal(each.opening(), scale),
          Csv.decimal(each.debits(), scale),
          Csv.decimal(each.credits(), scale),
          Csv.decimal(each.closing(), scale)));
    }
    return text.toString();
  }
}
