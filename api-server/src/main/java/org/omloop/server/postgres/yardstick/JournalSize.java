package org.omloop.server.postgres.yardstick;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.omloop.server.postgres.Database;

/** What the tables that grow with every entry take on disk. */
public final class JournalSize {
  private static final String BY_RELATION = """
      WITH grows AS (
        SELECT unnest('{omloop.journal_entry,omloop.posting,omloop.hash_tile}'::regclass[]) AS id
      ), relation AS (
        SELECT id FROM grows UNION ALL SELECT indexrelid FROM pg_index JOIN grows ON indrelid = id
      )
      SELECT relname, CASE relkind WHEN 'r' THEN pg_table_size(oid) ELSE pg_relation_size(oid) END
      FROM relation JOIN pg_class ON oid = id""";

  private JournalSize() {}

  /** Returns bytes by the name of the table, with what lies outside its rows, or of the index. */
  public static Map<String, Long> byRelation(Database database) {
    try (Connection connection = database.ownerConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(BY_RELATION)) {
      Map<String, Long> sizes = new TreeMap<>();
      while (rows.next()) {
        sizes.put(rows.getString(1), rows.getLong(2));
      }
      return sizes;
    } catch (SQLException e) {
      throw Yardstick.unavailable(e);
    }
  }
}
