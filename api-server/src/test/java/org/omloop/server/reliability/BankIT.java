package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Effort;

/** However many pay at once, no money appears, none is lost, and nobody spends what they have not. */
class BankIT {
  private static final int CLIENTS = 24;
  private static final int PAYMENTS = Effort.of(30, 2_000);
  private static final int LOOKS = 8;

  /** One statement is one snapshot: the head, the tables derived from it, and the journal below it. */
  private static final String LOOK = """
      SELECT size,
        (SELECT sum(balance) FROM account),
        (SELECT min(balance + credit_limit) FROM account WHERE type <> 'issuance'),
        (SELECT sum(CASE WHEN debit THEN -amount ELSE amount END) FROM posting),
        (SELECT count(*) FROM journal_entry),
        (SELECT count(*) FROM account JOIN (
           SELECT account AS id, sum(CASE WHEN debit THEN -amount ELSE amount END) AS posted
           FROM posting GROUP BY account) p USING (id) WHERE balance <> posted)
      FROM journal_head""";

  @TempDir
  Path data;

  @Test
  void manyWhoPayAtOnceKeepTheBooksRight() throws SQLException {
    long seed = Effort.seed(BankIT.class);
    Town town = new Town(12);
    try (RunningTown running = RunningTown.found(data, town)) {
      long opening = running.opening().size() + 1;
      Crowd crowd = Crowd.pay(CLIENTS, PAYMENTS, seed, town, running.sender());
      for (int at = 1; at <= LOOKS; at++) {
        crowd.awaitAnswers((long) CLIENTS * PAYMENTS * at / LOOKS);
        look(running);
      }
      List<Answer> answers = crowd.join();

      KeptJournal journal = running.journal();
      journal.keepsPromises(answers);
      journal.isAnsweredForAfter(opening, answers);
      assertEquals((long) CLIENTS * PAYMENTS, answers.size());
      assertEquals(opening + answers.size(), journal.size());
      assertTrue(answers.stream().anyMatch(each -> each.status() == Answer.REFUSED));
      assertTrue(answers.stream().anyMatch(each -> each.status() == Answer.CREATED));
    }
  }

  private static void look(RunningTown running) throws SQLException {
    try (Connection owner = running.server().database().ownerConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("SET search_path TO omloop");
      try (ResultSet row = statement.executeQuery(LOOK)) {
        row.next();
        String size = "at size " + row.getLong(1);
        assertEquals(0, row.getLong(2), size + " the balances' sum");
        assertTrue(row.getLong(3) >= 0, size + " the poorest is below the limit");
        assertEquals(0, row.getLong(4), size + " the postings' sum");
        assertEquals(row.getLong(1), row.getLong(5), size + " the number of entries");
        assertEquals(0, row.getLong(6), size + " accounts that differ from their postings");
      }
    }
  }
}
