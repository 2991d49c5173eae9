package org.omloop.server.postgres.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** Reads what PostgreSQL's programs said when they failed, and says in one line what to do about it. */
final class StartFailure {
  private static final Pattern OTHER_VERSION = Pattern.compile(
      "initialized by PostgreSQL version (\\d+)\\S*, which is not compatible with this version (\\d+)");
  private static final Pattern SEVERE = Pattern.compile(".*?((?:FATAL|PANIC|error|pg_ctl): .*)");

  private static final List<String> DISK_FULL = List.of(
      "No space left on device",
      "not enough space on the disk",
      "Check free disk space",
      "Disk quota exceeded");
  private static final List<String> NOT_ALLOWED = List.of(
      "Permission denied",
      "has wrong ownership",
      "has invalid permissions",
      "Read-only file system");
  private static final List<String> DAMAGED = List.of(
      "is not a database cluster directory",
      "could not find the database system",
      "No such file or directory",
      "does not exist",
      "is not a valid data directory",
      "control file",
      "checkpoint record",
      "Input/output error",
      "invalid page");
  /** Held by a server that is just ending, or taken by a stranger between choosing a port and using it. */
  private static final List<String> PASSING = List.of(
      "is still in use",
      "lock file \"postmaster.pid\" already exists",
      "Address already in use",
      "could not bind");

  private StartFailure() {}

  /** Whether another try, a moment later, may well succeed. */
  static boolean isPassing(String output) {
    return mentions(output, PASSING);
  }

  /**
   * The failure in one line.
   *
   * @param folder the folder concerned
   * @param output whatever the programs wrote, any number of lines
   */
  static DatabaseUnavailable explain(Path folder, String output) {
    Matcher version = OTHER_VERSION.matcher(output);
    if (version.find()) {
      return otherVersion(
          folder, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    }
    if (mentions(output, DISK_FULL)) {
      return new DatabaseUnavailable(
          "the disk that holds " + folder + " is full; make room and start again");
    }
    if (mentions(output, NOT_ALLOWED)) {
      return new DatabaseUnavailable("PostgreSQL may not use " + folder + " (" + severest(output)
          + "); give the folder to the user that runs omloop, or choose another with --data");
    }
    if (mentions(output, DAMAGED)) {
      return new DatabaseUnavailable("database folder " + folder + " is damaged ("
          + severest(output) + "); restore it from a backup");
    }
    return new DatabaseUnavailable(
        "PostgreSQL does not start in " + folder + ": " + severest(output));
  }

  private static DatabaseUnavailable otherVersion(Path folder, int found, int ours) {
    String what = "database folder " + folder + " was made by PostgreSQL " + found
        + ", this omloop has " + ours;
    return new DatabaseUnavailable(
        found > ours
            ? what + "; install the newer omloop that made it"
            : what + "; move it over as docs/operators.md says under Upgrade");
  }

  private static boolean mentions(String output, List<String> phrases) {
    return phrases.stream().anyMatch(output::contains);
  }

  /** The first line that calls itself fatal, or else the last line. */
  private static String severest(String output) {
    List<String> lines = Arrays.stream(output.split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
    return lines.stream()
        .map(SEVERE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse(lines.isEmpty() ? "no message" : lines.get(lines.size() - 1));
  }
}
