package org.omloop.server.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {
  private static final Path FOLDER = Path.of("/srv/wijk/postgres/data");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      FATAL:  could not write lock file "postmaster.pid": No space left on device | is full; make room
      DETAIL: initialized by PostgreSQL version 99, which is not compatible with this version 18.3. | install the newer omloop
      DETAIL: initialized by PostgreSQL version 17, which is not compatible with this version 18.3. | docs/operators.md
      FATAL:  data directory "/srv/wijk/postgres/data" has wrong ownership | give the folder to the user
      pg_ctl: could not open PID file: Permission denied | give the folder to the user
      pg_ctl: directory "/srv/wijk/postgres/data" is not a database cluster directory | restore it from a backup
      PANIC:  could not locate a valid checkpoint record at 0/174B5E8 | restore it from a backup
      FATAL:  something new | does not start in /srv/wijk/postgres/data: FATAL:  something new
      """)
  void everyFailureSaysWhatToDo(String output, String advice) {
    String message = StartFailure.explain(FOLDER, output).getMessage();
    assertTrue(message.contains(advice), message);
    assertTrue(message.contains(FOLDER.toString()), message);
  }

  @Test
  void theFirstFatalLineIsQuotedWithoutItsTimestamp() {
    String output = """
        2026-11-24 00:15:30.168 UTC [27105] LOG:  starting PostgreSQL 18.3
        2026-11-24 00:15:30.171 UTC [27105] FATAL:  could not load library
        2026-11-24 00:15:30.172 UTC [27105] LOG:  database system is shut down
        pg_ctl: could not start server
        """;
    assertEquals(
        "PostgreSQL does not start in " + FOLDER + ": FATAL:  could not load library",
        StartFailure.explain(FOLDER, output).getMessage());
  }

  @Test
  void aServerJustEndingIsWorthAnotherTry() {
    assertTrue(StartFailure.isPassing("FATAL:  pre-existing shared memory block is still in use"));
    assertTrue(StartFailure.isPassing("FATAL:  lock file \"postmaster.pid\" already exists"));
    assertFalse(StartFailure.isPassing("FATAL:  No space left on device"));
  }
}
