package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.embedded.ServerCommand.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server of one cluster, by {@code pg_ctl}. The caller holds the data folder's lock. */
record PostgresServer(ServerCommand command, Cluster cluster) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Not for editing: what these say is promised. They stand on the command line, which outranks every file. */
  private static final List<String> PROMISES = List.of(
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=on",
      "full_page_writes=on",
      "synchronous_commit=on",
      "timezone=UTC",
      "log_timezone=UTC");

  /** Recovery after a crash may read all of max_wal_size; the caller sees a slow start, not a failed one. */
  private static final int START_SECONDS = 900;

  private static final int STOP_SECONDS = 60;

  /** Starts on a free port, and returns that. */
  int start() {
    return start(PostgresServer::freePort);
  }

  /** Starts again, on the port that clients already know. */
  void startOn(int port) {
    LOG.warn("PostgreSQL in {} has ended; starting it again", cluster.data());
    start(() -> port);
  }

  private int start(IntSupplier ports) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      stopLeftBehind();
      int port = ports.getAsInt();
      Optional<String> failure = tryStart(port);
      if (failure.isEmpty()) {
        return port;
      }
      if (!StartFailure.isPassing(failure.get()) || System.nanoTime() > deadline) {
        throw StartFailure.explain(cluster.data(), failure.get());
      }
      pause();
    }
  }

  private Optional<String> tryStart(int port) {
    ServerLog log = ServerLog.begin(cluster.folder());
    StringBuilder options = new StringBuilder("-p " + port);
    PROMISES.forEach(promise -> options.append(" -c ").append(promise));
    Outcome outcome = command.run(
        "pg_ctl",
        List.of(
            "start",
            "--pgdata=" + cluster.data(),
            "--log=" + log.file(),
            "--options=" + options,
            "--wait",
            "--timeout=" + START_SECONDS));
    return outcome.succeeded()
        ? Optional.empty()
        : Optional.of(log.sinceBegin() + outcome.output());
  }

  /** Whether the server runs, started by us or by a process before us. */
  boolean isRunning() {
    return file().filter(PostmasterFile::isRunning).isPresent();
  }

  private void stopLeftBehind() {
    if (isRunning()) {
      LOG.warn("Stopping a PostgreSQL that an earlier process left running in {}", cluster.data());
      stop();
    } else {
      forget();
    }
  }

  /** PostgreSQL believes its process id alone; we have looked at the process, and it is no server of this folder. */
  private void forget() {
    try {
      PostmasterFile.delete(cluster.data());
    } catch (IOException e) {
      throw StartFailure.explain(cluster.data(), "error: " + e);
    }
  }

  /** Stops at once but cleanly: open transactions are rolled back. Does nothing if the server does not run. */
  void stop() {
    if (isRunning() && !stopped("fast") && !stopped("immediate")) {
      throw new DatabaseUnavailable(
          "PostgreSQL in " + cluster.data() + " does not stop; end its process and start again");
    }
  }

  private boolean stopped(String mode) {
    return command
            .run(
                "pg_ctl",
                List.of(
                    "stop",
                    "--pgdata=" + cluster.data(),
                    "--mode=" + mode,
                    "--wait",
                    "--timeout=" + STOP_SECONDS))
            .succeeded()
        || !isRunning();
  }

  private Optional<PostmasterFile> file() {
    try {
      return PostmasterFile.in(cluster.data());
    } catch (IOException e) {
      throw StartFailure.explain(cluster.data(), "error: " + e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DatabaseUnavailable("no free port on 127.0.0.1: " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("waiting for PostgreSQL was interrupted", e);
    }
  }
}
