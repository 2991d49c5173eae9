package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.circulation.CirculationStore;
import org.omloop.server.circulation.DaySnapshot;
import org.omloop.server.circulation.Edition;
import org.omloop.server.circulation.Looks;
import org.omloop.server.circulation.Mark;
import org.omloop.server.circulation.StateSnapshot;

/** Editions, days, states and looks in the database, whose role may add and read them alone. Thread-safe. */
public final class CirculationTables implements CirculationStore, Looks {
  private static final int CONNECTIONS = 2;

  private final Pool pool;

  /** Opens connections as they are needed. */
  public CirculationTables(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<List<Edition>> editions() {
    return pool.query("""
            SELECT period, tier, edition, size, version, made_at, sha256
            FROM circulation_edition ORDER BY edition""")
        .execute()
        .map(rows -> stream(rows).map(CirculationTables::edition).toList());
  }

  private static Edition edition(Row row) {
    return new Edition(
        Period.named(row.getString("period")).orElseThrow(),
        Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
        row.getInteger("edition"),
        row.getLong("size"),
        row.getInteger("version"),
        row.getLong("made_at"),
        row.getString("sha256"));
  }

  @Override
  public Future<Optional<String>> report(Period period, Tier tier, int number) {
    return pool.preparedQuery("""
            SELECT report FROM circulation_edition
            WHERE period = $1 AND tier = $2 AND edition = $3""")
        .execute(Tuple.of(period.toString(), name(tier), number))
        .map(rows -> stream(rows).map(row -> row.getString(0)).findFirst());
  }

  @Override
  public Future<Boolean> add(Edition edition, String report) {
    return pool.preparedQuery("""
            INSERT INTO circulation_edition
              (period, tier, edition, size, version, made_at, sha256, report)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING""")
        .execute(Tuple.from(new Object[] {
          edition.period().toString(),
          name(edition.tier()),
          edition.number(),
          edition.size(),
          edition.version(),
          edition.madeAt(),
          edition.sha256(),
          report
        }))
        .map(rows -> rows.rowCount() == 1);
  }

  private static String name(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Future<List<DaySnapshot>> days() {
    return pool.query("SELECT * FROM circulation_day ORDER BY day")
        .execute()
        .map(rows -> stream(rows).map(CirculationTables::day).toList());
  }

  private static DaySnapshot day(Row row) {
    return new DaySnapshot(
        row.getLocalDate("day"),
        new Mark(row.getLong("size"), row.getString("root")),
        row.getInteger("version"),
        List.of(row.getArrayOfStrings("classifications")));
  }

  @Override
  public Future<Void> keep(List<DaySnapshot> days) {
    List<Tuple> batch = days.stream()
        .map(each -> Tuple.of(
            each.day(),
            each.mark().size(),
            each.mark().root(),
            each.version(),
            each.classifications().toArray(String[]::new)))
        .toList();
    return pool.preparedQuery("""
            INSERT INTO circulation_day (day, size, root, version, classifications)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING""").executeBatch(batch).mapEmpty();
  }

  @Override
  public Future<List<StateSnapshot>> states() {
    return pool.query("SELECT * FROM circulation_state ORDER BY month, version, rule")
        .execute()
        .map(rows -> stream(rows).map(CirculationTables::state).toList());
  }

  private static StateSnapshot state(Row row) {
    return new StateSnapshot(
        Period.named(row.getString("month")).orElseThrow(),
        row.getString("rule"),
        new Mark(row.getLong("size"), row.getString("root")),
        row.getInteger("version"),
        row.getString("detail"),
        List.of(row.getArrayOfStrings("classifications")),
        row.getString("state"));
  }

  @Override
  public Future<Void> keepStates(List<StateSnapshot> states) {
    List<Tuple> batch = states.stream()
        .map(each -> Tuple.from(new Object[] {
          each.month().toString(),
          each.rule(),
          each.version(),
          each.mark().size(),
          each.mark().root(),
          each.detail(),
          each.classifications().toArray(String[]::new),
          each.state()
        }))
        .toList();
    return pool.preparedQuery("""
            INSERT INTO circulation_state
              (month, rule, version, size, root, detail, classifications, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING""").executeBatch(batch).mapEmpty();
  }

  @Override
  public Future<Void> add(KeyId key, long at, String what) {
    return pool.preparedQuery(
            "INSERT INTO circulation_look (key_id, looked_at, what) VALUES ($1, $2, $3)")
        .execute(Tuple.of(key.text(), at, what))
        .mapEmpty();
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
