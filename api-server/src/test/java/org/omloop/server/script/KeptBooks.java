package org.omloop.server.script;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.server.postgres.Database;

/**
 * What stands in the database: the journal, read through a fresh ledger, and the accounts as the tables that are
 * derived from it have them.
 *
 * @param ledger where the journal leads to
 * @param accounts a line for each account, by id; the balance stands there twice, as kept and as the postings add up
 */
record KeptBooks(Ledger ledger, List<String> accounts) {
  private static final String JOURNAL =
      "SELECT convert_from(leaf, 'UTF8') FROM omloop.journal_entry ORDER BY index";
  private static final String ACCOUNTS = """
      SELECT concat_ws(' ', id, type, role, status, level, held, credit_limit, balance,
        (SELECT coalesce(sum(CASE WHEN debit THEN -amount ELSE amount END), 0)
         FROM omloop.posting WHERE account = id))
      FROM omloop.account ORDER BY id""";

  static KeptBooks read(Database database) {
    try (Connection connection = database.ownerConnection()) {
      Ledger ledger = new Ledger();
      lines(JOURNAL, connection).stream()
          .map(leaf -> LeafDecoder.decode(leaf.getBytes(StandardCharsets.UTF_8)))
          .forEach(ledger::replay);
      return new KeptBooks(ledger, lines(ACCOUNTS, connection));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(String query, Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  /** Returns the accounts as the journal has them, in the same words. */
  List<String> accountsOfJournal() {
    return ledger.accounts().stream().map(KeptBooks::line).toList();
  }

  private static String line(Account account) {
    return "%s %s %s %s %d %d %d %d %d"
        .formatted(
            account.id(),
            account.type().wireName(),
            account.classification().role().wireName(),
            account.status().wireName(),
            account.level(),
            account.held(),
            account.limit(),
            account.balance().minorUnits(),
            account.balance().minorUnits());
  }
}
