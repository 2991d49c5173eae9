package org.omloop.server.http.circulation;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.omloop.ledger.circulation.catalogue.Catalogue;
import org.omloop.ledger.circulation.catalogue.Indicator;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.period.PeriodReport;

/** The catalogue of indicators as JSON; it is the same for as long as the program runs. */
public final class IndicatorsJson {
  public static final Buffer TEXT = new JsonObject()
      .put("version", PeriodReport.VERSION)
      .put(
          "indicators",
          new JsonArray(Catalogue.all().stream().map(IndicatorsJson::of).toList()))
      .toBuffer();

  private IndicatorsJson() {}

  private static JsonObject of(Indicator indicator) {
    return new JsonObject()
        .put("id", indicator.id())
        .put("name", text(indicator.name()))
        .put("headline", indicator.isHeadline())
        .put("traced", indicator.isTraced())
        .put("formula", text(indicator.formula()))
        .put("unit", indicator.unit())
        .put("pitfall", text(indicator.pitfall()))
        .put("source", indicator.source())
        .put("version", indicator.version());
  }

  private static JsonObject text(Text text) {
    return new JsonObject().put("nl", text.nl()).put("en", text.en());
  }
}
