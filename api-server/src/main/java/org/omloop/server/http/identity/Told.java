package org.omloop.server.http.identity;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** Bodies about people. What is wrong with one is said without what was given: faults end in logs. */
public final class Told {
  private Told() {}

  /** Reads an object; throws a {@link Problem} that names every member that is not known. */
  public static JsonObject object(Buffer body, Set<String> known) {
    JsonObject json;
    try {
      json = new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("", "malformed", "must be a JSON object"));
    }
    known(json, known, "");
    return json;
  }

  /** Throws a {@link Problem} that names every member of an object that is not known. */
  static void known(JsonObject json, Set<String> known, String place) {
    List<InvalidPart> unknown = json.fieldNames().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .map(name -> InvalidPart.inBody(
            place + "/" + name.replace("~", "~0").replace("/", "~1"),
            "unknown",
            "is not known here"))
        .toList();
    if (!unknown.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, unknown);
    }
  }

  /** Returns a member that must be a text. */
  public static String text(JsonObject json, String name) {
    if (json.getValue(name) instanceof String text) {
      return text;
    }
    throw Problem.of(
        ProblemType.MALFORMED_REQUEST,
        InvalidPart.inBody("/" + name, "malformed", "must be a text"));
  }
}
