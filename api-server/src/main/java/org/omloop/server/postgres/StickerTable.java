package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.StickerId;
import org.omloop.server.stickers.Sticker;
import org.omloop.server.stickers.StickerStore;

/** Printed codes in the database. Thread-safe. */
public final class StickerTable implements StickerStore {
  private static final int CONNECTIONS = 2;
  private static final String COLUMNS =
      "SELECT id, payee, amount, text, made_at, replaced_at FROM sticker WHERE ";

  private final Pool pool;

  /** Opens connections as they are needed. */
  public StickerTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Void> forget(AccountId payee) {
    return pool.preparedQuery("DELETE FROM sticker WHERE payee = $1")
        .execute(Tuple.of(payee.value()))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> add(Sticker sticker, String jws) {
    return pool.preparedQuery("""
            WITH added AS (
              INSERT INTO sticker (id, payee, amount, text, made_at, jws)
              SELECT $1, $2, $3, $4, $5, $6
              WHERE (SELECT count(*) FROM sticker WHERE payee = $2 AND replaced_at IS NULL) < $7
              ON CONFLICT (id) DO NOTHING RETURNING 1
            )
            SELECT EXISTS (SELECT 1 FROM added)
              OR EXISTS (SELECT 1 FROM sticker WHERE id = $1 AND jws = $6)""")
        .execute(Tuple.from(new Object[] {
          sticker.id().text(),
          sticker.payee().value(),
          sticker.amount().map(Amount::minorUnits).orElse(null),
          sticker.text().orElse(null),
          sticker.madeAt(),
          jws,
          (long) MOST
        }))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<Optional<Sticker>> find(StickerId id) {
    return pool.preparedQuery(COLUMNS + "id = $1")
        .execute(Tuple.of(id.text()))
        .map(rows -> read(rows).stream().findFirst());
  }

  @Override
  public Future<List<Sticker>> of(AccountId payee) {
    return pool.preparedQuery(COLUMNS + "payee = $1 ORDER BY made_at DESC, id LIMIT 1000")
        .execute(Tuple.of(payee.value()))
        .map(StickerTable::read);
  }

  private static List<Sticker> read(RowSet<Row> rows) {
    List<Sticker> stickers = new ArrayList<>();
    rows.forEach(row -> stickers.add(new Sticker(
        new StickerId(row.getString("id")),
        new AccountId(row.getString("payee")),
        Optional.ofNullable(row.getLong("amount")).map(Amount::of),
        Optional.ofNullable(row.getString("text")),
        row.getLong("made_at"),
        row.getLong("replaced_at") != null)));
    return stickers;
  }

  @Override
  public Future<Void> replace(StickerId id, AccountId payee, long now) {
    return pool.preparedQuery(
            "UPDATE sticker SET replaced_at = $3 WHERE id = $1 AND payee = $2 AND replaced_at IS NULL")
        .execute(Tuple.of(id.text(), payee.value(), now))
        .mapEmpty();
  }
}
