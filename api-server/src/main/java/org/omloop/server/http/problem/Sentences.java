package org.omloop.server.http.problem;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omloop.ledger.journal.Refusal;

/** The sentences of every kind of problem and refusal, in every language. Immutable and thread-safe. */
public final class Sentences {
  private static final Map<String, Integer> STATUSES = Arrays.stream(ProblemType.values())
      .collect(Collectors.toMap(ProblemType::wireName, ProblemType::status));
  private static final Sentences ALL = read();

  private final JsonObject byName;

  private Sentences(JsonObject byName) {
    this.byName = byName;
  }

  /** Returns the sentences that come with the server. */
  public static Sentences all() {
    return ALL;
  }

  /** Returns what kind of problem it is, in one line. */
  public String title(String name, Language language) {
    return byName.getJsonObject(name).getJsonObject("title").getString(language.tag());
  }

  /** Returns what to do now. */
  public String detail(String name, Language language) {
    return byName.getJsonObject(name).getJsonObject("detail").getString(language.tag());
  }

  /** Returns all sentences of one kind of problem, with its status. */
  public Optional<JsonObject> kind(String name) {
    return Optional.ofNullable(byName.getJsonObject(name)).map(JsonObject::copy);
  }

  /** Returns all sentences of all kinds, by name. */
  public JsonObject kinds() {
    return byName.copy();
  }

  private static Sentences read() {
    try (InputStream file = Sentences.class.getResourceAsStream("problems.json")) {
      if (file == null) {
        throw new IllegalStateException("problems.json is not on the class path");
      }
      JsonObject kinds = new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      kinds.fieldNames().forEach(name -> kinds.getJsonObject(name).put("status", status(name)));
      return new Sentences(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read problems.json", e);
    }
  }

  private static int status(String name) {
    return Optional.ofNullable(STATUSES.get(name))
        .or(() -> Refusal.named(name).map(reason -> ProblemType.REFUSED))
        .orElseThrow(() -> new IllegalStateException("no kind of problem: " + name));
  }
}
