package org.omloop.server.postgres.yardstick;

import java.sql.PreparedStatement;
import java.util.SplittableRandom;
import org.omloop.server.postgres.Database;

/**
 * A ledger as it is usually kept in SQL, after the shape of pgledger (github.com/pgr0ss/pgledger): one transaction for
 * each transfer, ids as text, foreign keys, an index for each question, and entries that carry the balance before and
 * after. Fifty accounts, as in pgledger's own measurements, so that rows are contended for.
 */
public final class SqlLedger implements AutoCloseable {
  private static final int ACCOUNTS = 50;

  private static final String TABLES = """
      CREATE FUNCTION yardstick_ledger.id(prefix text) RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT prefix || '_' || to_char(clock_timestamp(), 'YYYYMMDDHH24MISSUS') ||
             substr(md5(random()::text), 1, 10) $$;
      CREATE TABLE yardstick_ledger.account (id text PRIMARY KEY,
        balance numeric NOT NULL DEFAULT 0, version bigint NOT NULL DEFAULT 0,
        may_be_negative boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
      INSERT INTO yardstick_ledger.account (id) SELECT 'account_' || n FROM generate_series(1, %d) n;
      CREATE TABLE yardstick_ledger.transfer (
        id text PRIMARY KEY DEFAULT yardstick_ledger.id('transfer'),
        payer text NOT NULL REFERENCES yardstick_ledger.account,
        payee text NOT NULL REFERENCES yardstick_ledger.account,
        amount numeric NOT NULL CHECK (amount > 0),
        created_at timestamptz NOT NULL DEFAULT now(), event_at timestamptz NOT NULL DEFAULT now(),
        CHECK (payer <> payee));
      CREATE INDEX ON yardstick_ledger.transfer (payer);
      CREATE INDEX ON yardstick_ledger.transfer (payee);
      CREATE INDEX ON yardstick_ledger.transfer (event_at);
      CREATE TABLE yardstick_ledger.entry (
        id text PRIMARY KEY DEFAULT yardstick_ledger.id('entry'),
        account text NOT NULL REFERENCES yardstick_ledger.account,
        transfer text NOT NULL REFERENCES yardstick_ledger.transfer,
        amount numeric NOT NULL, balance_before numeric NOT NULL, balance_after numeric NOT NULL,
        version bigint NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX ON yardstick_ledger.entry (account);
      CREATE INDEX ON yardstick_ledger.entry (transfer);
      CREATE FUNCTION yardstick_ledger.move(whose text, change numeric, by_transfer text)
      RETURNS void LANGUAGE plpgsql AS $$
      DECLARE moved yardstick_ledger.account;
      BEGIN
        UPDATE yardstick_ledger.account
        SET balance = balance + change, version = version + 1, updated_at = now()
        WHERE id = whose RETURNING * INTO moved;
        IF moved.balance < 0 AND NOT moved.may_be_negative THEN
          RAISE EXCEPTION 'account %% has too little', whose;
        END IF;
        INSERT INTO yardstick_ledger.entry
          (account, transfer, amount, balance_before, balance_after, version)
        VALUES (whose, by_transfer, change, moved.balance - change, moved.balance, moved.version);
      END $$;
      CREATE FUNCTION yardstick_ledger.transfer(f text, t text, a numeric) RETURNS text
      LANGUAGE plpgsql AS $$
      DECLARE made text;
      BEGIN
        PERFORM 1 FROM yardstick_ledger.account WHERE id IN (f, t) ORDER BY id FOR UPDATE;
        INSERT INTO yardstick_ledger.transfer (payer, payee, amount) VALUES (f, t, a)
          RETURNING id INTO made;
        PERFORM yardstick_ledger.move(f, -a, made);
        PERFORM yardstick_ledger.move(t, a, made);
        RETURN made;
      END $$""";

  private final Yardstick yardstick;

  /** Makes the schema anew. */
  public SqlLedger(Database database) {
    this.yardstick = Yardstick.make(database, "yardstick_ledger", TABLES.formatted(ACCOUNTS));
  }

  /** Opens a client that makes one transfer at a time. */
  public SqlClient client(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return yardstick.client(connection -> {
      PreparedStatement transfer =
          connection.prepareStatement("SELECT yardstick_ledger.transfer(?, ?, 1)");
      return () -> {
        int from = random.nextInt(ACCOUNTS);
        transfer.setString(1, "account_" + (1 + from));
        transfer.setString(
            2, "account_" + (1 + (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS));
        transfer.execute();
      };
    });
  }

  /** Drops the schema. */
  @Override
  public void close() {
    yardstick.close();
  }
}
