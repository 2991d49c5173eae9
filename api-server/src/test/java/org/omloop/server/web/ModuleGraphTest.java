package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
  private static final ImportMap LIBRARY = ImportMap.merge(
      List.of(new JsonObject().put("imports", new JsonObject().put("lib", "/_static/lib.js"))));

  @Test
  void importsAreFollowedToTheirEndEachOnce() {
    ModuleGraph graph = graph(Map.of(
        "/web/start/page.js", "import { a,\n  b } from '../kit/a.js';\nimport 'lib';",
        "/web/kit/a.js", "export * from './b.js';import\"lib\"",
        "/web/kit/b.js", "import '../start/page.js';",
        "/_static/lib.js", "export default 1;"));
    assertEquals(
        List.of("/web/start/page.js", "/web/kit/a.js", "/_static/lib.js", "/web/kit/b.js"),
        List.copyOf(graph.reachableFrom("/web/start/page.js")));
  }

  @Test
  void whatIsLoadedOnDemandIsNotLoadedAtOnce() {
    ModuleGraph graph = graph(Map.of("/web/a.js", "const later = import('./later.js');"));
    assertEquals(List.of("/web/a.js"), List.copyOf(graph.reachableFrom("/web/a.js")));
  }

  @Test
  void aTextThatIsFromOrImportIsNoImport() {
    ModuleGraph graph = graph(Map.of("/web/a.js", "const sides = ['from', 'to', \"import\", ''];"));
    assertEquals(List.of("/web/a.js"), List.copyOf(graph.reachableFrom("/web/a.js")));
  }

  @Test
  void aMissingModuleStopsTheServerAndNotTheVisitor() {
    ModuleGraph missing = graph(Map.of("/web/a.js", "import './b.js';"));
    ModuleGraph unknown = graph(Map.of("/web/a.js", "import 'unheard-of';"));
    assertThrows(IllegalStateException.class, () -> missing.reachableFrom("/web/a.js"));
    assertThrows(IllegalStateException.class, () -> unknown.reachableFrom("/web/a.js"));
  }

  private static ModuleGraph graph(Map<String, String> modules) {
    return new ModuleGraph(LIBRARY, path -> Optional.ofNullable(modules.get(path)));
  }
}
