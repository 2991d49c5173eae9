package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.omloop.server.postgres.address.Password;
import org.omloop.server.postgres.embedded.ServerCommand.Outcome;
import org.omloop.server.postgres.folder.OwnerOnly;

/** The folder with the database itself, which PostgreSQL calls a cluster; made once, by {@code initdb}. */
record Cluster(Path folder) {
  /** The role that owns everything; PostgreSQL's superuser in this database of our own. */
  static final String OWNER = "omloop_owner";

  /**
   * Settings for a small machine, written to {@code postgresql.conf} when the cluster is made; an operator may change
   * them there. Measured in docs/adr/0008-postgresql-only.md.
   */
  private static final List<String> SETTINGS = List.of(
      "shared_buffers=192MB",
      "max_connections=50",
      "max_wal_size=2GB",
      "min_wal_size=256MB",
      "checkpoint_timeout=15min",
      "jit=off");

  /** Where the data are. */
  Path data() {
    return folder.resolve("data");
  }

  boolean exists() {
    return Files.isDirectory(data());
  }

  /** Makes the cluster, whole or not at all: it comes to stand under its name by a rename. */
  void make(ServerCommand command, Password owner) {
    try {
      Path fresh = folder.resolve("data.new-" + ProcessHandle.current().pid());
      Path passwordFile = folder.resolve("initdb.password");
      try {
        OwnerOnly.write(passwordFile, owner.reveal() + "\n");
        command.account().give(passwordFile);
        Outcome outcome = command.run("initdb", arguments(fresh, passwordFile));
        if (!outcome.succeeded()) {
          throw StartFailure.explain(folder, outcome.output());
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(passwordFile);
        deleteAll(fresh);
      }
    } catch (IOException | UncheckedIOException e) {
      throw StartFailure.explain(folder, "error: " + e);
    }
  }

  private static List<String> arguments(Path fresh, Path passwordFile) {
    List<String> arguments = new ArrayList<>(List.of(
        "--pgdata=" + fresh,
        "--username=" + OWNER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions"));
    SETTINGS.forEach(setting -> arguments.add("--set=" + setting));
    return arguments;
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
