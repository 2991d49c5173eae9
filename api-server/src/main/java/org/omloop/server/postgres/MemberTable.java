package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;

/** Members in the database. Thread-safe. */
public final class MemberTable implements MemberStore {
  private static final int CONNECTIONS = 2;

  private final Pool pool;

  /** Opens connections as they are needed. */
  public MemberTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Void> forget(AccountId account) {
    return pool.preparedQuery("DELETE FROM member WHERE account = $1")
        .execute(Tuple.of(account.value()))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> state(Member member, long saidAt, String jws) {
    return pool.preparedQuery("""
            WITH stated AS (
              INSERT INTO member (account, said_at, name, legal_name, street, neighbourhood, jws)
              VALUES ($1, $2, $3, $4, $5, $6, $7)
              ON CONFLICT (account) DO UPDATE
                SET said_at = excluded.said_at, name = excluded.name, legal_name = excluded.legal_name,
                  street = excluded.street, neighbourhood = excluded.neighbourhood, jws = excluded.jws
                WHERE member.said_at < excluded.said_at
              RETURNING 1
            )
            SELECT EXISTS (SELECT 1 FROM stated)
              OR EXISTS (SELECT 1 FROM member WHERE account = $1 AND jws = $7)""")
        .execute(Tuple.of(
            member.account().value(),
            saidAt,
            member.name(),
            member.legalName(),
            member.street(),
            member.neighbourhood(),
            jws))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<List<Member>> all() {
    return pool.preparedQuery(
            "SELECT account, name, legal_name, street, neighbourhood FROM member ORDER BY account")
        .execute()
        .map(rows -> {
          List<Member> members = new ArrayList<>();
          rows.forEach(row -> members.add(read(row)));
          return members;
        });
  }

  private static Member read(Row row) {
    return new Member(
        new AccountId(row.getString("account")),
        row.getString("name"),
        row.getString("legal_name"),
        row.getString("street"),
        row.getString("neighbourhood"));
  }
}
