package org.omloop.server.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  WebContent {
    files = Map.copyOf(files);
    pages = Map.copyOf(pages);
  }

  /**
   * Our own files as the jars on the class path have them.
   *
   * @param addresses address of each page to the file it is made from
   */
  static WebContent fromClassPath(
      Libraries libraries, ClassLoader loader, Map<String, String> addresses) {
    return assemble(
        libraries, ResourceFolder.onClassPath(loader, "web/", "web/", path -> true), addresses);
  }

  /** Our own files from folders on disk. */
  static WebContent fromDisk(
      Libraries libraries, List<Path> folders, Map<String, String> addresses) {
    return assemble(libraries, ResourceFolder.onDisk(folders), addresses);
  }

  private static WebContent assemble(
      Libraries libraries, SortedMap<String, byte[]> own, Map<String, String> addresses) {
    String edition = edition(own);
    ImportMap importMap = libraries.importMap();
    Map<String, StaticFile> files = new HashMap<>(libraries.files());
    own.forEach((path, bytes) -> put(files, OWN + edition + "/" + path, bytes));
    ModuleGraph modules = new ModuleGraph(
        importMap,
        path -> Optional.ofNullable(files.get(path)).map(StaticFile::plain).map(Buffer::toString));
    PageTemplate template = new PageTemplate(importMap, edition, modules);
    Map<String, StaticFile> pages = new HashMap<>();
    addresses.forEach((address, path) -> pages.put(address, template.page(path, own.get(path))));
    OfflineShell shell = new OfflineShell(edition, Set.copyOf(files.keySet()), modules);
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
}
