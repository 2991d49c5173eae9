package org.omloop.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.http.Surroundings;
import org.omloop.server.http.statement.MonthFile;
import org.omloop.server.identity.Applications;
import org.omloop.server.notices.Addressee;
import org.omloop.server.notices.Addressees;
import org.omloop.server.notices.FileOutbox;
import org.omloop.server.notices.MailLoop;
import org.omloop.server.notices.MailSettings;
import org.omloop.server.notices.MailWriter;
import org.omloop.server.notices.Mailer;
import org.omloop.server.notices.MonthlyStatements;
import org.omloop.server.notices.Notice;
import org.omloop.server.notices.NoticeLoop;
import org.omloop.server.notices.NoticeStore;
import org.omloop.server.notices.SmtpMailer;

/**
 * What tells members and the office what happened, by mail too. Immutable.
 *
 * @param outbox the folder for mail where no mail server is set
 */
record Mailing(Vertx vertx, MailSettings settings, Path outbox) {
  /** Makes what takes mail along. */
  Mailer mailer() {
    FileOutbox files = new FileOutbox(vertx, outbox);
    return settings
        .smtp()
        .<Mailer>map(smtp -> new SmtpMailer(vertx, smtp, files))
        .orElse(files);
  }

  /**
   * Makes the loops that note, plan and send; they begin when they are deployed.
   *
   * @param listens where the server answers, for mail to name where no address is set
   */
  List<VerticleBase> loops(Surroundings around, Mailer mailer, Supplier<String> listens) {
    return List.of(
        new NoticeLoop(
            around.notices().store(),
            around.mailboxes(),
            around.directory(),
            settings.quiet(),
            settings.clock(),
            settings.every()),
        sending(around, mailer, listens),
        new MonthlyStatements(around.mailboxes(), around.notices(), settings.clock()),
        new OfficeWatch(
            around.proposals(),
            around.books(),
            around.notices(),
            settings.quiet().zone(),
            settings.clock()));
  }

  private MailLoop sending(Surroundings around, Mailer mailer, Supplier<String> listens) {
    NoticeStore store = around.notices().store();
    Applications applications =
        new Applications(around.people(), id -> around.directory().account(id).isPresent());
    MailWriter writer = new MailWriter(
        () -> around.directory().genesis().orElseThrow(),
        settings.from(),
        () -> settings.address().orElseGet(listens),
        settings.quiet().zone());
    MonthFile months = new MonthFile(
        vertx, around.directory(), around.view(), around.members(), Clock.systemUTC());
    return new MailLoop(
        store,
        around.mailboxes(),
        new Addressees(around.people(), applications, around.mailboxes(), store),
        writer,
        (notice, to) -> files(months, notice, to),
        mailer,
        settings.quiet(),
        settings.clock(),
        settings.every());
  }

  private static Future<List<MailAttachment>> files(MonthFile months, Notice notice, Addressee to) {
    return notice.kind().isStatement()
        ? months
            .of(
                new AccountId(notice.recipient()),
                YearMonth.parse(notice.about()),
                to.statement(),
                to.language())
            .map(made -> List.of(MailAttachment.create()
                .setName(made.name())
                .setContentType(made.mediaType())
                .setData(Buffer.buffer(made.bytes()))))
        : Future.succeededFuture(List.of());
  }
}
