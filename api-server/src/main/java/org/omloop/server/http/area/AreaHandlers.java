package org.omloop.server.http.area;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.areas.Areas;
import org.omloop.server.http.guard.ResponseHeaders;
import org.omloop.server.web.Gzip;
import org.omloop.server.web.KnownTag;

/** The names of areas, the year of their codes, and their map, for everybody. Thread-safe. */
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

  private static final Pattern YEAR = Pattern.compile("(20\\d\\d):.*");

  private final Areas areas;
  private final Supplier<Policy> policy;
  private final Clock clock;
  private final Content map;

  /** Makes the handlers, and the map once; the policy is for the year where the file tells none. */
  public AreaHandlers(Areas areas, Supplier<Policy> policy, Clock clock) {
    this.areas = areas;
    this.policy = policy;
    this.clock = clock;
    this.map = Content.of("application/geo+json", areas.map());
  }

  /** {@code GET /v1/areas}. */
  public void list(RoutingContext context) {
    JsonArray named = new JsonArray();
    areas
        .named()
        .forEach(
            each -> named.add(new JsonObject().put("code", each.code()).put("name", each.name())));
    JsonObject json = new JsonObject().put("year", year()).put("areas", named);
    answer(Content.of("application/json", json.encode()), context);
  }

  /** A code without its year is none: the file's, or the one by which the rules say who can be paid. */
  private int year() {
    return areas.year().orElseGet(() -> ofRules(policy.get())
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear()));
  }

  private static OptionalInt ofRules(Policy policy) {
    return policy
        .value(Setting.ACCEPTOR_AREAS)
        .map(value -> (List<?>) value)
        .orElse(List.of())
        .stream()
        .map(each -> YEAR.matcher((String) each))
        .filter(Matcher::matches)
        .mapToInt(match -> Integer.parseInt(match.group(1)))
        .max();
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
