package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** PostgreSQL's programs, unpacked and ready to run. */
record PostgresPrograms(Path folder, Platform platform) {
  private static final String USE_YOUR_OWN =
      "; use a PostgreSQL of your own with OMLOOP_DATABASE_URL";

  /**
   * The programs for this machine, unpacked into the first cache folder that can be written.
   *
   * @param besideData where to unpack when no cache folder can be written
   */
  static PostgresPrograms unpacked(boolean isRoot, Path besideData) {
    Platform platform = Platform.current()
        .orElseThrow(() -> new DatabaseUnavailable(
            "there is no embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch") + USE_YOUR_OWN));
    URL archive = PostgresPrograms.class.getResource(platform.archive());
    if (archive == null) {
      throw new DatabaseUnavailable(
          "this omloop was packed without an embedded PostgreSQL for " + platform + USE_YOUR_OWN);
    }
    Path cache = usableCache(ProgramCache.candidates(
        platform, isRoot, System.getenv(), System.getProperty("user.home"), besideData));
    try {
      return new PostgresPrograms(new ProgramArchive(archive).unpackedIn(cache), platform);
    } catch (IOException e) {
      throw StartFailure.explain(cache, "PostgreSQL could not be unpacked: " + e.getMessage());
    }
  }

  private static Path usableCache(List<Path> candidates) {
    return candidates.stream()
        .filter(ProgramCache::isUsable)
        .findFirst()
        .orElseThrow(() -> new DatabaseUnavailable(
            "PostgreSQL cannot be unpacked: no permission to write in any of " + candidates));
  }

  /** The path of one program. */
  String program(String name) {
    return folder
        .resolve("bin")
        .resolve(platform.isWindows() ? name + ".exe" : name)
        .toString();
  }
}
