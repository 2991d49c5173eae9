package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.server.sequencer.BookingClock;

/**
 * An order is valid by the time its entry is booked at, and that time only ever goes forward: strictly, whatever the
 * wall clock does.
 *
 * <p>The tests share one server. The second leaves its booking time a day ahead, so it comes last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockIT {
  private static final long HOUR = TimeUnit.HOURS.toSeconds(1);
  private static final long DAY = TimeUnit.DAYS.toSeconds(1);
  private static final long MICROS = 1_000_000;

  /** How far ahead a signer's clock may be (protocol.md). */
  private static final long TOLERANCE_SECONDS = 120;

  /** What becomes of true time, in unix microseconds. */
  private static final Map<String, LongUnaryOperator> TURNS = Map.of(
      "back an hour", time -> time - HOUR * MICROS,
      "ahead a day", time -> time + DAY * MICROS,
      "frozen", frozenAt(trueMicros()));

  @TempDir
  static Path data;

  private static final Town TOWN = new Town(4);
  private static RunningTown running;

  private static volatile LongUnaryOperator turn = LongUnaryOperator.identity();
  private static volatile LongSupplier clock =
      new BookingClock(() -> turn.applyAsLong(trueMicros()), System::nanoTime);

  private static LongUnaryOperator frozenAt(long micros) {
    return time -> micros;
  }

  private static long trueMicros() {
    return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
  }

  @BeforeAll
  static void start() {
    running = RunningTown.found(data, TOWN, config -> config.by(() -> clock.getAsLong()));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  @Order(1)
  void byTheServersOwnClockAWallClockThatLeapsChangesNothing() {
    SignedOrder hold = TOWN.hold(0, TOWN.terms(), Town.now() + HOUR);
    assertPosted(hold);
    TURNS.forEach((name, turned) -> {
      turn = turned;
      assertEndsByTrueTime(name);
    });
    turn = LongUnaryOperator.identity();
    assertPosted(TOWN.capture(0, TOWN.terms(), hold.id()));
    assertRightByBookingTime(running.journal().entries());
  }

  private static void assertEndsByTrueTime(String name) {
    long now = Town.now();
    long before = trueMicros();
    assertPosted(payment(now, now + 600));
    assertRefused(Refusal.EXPIRED, payment(now - 600, now - 60));
    assertRefused(Refusal.NOT_YET_VALID, payment(now + HOUR, now + 2 * HOUR));
    assertRefused(Refusal.EXPIRED, payment(now - 2 * HOUR, now - HOUR));
    long after = trueMicros();

    long slack = Duration.ofSeconds(20).toNanos() / 1_000;
    List<JournalEntry> entries = running.journal().entries();
    for (JournalEntry each : entries.subList(entries.size() - 4, entries.size())) {
      assertTrue(each.bookedAt() > before - slack, name + ": booked too early");
      assertTrue(each.bookedAt() < after + slack, name + ": booked too late");
    }
  }

  @Test
  @Order(2)
  void byAClockThatItselfLeapsTimeStillGoesForward() {
    clock = ClockIT::trueMicros;
    long now = Town.now();
    assertPosted(payment(now, now + 600));
    assertRefused(Refusal.EXPIRED, payment(now - HOUR, now - 60));

    clock = () -> trueMicros() - HOUR * MICROS;
    assertRefused(Refusal.EXPIRED, payment(now - HOUR, now - 60)); // does not live again
    assertPosted(payment(now, now + 600));

    clock = () -> trueMicros() + DAY * MICROS;
    assertRefused(Refusal.EXPIRED, payment(now, now + 600));
    assertPosted(payment(now, now + 2 * DAY));

    clock = ClockIT::trueMicros;
    assertRefused(Refusal.EXPIRED, payment(now, now + 600)); // a day once booked has been
    assertPosted(payment(now, now + 2 * DAY));

    long frozen = trueMicros();
    clock = () -> frozen;
    for (int at = 0; at < 10; at++) {
      assertPosted(payment(now, now + 2 * DAY));
    }
    assertRightByBookingTime(running.journal().entries());
  }

  private static SignedOrder payment(long from, long until) {
    return TOWN.smallPayment(0, TOWN.terms(from, until));
  }

  private static void assertPosted(SignedOrder order) {
    Answer answer = running.sender().send(order).orElseThrow();
    assertEquals(Answer.CREATED, answer.status(), answer.body());
  }

  private static void assertRefused(Refusal reason, SignedOrder order) {
    Answer answer = running.sender().send(order).orElseThrow();
    assertEquals(Answer.REFUSED, answer.status(), answer.body());
    assertEquals(reason.wireName(), answer.problem());
  }

  /** The rule itself, for every entry there is. */
  private static void assertRightByBookingTime(List<JournalEntry> entries) {
    List<Long> booked =
        new ArrayList<>(entries.stream().map(JournalEntry::bookedAt).toList());
    assertEquals(booked.stream().sorted().distinct().toList(), booked, "strictly increasing");
    for (JournalEntry each : entries) {
      Terms terms = each.order().order().terms();
      long second = each.bookedAt() / MICROS;
      assertEquals(second > terms.expiresAt(), isRefusedAs(Refusal.EXPIRED).test(each), "expiry");
      assertEquals(
          terms.issuedAt() > second + TOLERANCE_SECONDS,
          isRefusedAs(Refusal.NOT_YET_VALID).test(each),
          "beginning");
    }
  }

  private static Predicate<JournalEntry> isRefusedAs(Refusal reason) {
    return entry -> entry.refusal().equals(Optional.of(reason));
  }
}
