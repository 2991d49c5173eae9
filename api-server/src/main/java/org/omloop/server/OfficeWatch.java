package org.omloop.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.omloop.ledger.Ledger;
import org.omloop.server.books.AuditResult;
import org.omloop.server.http.books.OfficeBooks;
import org.omloop.server.notices.NoticeKind;
import org.omloop.server.notices.Notices;
import org.omloop.server.proposals.ProposalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the office once a day of what waits for it: orders for a second signature, and a reserve that does not close.
 * Confined to its event loop.
 */
final class OfficeWatch extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeWatch.class);
  private static final long EVERY_MILLIS = 10_000;

  private final ProposalStore proposals;
  private final OfficeBooks books;
  private final Notices notices;
  private final ZoneId zone;
  private final Clock clock;
  // owned by the event loop
  private boolean isCutOff;

  OfficeWatch(
      ProposalStore proposals, OfficeBooks books, Notices notices, ZoneId zone, Clock clock) {
    this.proposals = proposals;
    this.books = books;
    this.notices = notices;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    return Future.succeededFuture();
  }

  private void look() {
    String day = LocalDate.ofInstant(clock.instant(), zone).toString();
    Future<Void> reserve = isReserveOpen()
        ? notices.tell(Ledger.OPERATOR, NoticeKind.RESERVE_OPEN, day)
        : Future.succeededFuture();
    reserve
        .compose(told -> proposals.open(Clock.systemUTC().instant().getEpochSecond()))
        .compose(open -> open.isEmpty()
            ? Future.succeededFuture()
            : notices.tell(Ledger.OPERATOR, NoticeKind.PROPOSALS_WAITING, day))
        .onComplete(told -> {
          if (told.failed() && !isCutOff) { // said once
            LOG.warn("the office could not be told: {}", told.cause().toString());
          }
          isCutOff = told.failed();
        });
  }

  /** The checks on the reserve are those whose names begin with R. */
  private boolean isReserveOpen() {
    return books.lastAudit().made().stream()
        .flatMap(audit -> audit.results().stream())
        .filter(each -> each.check().name().startsWith("R"))
        .anyMatch(each -> each.verdict() == AuditResult.Verdict.DIFFERENCE);
  }
}
