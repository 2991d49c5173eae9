package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.circulation.csv.LedgerFile;
import org.omloop.ledger.circulation.csv.MalformedFile;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.LotTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.Tracing;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.script.ScriptJournal;

/** Each row of a refund names the row that it gives back. */
class MovementsTableIT {
  @TempDir
  private Path folder;

  @Test
  void aGrantGivenBackNamesTheGrant() throws IOException {
    List<String> rows = rows("""
        open    city    treasury
        key     city-1 on city rights=pay by chair+treasurer
        key     city-2 on city rights=pay by chair+treasurer
        open    anna    resident
        issue   i0  city            100.00
        grant   g1  city -> anna     30.00  by city-1+city-2
        refund  r1  g1               12.00
        """);
    String grant = rows.get(rows.size() - 2);
    String refund = rows.get(rows.size() - 1);
    assertEquals(",anna,30.00,grant,", behindTime(grant));
    assertEquals("anna,,12.00,refund," + id(grant), behindTime(refund));
  }

  @Test
  void whatTheFundGivesBackNamesTheContribution() throws IOException {
    List<String> rows = rows("""
        found   fundAccount=pot contributionBasisPoints=1000
        open    pot     fund
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna            50.00
        pay     p1  anna -> bakery  20.00
        refund  r1  p1              20.00
        """);
    String payment = id(rows.get(rows.size() - 4));
    assertEquals("pot,bakery,2.00,refund," + payment + "-1", behindTime(rows.get(rows.size() - 2)));
    assertEquals("bakery,anna,20.00,refund," + payment, behindTime(rows.get(rows.size() - 1)));
  }

  @Test
  void creditComesInAndLeavesByRowsOfItsOwnWhichAreMeasuredAlike()
      throws IOException, MalformedFile {
    String script = """
        open    bakery  organisation
        open    mill    organisation
        open    anna    resident
        limit   bakery  50.00
        issue   i1  bakery          20.00
        issue   i2  anna            40.00
        pay     p1  bakery -> mill  50.00
        pay     p2  anna -> bakery  40.00
        """;
    List<String> rows = rows(script);
    String loan = id(rows.get(rows.size() - 3));
    String income = id(rows.get(rows.size() - 2));
    assertEquals(loan + "-1", id(rows.get(rows.size() - 4)));
    assertEquals(",bakery,30.00,credit,", behindTime(rows.get(rows.size() - 4)));
    assertEquals(income + "-1", id(rows.get(rows.size() - 1)));
    assertEquals("bakery,,30.00,credit,", behindTime(rows.get(rows.size() - 1)));
    JournalRows live = new JournalRows();
    ScriptJournal.of(script).forEach(live::follow);
    byte[] exported = (String.join("\n", rows) + "\n").getBytes(UTF_8);
    Rows read = LedgerFile.read(
            new ByteArrayInputStream(exported), Accounts.eachItsOwnUnit(), done -> {})
        .rows();
    assertEquals(state(live.rows()), state(read));
  }

  private static String state(Rows rows) {
    Tracing tracing = new LotTracing(rows, Rule.MIXED, Offset.hashed());
    IntStream.range(0, rows.size()).forEach(tracing::fold);
    return tracing.stateHash();
  }

  private List<String> rows(String script) throws IOException {
    Path file = folder.resolve("movements.csv");
    List<JournalEntry> journal = ScriptJournal.of(script);
    try (MovementsTable table = new MovementsTable(file)) {
      Ledger end = ScriptJournal.replay(journal, (entry, after) -> take(table, entry, after));
      table.finish("", end);
    }
    return Files.readAllLines(file);
  }

  private static void take(MovementsTable table, JournalEntry entry, Ledger after) {
    try {
      table.take(entry, entry.leaf(), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(String row) {
    return row.substring(0, row.indexOf(','));
  }

  private static String behindTime(String row) {
    return row.split(",", 3)[2];
  }
}
