package org.omloop.server.notices;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.Mailboxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who want statements by mail that a month (UTC) is over. Who begins to want them is told of the last month at
 * once. Confined to its event loop.
 */
public final class MonthlyStatements extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(MonthlyStatements.class);
  private static final long EVERY_MILLIS = 10_000;

  /** By then an entry that was booked in the month has been committed. */
  private static final Duration SETTLING = Duration.ofHours(1);

  private final Mailboxes mailboxes;
  private final Notices notices;
  private final Clock clock;
  // owned by the event loop: all of these
  private final Set<AccountId> told = new HashSet<>(); // of the month, by this process
  private String month = "";
  private boolean looks;
  private boolean isCutOff;

  public MonthlyStatements(Mailboxes mailboxes, Notices notices, Clock clock) {
    this.mailboxes = mailboxes;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    return Future.succeededFuture();
  }

  private void look() {
    if (looks) {
      return;
    }
    looks = true;
    String over = YearMonth.from(clock.instant().minus(SETTLING).atZone(ZoneOffset.UTC))
        .minusMonths(1)
        .toString();
    if (!over.equals(month)) {
      month = over;
      told.clear();
    }
    mailboxes.wantStatements().compose(this::tell).onComplete(done -> {
      looks = false;
      if (done.failed() && !isCutOff) { // said once
        LOG.warn("statements wait for the database: {}", done.cause().toString());
      }
      isCutOff = done.failed();
    });
  }

  private Future<Void> tell(List<AccountId> accounts) {
    Future<Void> done = Future.succeededFuture();
    for (AccountId each : accounts) {
      if (!told.contains(each)) {
        done = done.compose(before -> notices.tell(each, NoticeKind.STATEMENT, month))
            .onSuccess(kept -> told.add(each));
      }
    }
    return done;
  }
}
