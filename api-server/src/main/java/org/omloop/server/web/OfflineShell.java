package org.omloop.server.web;

import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The service worker, with the list of what it keeps on a device: every file of the members' app and the libraries that
 * it imports.
 *
 * @param files the paths of all files, as served
 * @param modules finds what each of them imports
 */
record OfflineShell(String edition, Set<String> files, ModuleGraph modules) {
  /** Served from the root, as a worker speaks for the addresses below its own. */
  static final String ADDRESS = "/service-worker.js";

  static final String SOURCE = "kit/service-worker.js";
  private static final Set<String> FACES = Set.of("kit/", "till/", "wallet/", "join/");
  private static final String EDITION_GOES_HERE = "const EDITION = '';";
  private static final String SHELL_GOES_HERE = "const SHELL = [];";

  /** Returns the worker's script. */
  StaticFile worker(byte @Nullable [] source) {
    String text = source == null ? "" : new String(source, StandardCharsets.UTF_8);
    if (!text.contains(EDITION_GOES_HERE) || !text.contains(SHELL_GOES_HERE)) {
      throw new IllegalStateException("No place for the shell in web/" + SOURCE);
    }
    String worker = text.replace(EDITION_GOES_HERE, "const EDITION = '" + edition + "';")
        .replace(
            SHELL_GOES_HERE, "const SHELL = " + new JsonArray(paths().stream().toList()) + ";");
    return StaticFile.of(MediaType.SCRIPT, worker.getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    String own = WebContent.OWN + edition + "/";
    files.stream()
        .filter(path -> FACES.stream().anyMatch(face -> path.startsWith(own + face)))
        .filter(path -> !path.endsWith(SOURCE))
        .forEach(path -> {
          paths.add(path);
          if (path.endsWith(".js")) {
            paths.addAll(modules.reachableFrom(path));
          }
        });
    return paths;
  }
}
