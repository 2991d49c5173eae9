package org.omloop.server.http.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** Few may wait for a paper, as anybody may ask for ever new ones. */
class DrawnPapersTest {
  private final Vertx vertx = Vertx.vertx();
  private final DrawnPapers papers = new DrawnPapers(vertx);
  private final CountDownLatch ink = new CountDownLatch(1);

  @AfterEach
  void close() {
    ink.countDown();
    await(vertx.close());
  }

  @Test
  void oneMoreThanMayWaitIsToldToComeBack() {
    List<Future<Buffer>> asked = new ArrayList<>();
    for (int paper = 0; paper < DrawnPapers.MOST_WAITING; paper++) {
      asked.add(ask("paper " + paper));
    }
    Problem problem = assertInstanceOf(Problem.class, ask("one more").cause());
    assertEquals(ProblemType.UNAVAILABLE, problem.type());
    assertEquals(OptionalInt.of(5), problem.retryAfterSeconds());
    assertSame(asked.get(3), ask("paper 3"), "it waits already");
    ink.countDown();
    asked.forEach(DrawnPapersTest::await);
    assertEquals("one more", await(ask("one more")).toString());
    assertSame(asked.get(3), ask("paper 3"), "it is kept");
  }

  @Test
  void whatCouldNotBeDrawnIsDrawnAnew() {
    Future<Buffer> spoiled = papers.find("paper", () -> {
      throw new IllegalStateException("no ink");
    });
    assertTrue(await(spoiled.map(false).otherwise(true)));
    ink.countDown();
    assertEquals("paper", await(ask("paper")).toString());
  }

  private Future<Buffer> ask(String name) {
    return papers.find(name, () -> {
      ink.await();
      return Buffer.buffer(name);
    });
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
