package org.omloop.server;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what is kept no longer: at every start, and once a day. The log says how many, and never who. */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private Retention() {}

  static void begin(Vertx vertx, Applications applications, Notices notices, Mailboxes mailboxes) {
    run(applications, notices, mailboxes);
    vertx.setPeriodic(TimeUnit.DAYS.toMillis(1), day -> run(applications, notices, mailboxes));
  }

  private static void run(Applications applications, Notices notices, Mailboxes mailboxes) {
    mailboxes
        .forgetFormer()
        .onFailure(cause -> LOG.warn("former addresses could not be ended: {}", cause.toString()));
    notices
        .prune()
        .onFailure(cause -> LOG.warn("old notices could not be ended: {}", cause.toString()));
    applications
        .forget()
        .onSuccess(count -> LOG.info(
            "retention of {}: {} unfinished applications ended",
            LocalDate.now(ZoneOffset.UTC),
            count))
        .onFailure(cause -> LOG.warn("retention could not run: {}", cause.toString()));
  }
}
