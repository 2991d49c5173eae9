package org.omloop.server.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.books.StoredFacts;
import org.omloop.server.books.StoredFacts.BankFileFact;
import org.omloop.server.books.StoredFacts.BankLineFact;
import org.omloop.server.books.StoredFacts.DecisionFact;
import org.omloop.server.books.StoredFacts.EditionFact;
import org.omloop.server.books.StoredFacts.NumberSeries;
import org.omloop.server.books.StoredFacts.PayoutFact;
import org.omloop.server.books.StoredFacts.StoredAccount;
import org.omloop.server.books.StoredFacts.StoredIndex;
import org.omloop.server.books.StoredFacts.StoredKey;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** What an audit reads beside the journal, as the role that can only read. Confined to one thread; everything blocks. */
public final class StoredBooks {
  /** Whoever is neither the owner nor a superuser, and can change or delete what is in the journal. */
  private static final String RIGHTS = """
      SELECT rolname, tables.name, privileges.name
      FROM pg_catalog.pg_roles,
        (VALUES ('omloop.journal_entry', 'UPDATE'), ('omloop.journal_entry', 'DELETE'),
                ('omloop.journal_entry', 'TRUNCATE'), ('omloop.journal_head', 'DELETE'),
                ('omloop.journal_head', 'TRUNCATE')) AS asked (tab, privilege),
        LATERAL (SELECT asked.tab AS name) AS tables,
        LATERAL (SELECT asked.privilege AS name) AS privileges
      WHERE NOT rolsuper AND rolname NOT LIKE 'pg\\_%'
        AND NOT pg_has_role(pg_roles.oid,
          (SELECT relowner FROM pg_catalog.pg_class WHERE oid = asked.tab::regclass), 'USAGE')
        AND has_table_privilege(pg_roles.oid, asked.tab, asked.privilege)
      ORDER BY 1, 2, 3""";

  /** The decision that closes a line, or, of a line that was issued, the one that says why. */
  private static final String DECISION = """
       LEFT JOIN (SELECT index AS of_entry, order_id AS of_order FROM omloop.journal_entry
         WHERE kind = 'issue') booked ON of_entry = entry
       LEFT JOIN LATERAL (
         SELECT d.id AS decision, d.kind AS decision_kind, d.reason AS decision_reason,
           d.key_id AS decision_key, d.second_key, d.made_at, d.state, d.jws, d.second_jws
         FROM omloop.bank_decision d JOIN omloop.bank_decision_line l ON l.decision = d.id
         WHERE l.line = bank_line.key AND (l.closes OR d.id = of_order AND d.state <> 'withdrawn')
         ORDER BY l.closes DESC LIMIT 1) decided ON true""";

  private static final String LINES = """
      SELECT *, CASE WHEN is_credit THEN cents ELSE -cents END AS amount
      FROM omloop.bank_line JOIN (
        SELECT id, max(number) AS number FROM omloop.bank_statement
        WHERE number IS NOT NULL GROUP BY id) numbered ON numbered.id = statement
      """ + DECISION + "\nORDER BY number, position";

  /** Takes one row. */
  private interface Row<T> {
    T take(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  StoredBooks(Connection connection) {
    this.connection = connection;
  }

  /** Reads it all. */
  public StoredFacts facts() {
    return new StoredFacts(
        accounts(),
        keys(),
        index(),
        rights(),
        closings(),
        lines(),
        files(),
        payouts(),
        Optional.empty(),
        editions());
  }

  private List<StoredAccount> accounts() {
    return read(
        "SELECT id, balance, held, credit_limit FROM omloop.account ORDER BY id",
        row -> new StoredAccount(
            new AccountId(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  private List<StoredKey> keys() {
    return read(
        "SELECT key_id, account, rights, revoked FROM omloop.account_key ORDER BY key_id",
        row -> new StoredKey(
            row.getString(1),
            new AccountId(row.getString(2)),
            row.getString(3),
            row.getBoolean(4)));
  }

  private StoredIndex index() {
    Map<String, Long> kinds = new HashMap<>();
    read("SELECT kind, count(*) FROM omloop.journal_entry GROUP BY kind", row -> {
      kinds.put(row.getString(1), row.getLong(2));
      return kinds;
    });
    return read(
            "SELECT count(*), count(DISTINCT order_id) FROM omloop.journal_entry",
            row -> new StoredIndex(row.getLong(1), row.getLong(2), kinds))
        .get(0);
  }

  private List<String> rights() {
    return read(RIGHTS, row -> row.getString(1) + ": " + row.getString(3) + " " + row.getString(2));
  }

  private List<NumberSeries> closings() {
    return read(
        "SELECT account, count(*), max(number) FROM omloop.closing GROUP BY account ORDER BY account",
        row -> new NumberSeries("closings of " + row.getString(1), row.getLong(2), row.getLong(3)));
  }

  /** Lines of statements that have a number; those that wait for an earlier one have none. */
  private List<BankLineFact> lines() {
    if (!isThere("bank_line")) {
      return List.of();
    }
    return isThere("bank_decision")
        ? read(LINES, StoredBooks::decided)
        : read(LINES.replace(DECISION, " "), StoredBooks::line);
  }

  private static BankLineFact line(ResultSet row) throws SQLException {
    return new BankLineFact(
        row.getString("key"),
        row.getLong("number"),
        row.getDate("booked_on").toLocalDate(),
        row.getLong("amount"));
  }

  private static BankLineFact decided(ResultSet row) throws SQLException {
    BankLineFact line = line(row);
    String reason = row.getString("reason");
    return new BankLineFact(
        line.key(),
        line.statement(),
        line.bookedOn(),
        line.amount(),
        reason.equals("debit") ? "" : reason,
        Optional.ofNullable(row.getString("account")).map(AccountId::new),
        Optional.ofNullable(row.getString("other_index")),
        Optional.ofNullable(row.getString("decision")).isEmpty()
            ? Optional.empty()
            : Optional.of(decision(row)));
  }

  private static DecisionFact decision(ResultSet row) throws SQLException {
    return new DecisionFact(
        row.getString("decision"),
        DecisionKind.named(row.getString("decision_kind")).orElseThrow(),
        row.getString("decision_reason"),
        row.getString("decision_key"),
        Optional.ofNullable(row.getString("second_key")),
        LocalDate.ofInstant(Instant.ofEpochSecond(row.getLong("made_at")), ZoneOffset.UTC),
        row.getString("state").equals("agreed"),
        row.getString("jws"),
        Optional.ofNullable(row.getString("second_jws")));
  }

  private List<BankFileFact> files() {
    if (!isThere("bank_statement")) {
      return List.of();
    }
    return read(
        """
        SELECT number, file, credits, debits, closing FROM omloop.bank_statement
        WHERE number IS NOT NULL ORDER BY number""",
        row -> new BankFileFact(
            row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  private List<PayoutFact> payouts() {
    if (!isThere("payout_item")) {
      return List.of();
    }
    return read(
        """
        SELECT order_id, drafted.key_id, approved.key_id, approved.sha256, exported.sha256
        FROM omloop.payout_item JOIN omloop.payout_batch drafted USING (batch)
          LEFT JOIN omloop.payout_step approved
            ON approved.batch = drafted.batch AND approved.kind = 'approved'
          LEFT JOIN omloop.payout_step exported
            ON exported.batch = drafted.batch AND exported.kind = 'exported'
        WHERE NOT free ORDER BY drafted_at, position""",
        row -> new PayoutFact(
            row.getString(1),
            row.getString(2),
            Optional.ofNullable(row.getString(3)),
            Optional.ofNullable(row.getString(4)),
            Optional.ofNullable(row.getString(5))));
  }

  private List<EditionFact> editions() {
    return read(
        """
        SELECT period, tier, edition, size, sha256, version, report,
          encode(sha256(convert_to(report, 'UTF8')), 'hex')
        FROM omloop.circulation_edition ORDER BY made_at, period, tier, edition""",
        row -> new EditionFact(
            row.getString(1) + " " + row.getString(2) + " " + row.getInt(3),
            row.getLong(4),
            root(row.getString(7)),
            row.getString(5),
            row.getString(8),
            row.getInt(6),
            Optional.empty(),
            false));
  }

  private static String root(String report) {
    try {
      return ReportFile.read(report).mark().root();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Returns the last report that was published for everybody; empty when there is none, or it cannot be read. */
  public Optional<ReportFile> lastPublished() {
    return read("""
            SELECT report FROM omloop.circulation_edition WHERE tier = 'public'
            ORDER BY made_at DESC, period DESC LIMIT 1""", row -> row.getString(1)).stream().findFirst().flatMap(text -> {
      try {
        return Optional.of(ReportFile.read(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // P2 tells that it has been changed
      }
    });
  }

  /** Returns one of the bank's files as it is kept, sealed; empty where there is none of that hash. */
  public Optional<byte[]> sealedFile(String hash) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT sealed FROM omloop.bank_file WHERE hash = ?")) {
      statement.setString(1, hash);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable("the books cannot be read: " + ConnectFailure.firstLine(e), e);
    }
  }

  /** A server that is running may be of an older version, whose tables are fewer. */
  private boolean isThere(String table) {
    return read("SELECT to_regclass('omloop." + table + "') IS NOT NULL", row -> row.getBoolean(1))
        .get(0);
  }

  private <T> List<T> read(String sql, Row<T> taker) {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<T> taken = new ArrayList<>();
      while (rows.next()) {
        taken.add(taker.take(rows));
      }
      return taken;
    } catch (SQLException e) {
      throw new DatabaseUnavailable("the books cannot be read: " + ConnectFailure.firstLine(e), e);
    }
  }
}
