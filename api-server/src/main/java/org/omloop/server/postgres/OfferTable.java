package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestId;
import org.omloop.server.requests.Offer;
import org.omloop.server.requests.OfferStore;

/** Offers in the database. Thread-safe. */
public final class OfferTable implements OfferStore {
  private static final int CONNECTIONS = 2;

  /** Two at once clear up different rows, and neither waits for the other. */
  private static final String FORGET = """
      DELETE FROM payment_request_offer WHERE (request, account) IN (
        SELECT request, account FROM payment_request_offer WHERE expires_at < $1
        FOR UPDATE SKIP LOCKED)""";

  /** A statement of its own, so that the next sees all that was offered before. */
  private static final String LOCK = "SELECT 1 FROM payment_request WHERE id = $1 FOR UPDATE";

  /** $1 the request, $2 to whom, $3 the time. */
  private static final String OFFER =
      """
      WITH r AS (
        SELECT * FROM payment_request WHERE id = $1
      ), offered AS (
        SELECT account, times FROM payment_request_offer WHERE request = $1
      ), seen AS (
        SELECT CASE
          WHEN %s THEN 'CLOSED'
          WHEN EXISTS (SELECT 1 FROM offered WHERE account = $2 AND times >= %d) THEN 'EXHAUSTED'
          WHEN EXISTS (SELECT 1 FROM offered WHERE account = $2) THEN 'DONE'
          WHEN r.claimed_by <> $2 AND r.claimed_until >= $3 THEN 'TAKEN'
          WHEN (SELECT count(*) FROM offered) >= %d THEN 'EXHAUSTED'
          ELSE 'DONE' END AS outcome
        FROM r
      ), kept AS (
        INSERT INTO payment_request_offer (request, account, offered_at, expires_at)
        SELECT $1, $2, $3, least(r.expires_at, $3 + %d) FROM r
        WHERE (SELECT outcome FROM seen) = 'DONE'
        ON CONFLICT (request, account) DO UPDATE SET (offered_at, expires_at, times)
          = ($3, excluded.expires_at, payment_request_offer.times + 1)
        RETURNING 1
      )
      SELECT (SELECT outcome FROM seen), (SELECT count(*) FROM kept)""".formatted(PaymentRequests.OVER, MOST_TIMES, MOST_PEOPLE, LONGEST_SECONDS);

  /** $1 whose phone, $2 how many at most, $3 the time. */
  private static final String OPEN = "SELECT r.*, o.offered_at, " + PaymentRequests.PAID
      + " AS entry FROM payment_request_offer o JOIN payment_request r ON r.id = o.request"
      + " WHERE o.account = $1 AND o.expires_at >= $3 AND NOT (" + PaymentRequests.OVER + ")"
      + " ORDER BY o.offered_at DESC, o.request LIMIT $2";

  private final Pool pool;

  /** Opens connections as they are needed. */
  public OfferTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Outcome> offer(RequestId id, AccountId account, long now) {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(now))
        .compose(
            cleared -> pool.withTransaction(connection -> offer(id, account, now, connection)));
  }

  private static Future<Outcome> offer(
      RequestId id, AccountId account, long now, SqlConnection connection) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(id.text()))
        .compose(locked ->
            connection.preparedQuery(OFFER).execute(Tuple.of(id.text(), account.value(), now)))
        .map(rows -> rows.iterator().next().getString(0))
        .map(outcome -> outcome == null ? Outcome.UNKNOWN : Outcome.valueOf(outcome));
  }

  @Override
  public Future<List<Offer>> openFor(AccountId account, long now) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(account.value(), (long) MOST_SHOWN, now))
        .map(rows -> {
          List<Offer> offers = new ArrayList<>();
          rows.forEach(
              row -> offers.add(new Offer(PaymentRequests.read(row), row.getLong("offered_at"))));
          return offers;
        });
  }

  @Override
  public Future<List<AccountId>> offeredTo(RequestId id) {
    return pool.preparedQuery("SELECT account FROM payment_request_offer WHERE request = $1")
        .execute(Tuple.of(id.text()))
        .map(rows -> {
          List<AccountId> accounts = new ArrayList<>();
          rows.forEach(row -> accounts.add(new AccountId(row.getString(0))));
          return accounts;
        });
  }
}
