package org.omloop.server.http.area;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.server.areas.Areas;
import org.omloop.server.http.guard.ResponseHeaders;
import org.omloop.server.web.Gzip;
import org.omloop.server.web.KnownTag;

/** The names of areas and their map, for everybody, from what was read at the start. Thread-safe. */
public final class AreaHandlers {
  private static final String HOUR = "public, max-age=3600";
  private static final int NOT_MODIFIED = 304;

  /** What one address gives, plain and compressed. */
  private record Content(String type, Buffer plain, Buffer compressed, String tag) {
    static Content of(String type, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Content(
          type, Buffer.buffer(bytes), Gzip.of(bytes), Hash.leaf(bytes).toString());
    }
  }

  private final Content names;
  private final Content map;

  /** Makes both answers, once. */
  public AreaHandlers(Areas areas) {
    JsonArray named = new JsonArray();
    areas
        .named()
        .forEach(
            each -> named.add(new JsonObject().put("code", each.code()).put("name", each.name())));
    names = Content.of("application/json", new JsonObject().put("areas", named).encode());
    map = Content.of("application/geo+json", areas.map());
  }

  /** {@code GET /v1/areas}. */
  public void list(RoutingContext context) {
    answer(names, context);
  }

  /** {@code GET /v1/areas/map}. */
  public void map(RoutingContext context) {
    answer(map, context);
  }

  private static void answer(Content content, RoutingContext context) {
    boolean isCompressed = Gzip.isTaken(context);
    String tag = "\"" + content.tag() + (isCompressed ? "-gzip\"" : "\"");
    ResponseHeaders.openToAll(context);
    HttpServerResponse response = context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, HOUR)
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .putHeader(HttpHeaders.ETAG, tag);
    if (KnownTag.isNamed(tag, context)) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, content.type());
    if (isCompressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.end(isCompressed ? content.compressed() : content.plain());
  }
}
