package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Effort;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.sequencer.JournalDamaged;

/** A server whose database is killed starts it again, and has lost nothing that was answered. */
class KilledDatabaseIT {
  private static final int CLIENTS = 24;
  private static final int ROUNDS = Effort.of(2, 60);
  private static final int MOST_ANSWERS_A_ROUND = 300;
  private static final int ANSWERS_TO_LOSE = 200;
  private static final int ATTEMPTS_TO_LOSE = 5;

  private final Town town = new Town(12);

  @TempDir
  Path data;

  private RunningTown running;

  @BeforeEach
  void found() {
    running = RunningTown.found(data, town);
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void theServerGoesOnByItselfAndEveryReceiptStands() {
    long seed = Effort.seed(KilledDatabaseIT.class);
    Random chance = new Random(seed);
    killWhileNobodyCalls();
    Crowd crowd = Crowd.pay(CLIENTS, Integer.MAX_VALUE, seed, town, running.sender());
    for (int round = 0; round < ROUNDS; round++) {
      crowd.awaitMoreAnswers(1 + chance.nextInt(MOST_ANSWERS_A_ROUND));
      PostgresProcesses.of(data).kill();
      crowd.awaitMoreAnswers(CLIENTS);
      assertOldAnswersAreFound();
    }
    List<Answer> answers = crowd.stop();

    assertFalse(running.ended().isDone(), "the writer went on");
    assertEquals(List.of(), crowd.lost(), "the server itself was never gone");
    assertTrue(crowd.delays().size() >= ROUNDS, "the kills met orders under way");
    crowd.delays().forEach(KilledDatabaseIT::assertSaysUnknown);
    assertKept(answers);
  }

  /** A load balancer sends nothing to a server that is not ready, so it has to become so by itself. */
  private void killWhileNobodyCalls() {
    PostgresProcesses.of(data).kill();
    Wait.until("word that it is not ready", () -> running.sender().status("/ready") == 503);
    Wait.until("word that it is ready", () -> running.sender().status("/ready") == 200);
  }

  private void assertOldAnswersAreFound() {
    Answer old = running.opening().get(0);
    Answer again = running.sender().send(old.order()).orElseThrow();
    assertEquals(Answer.OK, again.status(), again.body());
    assertEquals(old.index(), again.index());
  }

  private static void assertSaysUnknown(Answer answer) {
    assertEquals("outcome-unknown", answer.problem());
    assertTrue(Integer.parseInt(answer.retryAfter()) > 0);
  }

  private void assertKept(List<Answer> answers) {
    KeptJournal journal = running.journal();
    journal.keepsPromises(running.opening());
    journal.keepsPromises(answers);
    journal.isAnsweredForAfter(running.opening().size() + 1L, answers);
  }

  /** The control: where commits do not wait for the disk, the same test finds what is lost, and the writer stops. */
  @Test
  void withoutSynchronousCommitAnswersAreLostAndBothTestAndServerNotice() throws SQLException {
    long seed = Effort.seed(KilledDatabaseIT.class);
    commitWithoutTheDisk();
    Crowd crowd = Crowd.pay(CLIENTS, Integer.MAX_VALUE, seed, town, running.sender());
    for (int at = 0; at <= ATTEMPTS_TO_LOSE && !running.ended().isDone(); at++) {
      PostgresProcesses.of(data).kill(); // the first time for the writer to enter anew
      crowd.awaitMoreAnswersOr(ANSWERS_TO_LOSE, running.ended()::isDone);
    }
    List<Answer> answers = crowd.abandon();

    assertTrue(running.ended().isDone(), "no answer was lost");
    assertInstanceOf(JournalDamaged.class, running.ended().join());
    assertThrows(AssertionError.class, () -> assertKept(answers));
    running.close();
    String refusal =
        assertThrows(DatabaseUnavailable.class, () -> RunningTown.recover(data)).getMessage();
    assertTrue(refusal.contains("has synchronous_commit=off for omloop_writer"), refusal);
  }

  private void commitWithoutTheDisk() throws SQLException {
    try (Connection owner = running.server().database().ownerConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER ROLE omloop_writer SET synchronous_commit = off");
      statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
      statement.execute("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
    }
  }
}
