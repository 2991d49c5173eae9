package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every other second whether the database still runs, and starts it again. The sequencer would notice too, but
 * only with the next order, and a server that says it is not ready is sent none.
 *
 * <p>It ends with its Vert.x.
 */
public final class DatabaseWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final long PAUSE_MILLIS = 2_000;

  private DatabaseWatch() {}

  /** Watches from now on. */
  public static void begin(Vertx vertx, Database database) {
    vertx.setPeriodic(PAUSE_MILLIS, tick -> revive(vertx, database)
        .onFailure(failure -> LOG.error("the database does not start: {}", failure.getMessage())));
  }

  /** Starts the database again if it has ended, on a worker, because that may take long after a crash. */
  static Future<Void> revive(Vertx vertx, Database database) {
    return vertx.executeBlocking(() -> {
      database.ensureRunning();
      return null;
    });
  }
}
