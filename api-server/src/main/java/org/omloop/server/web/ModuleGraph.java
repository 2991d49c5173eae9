package org.omloop.server.web;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which modules a page will load, found by following the import statements. A page that names them
 * all at once spares the browser one round trip for each step from import to import.
 *
 * @param importMap resolves imports by name
 * @param source the text of the module at a path; empty if there is none
 */
record ModuleGraph(ImportMap importMap, Function<String, Optional<String>> source) {
  /**
   * {@code import … from "x"}, {@code import "x"}, {@code export … from "x"}; not {@code import("x")}, and not a text that is
   * {@code "from"} itself.
   */
  private static final Pattern STATIC_IMPORT =
      Pattern.compile("(?<![\"'])(?:\\bfrom|\\bimport)\\s*[\"']([^\"'\\n]+)[\"']");

  /**
   * The paths of the entry and of all it imports, each once, the nearest first.
   *
   * @throws IllegalStateException if a module imports what is not there: the page could not start
   */
  Set<String> reachableFrom(String entry) {
    Set<String> reached = new LinkedHashSet<>(List.of(entry));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      for (String path : importsOf(next.remove())) {
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
