package org.omloop.server.http.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.webhooks.AddressRule;
import org.omloop.server.webhooks.EndpointUrl;

/**
 * An endpoint as somebody asks for it.
 *
 * @param sharesSecret whether a shared secret is to sign too
 */
record WebhookAsk(String url, boolean sharesSecret) {
  private static final Set<String> KNOWN = Set.of("sharesSecret", "url");

  /** Reads a body; throws a {@link Problem} that names all faults. */
  static WebhookAsk read(Buffer body, AddressRule rule) {
    JsonObject json = json(body);
    List<InvalidPart> faults = new ArrayList<>();
    json.fieldNames().stream()
        .filter(name -> !KNOWN.contains(name))
        .sorted()
        .forEach(name -> faults.add(InvalidPart.inBody(
            "/" + name.replace("~", "~0").replace("/", "~1"), "unknown", "is not known here")));
    Object shares = json.getMap().getOrDefault("sharesSecret", false);
    if (!(shares instanceof Boolean)) {
      faults.add(InvalidPart.inBody("/sharesSecret", "malformed", "must be true or false"));
    }
    if (!(json.getMap().get("url") instanceof String url)) {
      faults.add(InvalidPart.inBody("/url", "malformed", "must be a text"));
      throw Problem.of(ProblemType.MALFORMED_REQUEST, faults);
    }
    try {
      EndpointUrl.parse(url, rule);
    } catch (IllegalArgumentException e) {
      faults.add(InvalidPart.inBody("/url", "url", String.valueOf(e.getMessage())));
    }
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, faults);
    }
    return new WebhookAsk(url, Boolean.TRUE.equals(shares));
  }

  private static JsonObject json(Buffer body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("", "malformed", "must be a JSON object"));
    }
  }
}
