package org.omloop.server.bench;

import java.util.List;
import org.omloop.server.postgres.yardstick.Pgbench;

/** PostgreSQL's own benchmark, TPC-B-like, on the same server. */
record PgbenchLoad(Pgbench pgbench, double seconds) {
  static final String CLIENT = "pgbench, 1 client";
  static final String CLIENTS = "pgbench, 16 clients";

  List<Measurement> measurements() {
    return List.of(
        new Measurement(CLIENT, () -> sample(pgbench.run(1, 1, wholeSeconds()))),
        new Measurement(CLIENTS, () -> sample(pgbench.run(16, 2, wholeSeconds()))));
  }

  private int wholeSeconds() {
    return (int) Math.max(1, Math.ceil(seconds));
  }

  private static Sample sample(Pgbench.Run run) {
    return new Sample(run.latencyNanos().length, run.seconds(), run.latencyNanos());
  }
}
