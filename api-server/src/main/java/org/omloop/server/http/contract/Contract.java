package org.omloop.server.http.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of {@code openapi.json}, by their ids. Immutable and thread-safe.
 *
 * <p>Read by our own hand: Vert.x's router for contracts knows no {@code application/jose}, reports one fault at a time,
 * and takes a worker thread for each request (docs/adr/0016).
 */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post");

  private final Buffer text;
  private final String version;
  private final Map<String, Operation> operations;

  private Contract(Buffer text) {
    JsonObject document = text.toJsonObject();
    this.text = text;
    this.version = document.getJsonObject("info").getString("version");
    this.operations = operations(document);
  }

  /** Reads the contract that comes with the server. Blocks for some tens of milliseconds. */
  public static Contract read() {
    try (InputStream file = Contract.class.getResourceAsStream("/openapi.json")) {
      if (file == null) {
        throw new IllegalStateException("openapi.json is not on the class path");
      }
      return new Contract(Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read openapi.json", e);
    }
  }

  /** Returns the document itself. */
  public Buffer text() {
    return text;
  }

  /** Returns the full version, for the header {@code API-Version}. */
  public String version() {
    return version;
  }

  /** Returns an operation; one that the contract does not have is a mistake of ours. */
  public Operation operation(String id) {
    return Optional.ofNullable(operations.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no operation " + id));
  }

  /** Returns all operations, in the order of the document. */
  public Collection<Operation> operations() {
    return operations.values();
  }

  private static Map<String, Operation> operations(JsonObject document) {
    String base = document.getJsonArray("servers").getJsonObject(0).getString("url");
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Map.Entry<String, Object> path : document.getJsonObject("paths")) {
      JsonObject item = (JsonObject) path.getValue();
      String prefix = item.containsKey("servers") ? "" : base;
      item.fieldNames().stream().filter(METHODS::contains).forEach(method -> {
        Operation operation = Operation.read(
            method, prefix + path.getKey(), resolved(item.getJsonObject(method), document));
        operations.put(operation.id(), operation);
      });
    }
    return java.util.Collections.unmodifiableMap(operations);
  }

  /** Puts each parameter in the place of its reference. */
  private static JsonObject resolved(JsonObject operation, JsonObject document) {
    JsonArray parameters = new JsonArray();
    for (Object each : operation.getJsonArray("parameters", new JsonArray())) {
      String name = ((JsonObject) each).getString("$ref").replace("#/components/parameters/", "");
      parameters.add(
          document.getJsonObject("components").getJsonObject("parameters").getJsonObject(name));
    }
    return operation.copy().put("parameters", parameters);
  }
}
