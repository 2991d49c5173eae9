package org.omloop.server.http.meter;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.Order;
import org.omloop.server.circulation.Looks;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.People;
import org.omloop.server.members.MemberStore;
import org.omloop.server.meters.DayVolume;
import org.omloop.server.meters.Meter;
import org.omloop.server.meters.Meters;
import org.omloop.server.rules.PolicyHistory;

/** The legal meters, and the pack for a notification to the supervisor (docs/legal-notes.md). Thread-safe. */
public final class MeterHandlers {
  /** What counts as volume, in the order in which it is told. */
  static final List<EntryKind> KINDS = List.of(
      EntryKind.PURCHASE, EntryKind.B2B, EntryKind.WAGE, EntryKind.GIFT, EntryKind.CONTRIBUTION);

  /** Payments of twelve months at which a limited network is notified, in whole units: PSD2 art. 37(2). */
  private static final long VOLUME_LIMIT = 1_000_000;

  /** What a small issuer may have outstanding, in whole units. */
  private static final long OUTSTANDING_LIMIT = 5_000_000;

  private static final int RETRY_SECONDS = 5;

  private final Vertx vertx;
  private final Directory directory;
  private final Supplier<Meters> meters;
  private final PolicyHistory history;
  private final MemberStore members;
  private final People people;
  private final Looks looks;
  private final Clock clock;

  /**
   * Makes the handlers.
   *
   * @param people says which contracts there are, to the office alone
   * @param looks keeps who took a pack: it names organisations and their volumes
   */
  public MeterHandlers(
      Vertx vertx,
      Directory directory,
      Supplier<Meters> meters,
      PolicyHistory history,
      MemberStore members,
      People people,
      Looks looks,
      Clock clock) {
    this.vertx = vertx;
    this.directory = directory;
    this.meters = meters;
    this.history = history;
    this.members = members;
    this.people = people;
    this.looks = looks;
    this.clock = clock;
  }

  /** {@code GET /v1/meters}. */
  public void meters(RoutingContext context) {
    context.json(json(meters.get()));
  }

  private JsonObject json(Meters now) {
    long unit = unit();
    DayVolume year = now.twelveMonths(now.today());
    Network network = network();
    JsonObject volume = json(now.volume(DayVolume::amount, VOLUME_LIMIT * unit));
    KINDS.forEach(kind -> volume.put(kind.wireName(), year.amount(kind)));
    return new JsonObject()
        .put("treeSize", now.entries())
        .put("asOf", BookingText.time(now.bookedAt()))
        .put("since", now.today().minusYears(1).plusDays(1).toString())
        .put("volume", volume)
        .put(
            "purchases",
            json(now.volume(day -> day.amount(EntryKind.PURCHASE), VOLUME_LIMIT * unit)))
        .put("outstanding", json(now.outstanding(OUTSTANDING_LIMIT * unit)))
        .put("payments", year.count())
        .put("largestPayment", year.largest())
        .put("largestBalanceResident", network.largestResident())
        .put("largestBalanceOrganisation", network.largestOrganisation())
        .put("acceptors", network.acceptors().size())
        .put("instruments", network.instruments().size())
        .put("months", months(now));
  }

  private static JsonObject json(Meter meter) {
    return new JsonObject()
        .put("amount", meter.amount())
        .put("limit", meter.limit())
        .put("alert", meter.alert())
        .put("expected", meter.expected())
        .put("reachedOn", meter.reachedOn().map(LocalDate::toString).orElse(null));
  }

  private static JsonArray months(Meters now) {
    JsonArray months = new JsonArray();
    now.months().forEach((month, volume) -> {
      JsonObject json = new JsonObject()
          .put("month", month.toString())
          .put("payments", volume.count())
          .put("amount", volume.amount());
      KINDS.forEach(kind -> json.put(kind.wireName(), volume.amount(kind)));
      months.add(json);
    });
    return months;
  }

  /** {@code GET /v1/meters/pack}. */
  public void pack(RoutingContext context) {
    Meters now = meters.get();
    Language language = Language.of(context);
    Network network = network();
    Reading.of(looks.add(
            Caller.of(context).key().id(),
            clock.instant().getEpochSecond(),
            context.request().uri()))
        .compose(kept -> Reading.of(dossiers(network, context)))
        .compose(dossiers -> Reading.of(members.all())
            .compose(listed -> vertx.executeBlocking(
                () -> Buffer.buffer(new NotificationPack(
                        genesis(), now, json(now), network, listed, dossiers, history, language)
                    .zip()),
                false)))
        .onSuccess(zip -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/zip")
            .putHeader(
                "Content-Disposition",
                "attachment; filename=\"omloop-network-" + now.today() + ".zip\"")
            .end(zip))
        .onFailure(context::fail);
  }

  /** Who people are is nothing to audit. */
  private Future<Map<AccountId, Dossier>> dossiers(Network network, RoutingContext context) {
    return Caller.of(context).isOffice()
        ? people.of(network.acceptors().stream().map(Account::id).toList())
        : Future.succeededFuture(Map.of());
  }

  private Network network() {
    return Network.of(directory, clock.instant().getEpochSecond());
  }

  private Order.Genesis genesis() {
    return directory
        .genesis()
        .orElseThrow(() -> Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
  }

  /** One whole unit in minor units; a unit that is no euro is counted as one. */
  private long unit() {
    long unit = 1;
    for (int digit = 0; digit < genesis().scale(); digit++) {
      unit *= 10;
    }
    return unit;
  }
}
