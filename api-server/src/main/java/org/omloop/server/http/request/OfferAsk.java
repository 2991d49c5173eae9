package org.omloop.server.http.request;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omloop.ledger.payment.StickerId;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * Whom a shop wants to ask.
 *
 * @param sticker a person's own code; empty: somebody made a mistake in it, so that it is nobody's
 */
record OfferAsk(Optional<StickerId> sticker) {
  private static final String NAME = "sticker";
  private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");

  /** Reads a body; throws a {@link Problem} that names all faults. */
  static OfferAsk read(Buffer body) {
    JsonObject json = json(body);
    List<InvalidPart> faults = new ArrayList<>();
    json.fieldNames().stream()
        .filter(name -> !name.equals(NAME))
        .sorted()
        .forEach(name -> faults.add(InvalidPart.inBody(
            "/" + name.replace("~", "~0").replace("/", "~1"), "unknown", "is not known here")));
    boolean isCode =
        json.getMap().get(NAME) instanceof String text && FORM.matcher(text).matches();
    if (!isCode) {
      faults.add(InvalidPart.inBody("/" + NAME, "malformed", "must be ten symbols of a code"));
    }
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, faults);
    }
    return new OfferAsk(id(json.getString(NAME)));
  }

  private static Optional<StickerId> id(String text) {
    try {
      return Optional.of(new StickerId(text));
    } catch (IllegalArgumentException mistyped) {
      return Optional.empty();
    }
  }

  private static JsonObject json(Buffer body) {
    try {
      if (Json.decodeValue(body) instanceof JsonObject object) {
        return object;
      }
    } catch (DecodeException e) {
      // Answered as whatever else is no object.
    }
    throw Problem.of(
        ProblemType.MALFORMED_REQUEST,
        InvalidPart.inBody("", "malformed", "must be a JSON object"));
  }
}
