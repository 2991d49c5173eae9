package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportMapTest {
  private static final JsonObject LIT = map("lit", "/_static/lit/3/index.js");
  private static final JsonObject LIT_FOLDER = map("lit/", "/_static/lit/3/");

  @Test
  void theOrderOfTheLibrariesDoesNotChangeTheMap() {
    assertEquals(
        ImportMap.merge(List.of(LIT, LIT_FOLDER)).policyHash(),
        ImportMap.merge(List.of(LIT_FOLDER, LIT)).policyHash());
  }

  @Test
  void theHashIsThatOfTheTextBetweenTheTags() {
    ImportMap map = ImportMap.merge(List.of(map("a", "/_static/a.js")));
    assertEquals("{\"imports\":{\"a\":\"/_static/a.js\"}}", map.json());
    // printf '%s' '{"imports":{"a":"/_static/a.js"}}' | openssl sha256 -binary | base64
    assertEquals("sha256-RIfPSMF7oKrVFuyioKFxn6mTZwrSSToVXMk81oh29aA=", map.policyHash());
  }

  @Test
  void twoFilesForOneNameAreRefused() {
    JsonObject other = map("lit", "/_static/lit/2/index.js");
    assertThrows(IllegalStateException.class, () -> ImportMap.merge(List.of(LIT, other)));
  }

  @Test
  void aNameIsFoundItselfBeforeItsFolder() {
    JsonObject deeper = map("lit/directives/", "/_static/directives/");
    ImportMap map = ImportMap.merge(List.of(LIT, LIT_FOLDER, deeper));
    assertEquals(Optional.of("/_static/lit/3/index.js"), map.resolve("lit"));
    assertEquals(Optional.of("/_static/lit/3/html.js"), map.resolve("lit/html.js"));
    assertEquals(
        Optional.of("/_static/directives/keyed.js"), map.resolve("lit/directives/keyed.js"));
    assertEquals(Optional.empty(), map.resolve("literal"));
  }

  private static JsonObject map(String name, String path) {
    return new JsonObject().put("imports", new JsonObject().put(name, path));
  }
}
