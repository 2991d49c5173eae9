package org.omloop.server.http.contract;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One operation of the contract.
 *
 * @param id its operationId
 * @param method how it is called
 * @param path its address, parameters in braces
 * @param parameters what it takes beside a body
 * @param consumes the media types of its body; empty: it takes none
 * @param produces the media types of a good answer; empty: it answers without a body
 * @param orders the types of order it takes
 * @param rights who may call it, one of which is enough
 */
public record Operation(
    String id,
    HttpMethod method,
    String path,
    List<Parameter> parameters,
    Set<String> consumes,
    Set<String> produces,
    Set<String> orders,
    Set<String> rights) {
  static Operation read(String method, String path, JsonObject json) {
    JsonObject body = json.getJsonObject("requestBody", new JsonObject());
    return new Operation(
        json.getString("operationId"),
        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        path,
        json.getJsonArray("parameters").stream()
            .map(each -> Parameter.read((JsonObject) each))
            .toList(),
        Set.copyOf(body.getJsonObject("content", new JsonObject()).fieldNames()),
        produces(json.getJsonObject("responses")),
        texts(json.getJsonArray("x-omloop-orders", new JsonArray())),
        texts(json.getJsonArray("x-omloop-rights")));
  }

  /** Returns the address as the router writes it: parameters after a colon, the one that may hold slashes as a star. */
  public String routePath() {
    return path.replace("{" + Parameter.REST + "}", "*").replaceAll("\\{(\\w+)}", ":$1");
  }

  private static Set<String> produces(JsonObject responses) {
    Set<String> types = new TreeSet<>();
    responses.fieldNames().stream()
        .filter(status -> status.startsWith("2"))
        .map(responses::getJsonObject)
        .forEach(response ->
            types.addAll(response.getJsonObject("content", new JsonObject()).fieldNames()));
    return Set.copyOf(types);
  }

  private static Set<String> texts(JsonArray array) {
    return array.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }
}
