package org.omloop.server.web;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the browser finds a module that is imported by name, such as {@code lit}. It stands inline
 * in every page, hence its hash in the pages' policy. Immutable and thread-safe.
 *
 * <p>Source: the HTML standard, "Import maps"; each library's jar brings its own part as {@code
 * META-INF/importmap.json}.
 *
 * @param imports name, or prefix ending in a slash, to the path it is served at; sorted, so that
 *     the same libraries always give the same hash
 */
record ImportMap(SortedMap<String, String> imports) {

  ImportMap {
    imports = new TreeMap<>(imports);
  }

  /**
   * Lays the libraries' maps together.
   *
   * @throws IllegalStateException if two libraries claim one name for different files
   */
  static ImportMap merge(List<JsonObject> maps) {
    SortedMap<String, String> merged = new TreeMap<>();
    for (JsonObject map : maps) {
      for (Map.Entry<String, Object> entry : map.getJsonObject("imports")) {
        String path = entry.getValue().toString();
        String before = merged.put(entry.getKey(), path);
        if (before != null && !before.equals(path)) {
          throw new IllegalStateException(
              "Module " + entry.getKey() + " is both " + before + " and " + path);
        }
      }
    }
    return new ImportMap(merged);
  }

  /** The path of a module imported by name: the name itself, else the longest prefix of it. */
  Optional<String> resolve(String name) {
    if (imports.containsKey(name)) {
      return Optional.ofNullable(imports.get(name));
    }
    return imports.keySet().stream()
        .filter(key -> key.endsWith("/") && name.startsWith(key))
        .max((one, other) -> Integer.compare(one.length(), other.length()))
        .map(prefix -> imports.get(prefix) + name.substring(prefix.length()));
  }

  /** The text that stands between the script tags. */
  String json() {
    JsonObject entries = new JsonObject();
    imports.forEach(entries::put);
    return new JsonObject().put("imports", entries).encode();
  }

  /** The map's name in a policy's {@code script-src}, without the quotes. */
  String policyHash() {
    return "sha256-" + Sha256.base64(json().getBytes(StandardCharsets.UTF_8));
  }
}
