package org.omloop.server.postgres.embedded;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kind of machine, in the words of the archives that hold PostgreSQL's programs. */
record Platform(String system, String processor) {
  private static final Map<String, String> PROCESSORS =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

  /** The machine we run on; empty if no PostgreSQL is built for it. */
  static Optional<Platform> current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Optional<Platform> of(String osName, String osArch) {
    return Optional.ofNullable(PROCESSORS.get(osArch.toLowerCase(Locale.ROOT)))
        .flatMap(processor -> system(osName).map(system -> new Platform(system, processor)))
        .filter(platform -> !platform.equals(new Platform("windows", "arm_64")));
  }

  private static Optional<String> system(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return Optional.of("linux");
    }
    if (name.startsWith("mac")) {
      return Optional.of("darwin");
    }
    return name.startsWith("windows") ? Optional.of("windows") : Optional.empty();
  }

  /** Name of the archive on the class path. */
  String archive() {
    return "/postgres-" + system + "-" + processor + ".txz";
  }

  boolean isWindows() {
    return system.equals("windows");
  }

  boolean isLinux() {
    return system.equals("linux");
  }

  @Override
  public String toString() {
    return system + "-" + processor;
  }
}
