package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where unpacked programs are kept: the machine's cache folder for root, the user's for anyone else, and beside the data
 * where neither can be written.
 */
final class ProgramCache {
  private ProgramCache() {}

  /** The folders to try, best first. */
  static List<Path> candidates(
      Platform platform,
      boolean isRoot,
      Map<String, String> environment,
      String userHome,
      Path besideData) {
    return Stream.concat(
            cacheHome(platform, isRoot, environment, userHome)
                .map(home -> home.resolve("omloop"))
                .stream(),
            Stream.of(besideData))
        .toList();
  }

  private static Optional<Path> cacheHome(
      Platform platform, boolean isRoot, Map<String, String> environment, String userHome) {
    if (platform.isWindows()) {
      return folder(environment.getOrDefault("LOCALAPPDATA", ""));
    }
    if (!platform.isLinux()) {
      return folder(userHome).map(home -> home.resolve("Library").resolve("Caches"));
    }
    if (isRoot) {
      // Not root's home: PostgreSQL may have to run as another user, who cannot look in there.
      return folder("/var/cache");
    }
    return folder(environment.getOrDefault("XDG_CACHE_HOME", ""))
        .or(() -> folder(userHome).map(home -> home.resolve(".cache")));
  }

  private static Optional<Path> folder(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether programs can be unpacked here. */
  static boolean isUsable(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }
}
