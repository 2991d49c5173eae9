package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, the file in which a PostgreSQL server says that a data folder is its own. Of its lines
 * the first, the process id, and the fourth, the port, are used.
 *
 * @param port 0 while the server is still starting
 */
record PostmasterFile(Path data, long processId, int port) {
  private static final int PORT_LINE = 3;

  /** The file in this data folder; empty if there is none, or it was cut short by a full disk or a crash. */
  static Optional<PostmasterFile> in(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(data));
      return lines.stream()
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,10}"))
          .map(line -> new PostmasterFile(data, Long.parseLong(line), port(lines)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static int port(List<String> lines) {
    return lines.stream()
        .skip(PORT_LINE)
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,5}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(file(data));
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /**
   * Whether the server that wrote the file still runs. After a reboot, or in a container, the process id may by now be
   * anyone's; and a killed server whose parent does not collect it stays behind as a name without a command line.
   */
  boolean isRunning() {
    return ProcessHandle.of(processId)
        .filter(ProcessHandle::isAlive)
        .filter(this::isServerOfThisFolder)
        .isPresent();
  }

  private boolean isServerOfThisFolder(ProcessHandle process) {
    return arguments(process)
        .map(words -> words.contains(data.toString()))
        // Windows shows no arguments of other processes.
        .orElseGet(() -> process
            .info()
            .command()
            .filter(file -> file.endsWith("postgres.exe"))
            .isPresent());
  }

  /** From {@code /proc} where it exists: the JDK shows nothing of a process whose program file it may not look up. */
  private static Optional<List<String>> arguments(ProcessHandle process) {
    try {
      return Optional.of(List.of(
          Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0", -1)));
    } catch (IOException e) {
      return process.info().arguments().map(List::of);
    }
  }
}
