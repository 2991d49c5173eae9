package org.omloop.server.web;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which modules a page will load, found by following the import statements. A page that names them
 * all at once spares the browser one round trip for each step from import to import.
 *
 * <p>Reads each module once, however many entries lead to it. Confined to one thread.
 */
final class ModuleGraph {
  /**
   * {@code import … from "x"}, {@code import "x"}, {@code export … from "x"}; not {@code import("x")}, and not a text that is
   * {@code "from"} itself.
   */
  private static final Pattern STATIC_IMPORT =
      Pattern.compile("(?<![\"'])(?:\\bfrom|\\bimport)\\s*[\"']([^\"'\\n]+)[\"']");

  private final ImportMap importMap;
  private final Function<String, Optional<String>> source;
  private final Map<String, List<String>> imports = new HashMap<>();

  /**
   * Makes one that has read nothing yet.
   *
   * @param importMap resolves imports by name
   * @param source the text of the module at a path; empty if there is none
   */
  ModuleGraph(ImportMap importMap, Function<String, Optional<String>> source) {
    this.importMap = importMap;
    this.source = source;
  }

  /**
   * The paths of the entry and of all it imports, each once, the nearest first.
   *
   * @throws IllegalStateException if a module imports what is not there: the page could not start
   */
  Set<String> reachableFrom(String entry) {
    Set<String> reached = new LinkedHashSet<>(List.of(entry));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      for (String path : imports.computeIfAbsent(next.remove(), this::importsOf)) {
        if (reached.add(path)) {
          next.add(path);
        }
      }
    }
    return reached;
  }

  private List<String> importsOf(String path) {
    String text =
        source.apply(path).orElseThrow(() -> new IllegalStateException("No module at " + path));
    return STATIC_IMPORT
        .matcher(text)
        .results()
        .map(found -> resolve(path, found.group(1)))
        .toList();
  }

  private String resolve(String importer, String specifier) {
    if (specifier.startsWith(".") || specifier.startsWith("/")) {
      return URI.create(importer).resolve(specifier).getPath();
    }
    return importMap
        .resolve(specifier)
        .orElseThrow(
            () -> new IllegalStateException(importer + " imports the unknown " + specifier));
  }
}
