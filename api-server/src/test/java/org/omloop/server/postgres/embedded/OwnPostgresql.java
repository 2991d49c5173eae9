package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.Password;
import org.omloop.server.postgres.address.TlsMode;

/** A PostgreSQL that an operator might run: the oldest installed on this machine, in a folder of its own. */
public final class OwnPostgresql implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String OWNER = "beheer";
  private static final Password PASSWORD = new Password("geheim: \"it's\" 100%");

  private final PostgresServer server;
  private final int port;

  private OwnPostgresql(PostgresServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** The folder of the oldest PostgreSQL, 15 or newer, that the operating system has installed. */
  public static Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .filter(folder -> Files.isExecutable(folder.resolve("bin").resolve("postgres")))
          .filter(folder -> folder.getFileName().toString().compareTo("15") >= 0)
          .min(Path::compareTo);
    }
  }

  public static OwnPostgresql start(Path installed, Path folder) throws IOException {
    boolean isRoot = ServerAccount.isRoot();
    PostgresPrograms programs =
        new PostgresPrograms(installed, Platform.current().orElseThrow());
    ServerCommand command =
        new ServerCommand(programs, ServerAccount.forFolder(folder, isRoot), folder);
    Path password = Files.writeString(folder.resolve("password"), PASSWORD.reveal() + "\n");
    Cluster cluster = new Cluster(folder);
    command.run(
        "initdb",
        List.of(
            "--pgdata=" + cluster.data(),
            "--username=" + OWNER,
            "--pwfile=" + password,
            "--auth=scram-sha-256"));
    PostgresServer server = new PostgresServer(command, cluster);
    return new OwnPostgresql(server, server.start());
  }

  public DatabaseAddress address() {
    return new DatabaseAddress(
        "127.0.0.1", port, "postgres", OWNER, PASSWORD, TlsMode.PREFER, Optional.empty());
  }

  @Override
  public void close() {
    server.stop();
  }
}
