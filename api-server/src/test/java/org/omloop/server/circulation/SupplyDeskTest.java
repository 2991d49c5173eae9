package org.omloop.server.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.Supplier;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.script.ScriptJournal;

/** What the office and a shop ask of a small journal in memory. */
class SupplyDeskTest {
  private static final List<byte[]> LEAVES =
      ScriptJournal.of("""
          found at=2026-06-01T09:00
          open bakery organisation sector=SBI2008:10710 area=2026:BU0363MA01
          open mill organisation sector=SBI2008:10610 area=2026:BU0363MA01
          open farm organisation sector=SBI2008:01130
          issue i1 bakery 50.00
          issue i2 mill 9.00
          pay p1 bakery -> mill 10.00
          redeem e1 bakery 2.00 supplier sector=SBI2008:01130
          at 2026-10-02T09:00
          redeem e2 mill 3.00 energy
          """).stream().map(JournalEntry::leaf).toList();

  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<Void> isRead = new CompletableFuture<>();
  private final Follower follower = new Follower(
      vertx,
      (from, count) -> Future.succeededFuture(LEAVES.subList((int) from, (int) from + count)),
      LEAVES::size,
      new KeptInMemory(),
      () -> isRead.complete(null));
  private final SupplyDesk desk = new SupplyDesk(follower);

  @AfterEach
  void close() {
    await(follower.close());
    await(vertx.close());
  }

  @Test
  void untilTheJournalHasBeenReadNothingIsTold() {
    assertInstanceOf(JournalUnread.class, desk.gaps(Optional.empty()).cause());
    assertInstanceOf(
        JournalUnread.class, desk.suppliers(new AccountId("bakery")).cause());
  }

  @Test
  void gapsAreOfTheLastQuarterThatIsOverUnlessAnotherIsAsked() {
    read();
    assertEquals("2026-Q3", gaps(Optional.empty()).period().toString());
    assertTrue(gaps(Optional.empty()).isOver());
    assertEquals(
        "sector,purpose,amount,units,local,most,most_amount\r\n35,energy,3.00,1,0,mill,3.00\r\n",
        gaps(Optional.of(Period.quarter(2026, 4))).csv());
    assertEquals(
        "sector,purpose,amount,units,local,most,most_amount\r\n01,supplier,2.00,1,1,bakery,2.00\r\n",
        gaps(Optional.of(Period.quarter(2026, 2))).csv());
    assertEquals(Optional.empty(), await(desk.gaps(Optional.of(Period.year(1999)))));
  }

  /** The mill redeemed today; the baker has been quiet for 123 days. */
  @Test
  void balancesThatSleepAreAsOfNowUnlessAPeriodIsAsked() {
    read();
    MeasuredTable now = await(desk.stuck(Optional.empty())).orElseThrow();
    assertEquals("account,balance,quiet,sector,suppliers\r\nbakery,38.00,123,10,2\r\n", now.csv());
    assertEquals(List.of("farm", "mill"), names(now.suppliers().get("bakery")));
    MeasuredTable summer =
        await(desk.stuck(Optional.of(Period.quarter(2026, 2)))).orElseThrow();
    assertEquals("account,balance,quiet,sector,suppliers\r\n", summer.csv());
  }

  @Test
  void aShopIsToldWhomItCouldPay() {
    read();
    assertEquals(
        List.of("farm", "mill"),
        names(await(desk.suppliers(new AccountId("bakery"))).suppliers()));
    assertEquals(List.of(), await(desk.suppliers(new AccountId("nobody"))).suppliers());
  }

  private MeasuredTable gaps(Optional<Period> period) {
    return await(desk.gaps(period)).orElseThrow();
  }

  private static List<String> names(List<Supplier> suppliers) {
    return suppliers.stream().map(Supplier::account).toList();
  }

  private void read() {
    follower.begin();
    isRead.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
