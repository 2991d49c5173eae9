package org.omloop.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten tries, over some three days. */
class RetryScheduleTest {
  private static final OptionalLong NONE = OptionalLong.empty();

  @Test
  void thePausesAreThoseOfTheStandard() {
    List<Long> pauses = IntStream.rangeClosed(1, 9)
        .mapToObj(tries -> RetrySchedule.pause(tries, NONE, 0).orElseThrow())
        .toList();
    assertEquals(
        List.of(5L, 300L, 1_800L, 7_200L, 18_000L, 36_000L, 50_400L, 72_000L, 86_400L), pauses);
    assertEquals(NONE, RetrySchedule.pause(10, NONE, 0));
  }

  @Test
  void chanceMakesAPauseUpToATenthLonger() {
    assertEquals(OptionalLong.of(330), RetrySchedule.pause(2, NONE, 1));
    assertEquals(OptionalLong.of(315), RetrySchedule.pause(2, NONE, 0.5));
  }

  @Test
  void whatTheReceiverWishesIsKeptUpToADay() {
    assertEquals(OptionalLong.of(120), RetrySchedule.pause(1, OptionalLong.of(120), 0));
    assertEquals(OptionalLong.of(300), RetrySchedule.pause(2, OptionalLong.of(120), 0));
    assertEquals(OptionalLong.of(86_400), RetrySchedule.pause(1, OptionalLong.of(999_999), 0));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    Instant now = Instant.parse("2026-11-27T20:00:00Z");
    assertEquals(OptionalLong.of(90), Sender.retryAfter("90", now));
    assertEquals(OptionalLong.of(60), Sender.retryAfter("Fri, 27 Nov 2026 20:01:00 GMT", now));
    assertEquals(OptionalLong.of(0), Sender.retryAfter("Fri, 27 Nov 2026 19:01:00 GMT", now));
    assertEquals(NONE, Sender.retryAfter("soon", now));
    assertEquals(NONE, Sender.retryAfter("-5", now));
  }
}
