package org.omloop.server.http.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Problems as JSON (RFC 9457). */
public final class ProblemText {
  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemText() {}

  /**
   * Writes a problem.
   *
   * @param instance what it is about
   */
  public static Buffer of(Problem problem, Language language, String instance) {
    String name = problem.type().wireName();
    JsonObject body = new JsonObject()
        .put("type", "/problems/" + name)
        .put("title", Sentences.all().title(name, language))
        .put("status", problem.type().status())
        .put("detail", Sentences.all().detail(name, language))
        .put("instance", instance);
    if (!problem.errors().isEmpty()) {
      body.put(
          "errors",
          new JsonArray(problem.errors().stream().map(InvalidPart::json).toList()));
    }
    problem.index().ifPresent(index -> body.put("index", index));
    problem.waiting().ifPresent(key -> body.put("account", key.account())
        .put("activeFrom", key.from().toString()));
    return body.toBuffer();
  }
}
