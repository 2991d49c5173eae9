package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;
import org.omloop.server.postgres.address.TlsMode;
import org.omloop.server.postgres.folder.DataFolder;
import org.omloop.server.postgres.folder.OwnerOnly;

/**
 * A running PostgreSQL of our own, in {@code DIR/postgres}. It listens on 127.0.0.1 at a free port, asks every role for
 * its password, and puts each commit on the disk before it answers.
 *
 * <p>Crash cases. Our process killed: PostgreSQL runs on without us; the next {@link #start} holds the folder's lock, so
 * whoever is still there is left behind, and is stopped first. PostgreSQL killed: its files are whole by design, and the
 * next start replays its log. Both, or the machine: likewise. Two servers on one folder never happen: PostgreSQL itself
 * refuses while any process of the earlier one is attached to its memory.
 *
 * <p>Thread-safe. Every method blocks, for a second as a rule, for minutes after a crash in the middle of heavy writing.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The database that {@code initdb} makes; there is no need for a second one. */
  private static final String DATABASE = "postgres";

  private final PostgresServer server;
  private final DatabaseAddress address;

  private EmbeddedDatabase(PostgresServer server, DatabaseAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts the data folder's PostgreSQL, and makes it first if there is none.
   *
   * @param data stays the caller's to close, after this database
   * @throws DatabaseUnavailable if it cannot be made or started
   */
  public static EmbeddedDatabase start(DataFolder data) {
    boolean isRoot = ServerAccount.isRoot();
    Path folder = folder(data);
    PostgresPrograms programs = PostgresPrograms.unpacked(isRoot, folder);
    ServerCommand command =
        new ServerCommand(programs, ServerAccount.forFolder(folder, isRoot), folder);
    Cluster cluster = new Cluster(folder);
    Password owner = ownerPassword(data, cluster);
    if (!cluster.exists()) {
      cluster.make(command, owner);
    }
    PostgresServer server = new PostgresServer(command, cluster);
    return new EmbeddedDatabase(server, address(server.start(), owner));
  }

  /** Returns the port of the data folder's PostgreSQL; empty when it does not run. */
  public static Optional<Integer> runningPort(Path dataFolder) {
    try {
      return PostmasterFile.in(new Cluster(dataFolder.toRealPath().resolve("postgres")).data())
          .filter(PostmasterFile::isRunning)
          .map(PostmasterFile::port)
          .filter(port -> port > 0);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path folder(DataFolder data) {
    Path folder = data.path().resolve("postgres");
    try {
      return OwnerOnly.createFolders(folder);
    } catch (IOException e) {
      throw StartFailure.explain(folder, "error: " + e);
    }
  }

  private static Password ownerPassword(DataFolder data, Cluster cluster) {
    return cluster.exists()
        ? data.password(Cluster.OWNER)
            .orElseThrow(() -> new DatabaseUnavailable("data folder " + data.path()
                + " has a database but not its password file passwords/" + Cluster.OWNER
                + "; restore it from a backup"))
        : data.passwordOrNew(Cluster.OWNER);
  }

  private static DatabaseAddress address(int port, Password owner) {
    return address(port, Cluster.OWNER, owner);
  }

  /** Returns the address of an embedded database for one of its roles. */
  public static DatabaseAddress address(int port, String role, Password password) {
    return new DatabaseAddress(
        "127.0.0.1", port, DATABASE, role, password, TlsMode.DISABLE, Optional.empty());
  }

  /** Where the database is, and its owner. Stays the same until {@link #close}. */
  public DatabaseAddress address() {
    return address;
  }

  /**
   * Starts PostgreSQL again if it has ended, at the same address.
   *
   * @throws DatabaseUnavailable if it cannot be started
   */
  public synchronized void ensureRunning() {
    if (!server.isRunning()) {
      server.startOn(address.port());
    }
  }

  /** Stops PostgreSQL at once but cleanly. Doing it twice does no harm. */
  @Override
  public synchronized void close() {
    server.stop();
  }
}
