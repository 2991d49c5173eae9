package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Effort;

/** A server that is killed loses nothing it has answered, and decides nothing twice. */
class KilledServerIT {
  private static final int CLIENTS = 24;
  private static final int ROUNDS = Effort.of(2, 40);
  private static final int MOST_ANSWERS_A_ROUND = 400;
  private static final int ASKED_AGAIN = 40;

  @TempDir
  Path data;

  @Test
  void everyReceiptStandsAndEveryOrderEndsOnce() {
    Random chance = new Random(Effort.seed(KilledServerIT.class));
    ServerProcess process = ServerProcess.on(data);
    AtomicReference<String> address = new AtomicReference<>(process.address());
    try {
      Town town = new Town(12);
      Sender sender = new Sender(address::get);
      List<Answer> opening = sender.sendAll(town.opening(process.codes()));
      Crowd crowd = Crowd.pay(CLIENTS, Integer.MAX_VALUE, chance.nextLong(), town, sender);
      for (int round = 1; round < ROUNDS; round++) {
        killUnderLoad(process, crowd, chance);
        process = ServerProcess.on(data);
        address.set(process.address());
      }
      killUnderLoad(process, crowd, chance);
      assertKept(opening, crowd, address, chance);
    } finally {
      process.kill();
    }
  }

  private static void killUnderLoad(ServerProcess process, Crowd crowd, Random chance) {
    crowd.awaitMoreAnswers(1 + chance.nextInt(MOST_ANSWERS_A_ROUND));
    process.kill();
  }

  private void assertKept(
      List<Answer> opening, Crowd crowd, AtomicReference<String> address, Random chance) {
    try (RunningTown recovered = RunningTown.recover(data)) {
      address.set(recovered.server().address());
      crowd.awaitMoreAnswers(CLIENTS);
      List<Answer> answers = crowd.stop();
      assertTrue(crowd.lost().size() >= ROUNDS, "the kills met orders under way");

      KeptJournal journal = recovered.journal();
      journal.keepsPromises(opening);
      journal.keepsPromises(answers);
      journal.isAnsweredForAfter(opening.size() + 1L, answers);

      for (int at = 0; at < ASKED_AGAIN; at++) {
        Answer before = answers.get(chance.nextInt(answers.size()));
        Optional<Answer> again = recovered.sender().send(before.order());
        assertEquals(Optional.of(before.index()), again.map(Answer::index));
      }
      assertEquals(journal.size(), recovered.journal().size());
    }
  }
}
