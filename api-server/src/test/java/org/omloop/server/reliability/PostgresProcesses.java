package org.omloop.server.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All processes of a data folder's own PostgreSQL: the one that started, and those it has started. */
record PostgresProcesses(List<ProcessHandle> all) {
  /** Those that run now. */
  static PostgresProcesses of(Path data) {
    Path file = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
    try {
      long first = Long.parseLong(Files.readAllLines(file).get(0).strip());
      ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
      return new PostgresProcesses(
          Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills them as {@code kill -9} does, the first one first so that it starts no others. */
  void kill() {
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
