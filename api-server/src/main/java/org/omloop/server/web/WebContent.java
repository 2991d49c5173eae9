package org.omloop.server.web;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All the server hands to browsers: pages by their address, files by their path. Immutable and
 * thread-safe.
 *
 * @param importMap where pages find the libraries' modules
 * @param edition names this state of our own files, and is part of their paths
 * @param files path as requested to file: {@code /web/<edition>/…} ours, {@code /_static/…} the
 *     libraries', whose paths carry their version
 * @param pages address to page
 */
record WebContent(
    ImportMap importMap,
    String edition,
    Map<String, StaticFile> files,
    Map<String, StaticFile> pages) {
  static final String OWN = "/web/";
  static final String LIBRARIES = "/_static/";

  private static final String LIBRARY_FOLDER = "META-INF/resources" + LIBRARIES;
  private static final String LIBRARY_MAP = "META-INF/importmap.json";

  WebContent {
    files = Map.copyOf(files);
    pages = Map.copyOf(pages);
  }

  /**
   * Everything as the jars on the class path have it.
   *
   * @param addresses address of each page to the file it is made from
   */
  static WebContent fromClassPath(ClassLoader loader, Map<String, String> addresses) {
    return assemble(
        loader, ResourceFolder.onClassPath(loader, "web/", "web/", path -> true), addresses);
  }

  /** Our own files from folders on disk, the libraries' from the class path. */
  static WebContent fromDisk(
      ClassLoader loader, List<Path> folders, Map<String, String> addresses) {
    return assemble(loader, ResourceFolder.onDisk(folders), addresses);
  }

  private static WebContent assemble(
      ClassLoader loader, SortedMap<String, byte[]> own, Map<String, String> addresses) {
    String edition = edition(own);
    ImportMap importMap = ImportMap.merge(libraryMaps(loader));
    Map<String, StaticFile> files = new HashMap<>();
    libraries(loader).forEach((path, bytes) -> put(files, LIBRARIES + path, bytes));
    own.forEach((path, bytes) -> put(files, OWN + edition + "/" + path, bytes));
    PageTemplate template = new PageTemplate(importMap, edition, files);
    Map<String, StaticFile> pages = new HashMap<>();
    addresses.forEach((address, path) -> pages.put(address, template.page(path, own.get(path))));
    OfflineShell shell = new OfflineShell(importMap, edition, files);
    files.put(OfflineShell.ADDRESS, shell.worker(own.get(OfflineShell.SOURCE)));
    return new WebContent(importMap, edition, files, pages);
  }

  /** The file at a path; a path of an older edition finds what has taken the file's place. */
  Optional<StaticFile> file(String path) {
    return Optional.ofNullable(files.get(path)).or(() -> successor(path));
  }

  private Optional<StaticFile> successor(String path) {
    int end = path.indexOf('/', OWN.length());
    if (!path.startsWith(OWN) || end < 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(files.get(OWN + edition + path.substring(end)));
  }

  /** Whether the bytes at this path will never be others. */
  boolean isLasting(String path) {
    return files.containsKey(path);
  }

  private static void put(Map<String, StaticFile> files, String path, byte[] bytes) {
    MediaType.of(path)
        .filter(type -> type != MediaType.HTML)
        .ifPresent(type -> files.put(path, StaticFile.of(type, bytes)));
  }

  private static String edition(SortedMap<String, byte[]> own) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    own.forEach((path, bytes) -> {
      all.writeBytes((path + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
      all.writeBytes(bytes);
    });
    return Sha256.shortHex(all.toByteArray());
  }

  private static SortedMap<String, byte[]> libraries(ClassLoader loader) {
    return ResourceFolder.onClassPath(
        loader, LIBRARY_MAP, LIBRARY_FOLDER, WebContent::isForBrowsers);
  }

  /**
   * Libraries also bring their sources for debugging and for servers; no page of ours asks for those. ECharts brings itself
   * in twelve forms, and one of them is asked for (docs/adr/0038).
   */
  private static boolean isForBrowsers(String path) {
    return path.startsWith("echarts/")
        ? path.endsWith("/dist/echarts.esm.min.mjs")
        : !path.contains("/development/") && !path.contains("/node/");
  }

  private static List<JsonObject> libraryMaps(ClassLoader loader) {
    List<JsonObject> maps = new ArrayList<>();
    try {
      for (URL map : Collections.list(loader.getResources(LIBRARY_MAP))) {
        try (InputStream content = map.openStream()) {
          maps.add(new JsonObject(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + LIBRARY_MAP, e);
    }
    return maps;
  }
}
