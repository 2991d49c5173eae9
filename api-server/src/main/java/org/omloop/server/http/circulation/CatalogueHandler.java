package org.omloop.server.http.circulation;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.circulation.Edition;
import org.omloop.server.circulation.KnownPeriod;
import org.omloop.server.circulation.LiveCirculation;
import org.omloop.server.http.guard.OwnAddress;
import org.omloop.server.http.guard.ResponseHeaders;

/** {@code GET /v1/circulation/catalogue}: the open data there is. Thread-safe. */
public final class CatalogueHandler implements Handler<RoutingContext> {
  private final LiveCirculation circulation;

  public CatalogueHandler(LiveCirculation circulation) {
    this.circulation = circulation;
  }

  @Override
  public void handle(RoutingContext context) {
    String address = OwnAddress.of(context);
    Measuring.of(circulation.periods().compose(periods -> catalogue(address, periods)))
        .onSuccess(catalogue -> {
          ResponseHeaders.openToAll(context);
          context
              .response()
              .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
              .putHeader(HttpHeaders.CONTENT_TYPE, DataCatalogue.MEDIA_TYPE)
              .end(catalogue.json().toBuffer());
        })
        .onFailure(context::fail);
  }

  private Future<DataCatalogue> catalogue(String address, List<KnownPeriod> periods) {
    DataCatalogue catalogue = new DataCatalogue(address);
    Future<DataCatalogue> filled = Future.succeededFuture(catalogue);
    for (KnownPeriod each : latestLast(periods)) {
      filled = filled.compose(before -> add(catalogue, each));
    }
    return filled;
  }

  /** A running month tells which tables there are while no period is over. */
  private static List<KnownPeriod> latestLast(List<KnownPeriod> periods) {
    List<KnownPeriod> told = new ArrayList<>(
        periods.stream().filter(each -> !each.editions().isEmpty()).toList());
    if (told.isEmpty()) {
      told.addAll(periods.stream().limit(1).toList());
    }
    return told;
  }

  private Future<DataCatalogue> add(DataCatalogue catalogue, KnownPeriod known) {
    Future<Void> added = Future.succeededFuture();
    for (Edition each : known.editions()) {
      added = added.compose(before -> circulation
          .report(known.period(), Tier.PUBLIC, OptionalInt.of(each.number()))
          .map(file -> {
            file.ifPresent(found -> catalogue.add(each, found));
            return null;
          }));
    }
    if (known.editions().isEmpty()) {
      added = circulation
          .report(known.period(), Tier.PUBLIC, OptionalInt.empty())
          .map(file -> {
            file.ifPresent(catalogue::add);
            return null;
          });
    }
    return added.map(done -> catalogue);
  }
}
