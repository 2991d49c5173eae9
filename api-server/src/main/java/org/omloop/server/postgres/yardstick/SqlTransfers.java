package org.omloop.server.postgres.yardstick;

import java.sql.PreparedStatement;
import java.util.SplittableRandom;
import org.omloop.server.postgres.Database;

/**
 * Unsigned transfers in plain SQL, in a schema of their own: both rows locked, both balances changed, one row of
 * history and two postings written, so that what is stored compares with a journal entry.
 */
public final class SqlTransfers implements AutoCloseable {
  private static final String TABLES = """
      CREATE TABLE yardstick.account (id integer PRIMARY KEY, balance bigint NOT NULL)
        WITH (fillfactor = 50);
      INSERT INTO yardstick.account SELECT n, 100000000 FROM generate_series(0, %d) n;
      CREATE TABLE yardstick.transfer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        payer integer NOT NULL, payee integer NOT NULL, amount bigint NOT NULL,
        at timestamptz NOT NULL DEFAULT now());
      CREATE TABLE yardstick.posting (transfer bigint NOT NULL, account integer NOT NULL,
        amount bigint NOT NULL);
      CREATE INDEX ON yardstick.posting (account, transfer);
      CREATE FUNCTION yardstick.transfer(f integer, t integer, a bigint) RETURNS bigint
      LANGUAGE plpgsql AS $$
      DECLARE n bigint; b bigint;
      BEGIN
        PERFORM 1 FROM yardstick.account WHERE id IN (f, t) ORDER BY id FOR UPDATE;
        SELECT balance INTO b FROM yardstick.account WHERE id = f;
        IF b < a THEN RETURN NULL; END IF;
        UPDATE yardstick.account SET balance = balance - a WHERE id = f;
        UPDATE yardstick.account SET balance = balance + a WHERE id = t;
        INSERT INTO yardstick.transfer (payer, payee, amount) VALUES (f, t, a) RETURNING id INTO n;
        INSERT INTO yardstick.posting VALUES (n, f, -a), (n, t, a);
        RETURN n;
      END $$;
      CREATE FUNCTION yardstick.batch(f integer[], t integer[]) RETURNS integer
      LANGUAGE plpgsql AS $$
      DECLARE done integer := 0;
      BEGIN
        FOR i IN 1 .. array_length(f, 1) LOOP
          IF yardstick.transfer(f[i], t[i], 1) IS NOT NULL THEN done := done + 1; END IF;
        END LOOP;
        RETURN done;
      END $$""";

  private final Yardstick yardstick;
  private final int accounts;

  /** Makes the schema anew, with so many accounts. */
  public SqlTransfers(Database database, int accounts) {
    this.yardstick = Yardstick.make(database, "yardstick", TABLES.formatted(accounts));
    this.accounts = accounts;
  }

  /** Opens a client that makes one transfer at a time, in a transaction of its own. */
  public SqlClient client(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return yardstick.client(connection -> {
      PreparedStatement one = connection.prepareStatement("SELECT yardstick.transfer(?, ?, 1)");
      return () -> {
        int from = random.nextInt(accounts);
        one.setInt(1, from);
        one.setInt(2, (from + 1 + random.nextInt(accounts - 1)) % accounts);
        one.execute();
      };
    });
  }

  /** Opens a client that makes so many transfers in each transaction. */
  public SqlClient batchClient(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    return yardstick.client(connection -> {
      PreparedStatement batch = connection.prepareStatement("SELECT yardstick.batch(?, ?)");
      return () -> {
        Integer[] from = random.ints(size, 0, accounts).boxed().toArray(Integer[]::new);
        Integer[] to = random.ints(size, 0, accounts).boxed().toArray(Integer[]::new);
        batch.setArray(1, connection.createArrayOf("integer", from));
        batch.setArray(2, connection.createArrayOf("integer", to));
        batch.execute();
      };
    });
  }

  /** Drops the schema. */
  @Override
  public void close() {
    yardstick.close();
  }
}
