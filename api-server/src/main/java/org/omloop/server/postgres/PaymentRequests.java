package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.requests.PaymentRequest;
import org.omloop.server.requests.RequestStore;

/**
 * Payment requests in the database. Every change locks its row first and looks then, in one statement, so that of two at
 * once the second sees what the first did. Thread-safe.
 */
public final class PaymentRequests implements RequestStore {
  private static final int CONNECTIONS = 4;

  /** Whether an entry paid the request of a row {@code r}, and which. */
  static final String PAID = """
      (SELECT e.index FROM journal_entry e
       WHERE e.refers_to = r.name AND e.reason IS NULL ORDER BY e.index LIMIT 1)""";

  /** Whether a payment of a row {@code r} went to the ledger and nobody knows yet what became of it. $3 is the time. */
  private static final String BEING_PAID = """
      (r.paying IS NOT NULL AND r.paying_until >= $3
       AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.order_id = r.paying))""";

  /** $1 the id, $2 who asks, $3 the time; the change is made where the condition holds. */
  private static final String CHANGE = """
      WITH r AS (
        SELECT * FROM payment_request WHERE id = $1 FOR UPDATE
      ), seen AS (
        SELECT CASE
          WHEN %s THEN 'CLOSED'
          WHEN %s THEN 'TAKEN'
          ELSE 'DONE' END AS attempt
        FROM r
      ), changed AS (
        UPDATE payment_request SET %s
        WHERE id = $1 AND (SELECT attempt FROM seen) = 'DONE' RETURNING 1
      )
      SELECT (SELECT attempt FROM seen), (SELECT count(*) FROM changed)""";

  /** Whether a row {@code r} cannot be paid any more. $3 is the time. */
  static final String OVER =
      "r.withdrawn_at IS NOT NULL OR r.expires_at < $3 OR " + PAID + " IS NOT NULL";

  private static final String TAKEN_BY_ANOTHER = "r.claimed_by <> $2 AND r.claimed_until >= $3";

  private static final String CLAIM = CHANGE.formatted(
      OVER,
      TAKEN_BY_ANOTHER,
      "claimed_by = $2, claimed_until = $3 + " + RequestStore.CLAIM_SECONDS);

  private static final String RELEASE = CHANGE.formatted(
      OVER, "r.claimed_by IS DISTINCT FROM $2", "claimed_by = NULL, claimed_until = NULL");

  private static final String WITHDRAW =
      CHANGE.formatted(OVER, "r.payee <> $2 OR " + BEING_PAID, "withdrawn_at = $3");

  /** What is paid or late is for the ledger to say, which has an answer for the same order sent again. */
  private static final String PAY = CHANGE.formatted(
      "r.withdrawn_at IS NOT NULL",
      TAKEN_BY_ANOTHER,
      "claimed_by = $2, claimed_until = $3 + " + RequestStore.CLAIM_SECONDS
          + ", paying = $4, paying_until = $5");

  private final Pool pool;

  /** Opens connections as they are needed. */
  public PaymentRequests(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Boolean> add(RequestTerms terms, AccountId payee, KeyId signer, String jws) {
    return pool.preparedQuery("""
            WITH added AS (
              INSERT INTO payment_request (id, name, payee, key_id, jws, made_at, expires_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING 1
            )
            SELECT EXISTS (SELECT 1 FROM added)
              OR EXISTS (SELECT 1 FROM payment_request WHERE id = $1 AND jws = $5)""")
        .execute(Tuple.from(new Object[] {
          terms.id().text(),
          terms.id().name(),
          payee.value(),
          signer.text(),
          jws,
          terms.madeAt(),
          terms.expiresAt()
        }))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<Optional<PaymentRequest>> find(RequestId id) {
    return pool.preparedQuery(
            "SELECT r.*, " + PAID + " AS entry FROM payment_request r WHERE id = $1")
        .execute(Tuple.of(id.text()))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(read(rows.iterator().next())));
  }

  @Override
  public Future<Void> forget(AccountId payee) {
    return pool.preparedQuery("DELETE FROM payment_request WHERE payee = $1")
        .execute(Tuple.of(payee.value()))
        .mapEmpty();
  }

  /** Reads a row with {@link #PAID} as its {@code entry}. */
  static PaymentRequest read(Row row) {
    Long entry = row.getLong("entry");
    return new PaymentRequest(
        new RequestId(row.getString("id")),
        new AccountId(row.getString("payee")),
        row.getString("jws"),
        row.getLong("expires_at"),
        row.getLong("withdrawn_at") != null,
        Optional.ofNullable(row.getString("claimed_by"))
            .map(by -> new PaymentRequest.Claim(new AccountId(by), row.getLong("claimed_until"))),
        entry == null ? OptionalLong.empty() : OptionalLong.of(entry));
  }

  @Override
  public Future<Attempt> claim(RequestId id, AccountId wallet, long now) {
    return change(CLAIM, Tuple.of(id.text(), wallet.value(), now));
  }

  @Override
  public Future<Attempt> release(RequestId id, AccountId wallet, long now) {
    return change(RELEASE, Tuple.of(id.text(), wallet.value(), now));
  }

  @Override
  public Future<Attempt> withdraw(RequestId id, AccountId payee, long now) {
    return change(WITHDRAW, Tuple.of(id.text(), payee.value(), now));
  }

  @Override
  public Future<Attempt> pay(RequestId id, AccountId payer, SignedOrder order, long now) {
    return change(
        PAY,
        Tuple.of(
            id.text(),
            payer.value(),
            now,
            order.id().value(),
            order.order().terms().expiresAt()));
  }

  private Future<Attempt> change(String statement, Tuple values) {
    return pool.preparedQuery(statement)
        .execute(values)
        .map(rows -> rows.iterator().next().getString(0))
        .map(attempt ->
            attempt == null ? Attempt.UNKNOWN : Attempt.valueOf(attempt.toUpperCase(Locale.ROOT)));
  }
}
