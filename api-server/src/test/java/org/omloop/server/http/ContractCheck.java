package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import java.net.http.HttpResponse;
import java.util.Map;
import org.omloop.server.http.contract.Contract;

/** Holds answers against the contract: status, headers, media type, and the body's schema. */
final class ContractCheck {
  private static final String BASE = "app://contract/";
  private static final JsonObject DOCUMENT = Contract.read().text().toJsonObject();

  private final SchemaRepository schemas = SchemaRepository.create(new JsonSchemaOptions()
      .setDraft(Draft.DRAFT202012)
      .setBaseUri(BASE)
      .setOutputFormat(OutputFormat.Basic));

  ContractCheck() {
    schemas.dereference(BASE + "openapi", JsonSchema.of(DOCUMENT.copy()));
  }

  /** Fails unless the contract says that the operation may answer so. */
  void assertFits(String operation, HttpResponse<?> answer, String body) {
    String what = operation + " answered " + answer.statusCode() + " " + body;
    JsonObject response = response(operation, answer.statusCode());
    assertNotNull(response, what + ", which the contract does not name");
    assertHeaders(answer, what);
    JsonObject content = response.getJsonObject("content", new JsonObject());
    if (content.isEmpty()) {
      assertEquals("", body, what);
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    assertTrue(content.containsKey(type), what + " as " + type);
    if (type.endsWith("json")) {
      assertValid(content.getJsonObject(type).getJsonObject("schema"), body, what);
    }
  }

  private static void assertHeaders(HttpResponse<?> answer, String what) {
    Map<String, String> expected = Map.of(
        "API-Version", DOCUMENT.getJsonObject("info").getString("version"),
        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "no-referrer");
    expected.forEach((name, value) ->
        assertEquals(value, answer.headers().firstValue(name).orElse(""), what + ": " + name));
    String cache = answer.headers().firstValue("Cache-Control").orElse("");
    boolean open = answer
        .headers()
        .firstValue("Access-Control-Allow-Origin")
        .filter("*"::equals)
        .isPresent();
    assertTrue(cache.equals("no-store") || open, what + ": only what is open may be kept");
  }

  private void assertValid(JsonObject schema, String body, String what) {
    String reference = schema.getString("$ref");
    JsonObject absolute =
        reference == null ? schema : new JsonObject().put("$ref", BASE + "openapi" + reference);
    OutputUnit verdict = schemas.validator(JsonSchema.of(absolute)).validate(new JsonObject(body));
    assertTrue(verdict.getValid(), what + ": " + verdict.getErrors());
  }

  private static JsonObject response(String id, int status) {
    JsonObject responses = DOCUMENT.getJsonObject("paths").stream()
        .flatMap(path -> ((JsonObject) path.getValue()).stream())
        .filter(member -> member.getValue() instanceof JsonObject operation
            && id.equals(operation.getString("operationId")))
        .map(member -> ((JsonObject) member.getValue()).getJsonObject("responses"))
        .findFirst()
        .orElseThrow();
    JsonObject response = responses.getJsonObject(Integer.toString(status));
    return response != null && response.containsKey("$ref")
        ? DOCUMENT
            .getJsonObject("components")
            .getJsonObject("responses")
            .getJsonObject(response.getString("$ref").replaceAll(".*/", ""))
        : response;
  }
}
