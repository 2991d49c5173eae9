package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.order.SignedOrder;

/** A database that neither takes a group nor refuses it: the order is unknown after a while, and is booked once. */
class SilentDatabaseIT {
  private static final Town TOWN = new Town(4);

  @TempDir
  Path data;

  @Test
  void anOrderThatGetsNoAnswerIsUnknownAndLaterBookedOnce() throws SQLException {
    try (RunningTown running = RunningTown.found(data, TOWN)) {
      SignedOrder payment = TOWN.smallPayment(0, TOWN.terms());
      try (Connection other = running.server().database().ownerConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT 1 FROM omloop.journal_head FOR UPDATE");
        Answer unknown = running.sender().send(payment).orElseThrow();
        assertEquals(Answer.LATER, unknown.status(), unknown.body());
        other.rollback();
      }
      Wait.until("word that it takes orders", () -> running.sender().status("/ready") == 200);
      Answer booked = running.sender().send(payment).orElseThrow();
      assertEquals(Answer.CREATED, booked.status(), booked.body());
      assertEquals(booked.index(), running.sender().send(payment).orElseThrow().index());
      assertFalse(running.ended().isDone(), "the writer went on");
    }
  }
}
