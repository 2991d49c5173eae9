package org.omloop.server.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Other people's modules, as their jars bring them. They never change while a server runs. Immutable and thread-safe.
 *
 * @param importMap where pages find them by name
 * @param files path as requested, which carries the library's version, to file
 */
record Libraries(ImportMap importMap, Map<String, StaticFile> files) {
  static final String PATH = "/_static/";

  private static final String FOLDER = "META-INF/resources" + PATH;
  private static final String MAP = "META-INF/importmap.json";

  Libraries {
    files = Map.copyOf(files);
  }

  static Libraries onClassPath(ClassLoader loader) {
    Map<String, StaticFile> files = new HashMap<>();
    ResourceFolder.onClassPath(loader, MAP, FOLDER, Libraries::isForBrowsers)
        .forEach((path, bytes) -> MediaType.of(path)
            .filter(type -> type != MediaType.HTML)
            .ifPresent(type -> files.put(PATH + path, StaticFile.of(type, bytes))));
    return new Libraries(ImportMap.merge(maps(loader)), files);
  }

  /**
   * Libraries also bring their sources for debugging and for servers; no page of ours asks for those. ECharts brings itself
   * in many forms, and one of them is asked for (docs/adr/0038).
   */
  private static boolean isForBrowsers(String path) {
    return path.startsWith("echarts/")
        ? path.endsWith("/dist/echarts.esm.min.mjs")
        : !path.contains("/development/") && !path.contains("/node/");
  }

  private static List<JsonObject> maps(ClassLoader loader) {
    List<JsonObject> maps = new ArrayList<>();
    try {
      for (URL map : Collections.list(loader.getResources(MAP))) {
        try (InputStream content = map.openStream()) {
          maps.add(new JsonObject(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + MAP, e);
    }
    return maps;
  }
}
