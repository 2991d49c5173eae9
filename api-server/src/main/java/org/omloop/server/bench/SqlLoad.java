package org.omloop.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.omloop.server.postgres.yardstick.SqlClient;
import org.omloop.server.postgres.yardstick.SqlLedger;
import org.omloop.server.postgres.yardstick.SqlTransfers;

/** Unsigned transfers in plain SQL on the same PostgreSQL. */
record SqlLoad(SqlTransfers transfers, SqlLedger ledger, double seconds) {
  static final String CLIENT = "SQL transfer, 1 client";
  static final String CLIENTS = "SQL transfer, 16 clients";
  static final String BATCH = "SQL batch of 384";
  static final String LEDGER = "SQL ledger, 20 clients";

  private static final int BATCH_SIZE = 384;

  List<Measurement> measurements() {
    return List.of(
        clients(CLIENT, 1, 1, transfers::client),
        clients(CLIENTS, 16, 1, transfers::client),
        clients(BATCH, 1, BATCH_SIZE, seed -> transfers.batchClient(seed, BATCH_SIZE)),
        clients(LEDGER, 20, 1, ledger::client));
  }

  private Measurement clients(
      String name, int count, int transfersPerStep, IntFunction<SqlClient> connect) {
    return new Measurement(name, () -> {
      List<SqlClient> clients = new ArrayList<>();
      try {
        return Load.threads(count, seconds, transfersPerStep, at -> {
          SqlClient client = connect.apply(at);
          clients.add(client);
          return client;
        });
      } finally {
        clients.forEach(SqlClient::close);
      }
    });
  }
}
