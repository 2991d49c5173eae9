package org.omloop.server.notices;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.mail.MailAttachment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.webhooks.RetrySchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails what is due, one mail at a time and what cannot wait first. What was given away and not noted as such before the
 * process ended is sent once more, under the same Message-ID. Confined to its event loop.
 */
public final class MailLoop extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(MailLoop.class);

  private final NoticeStore store;
  private final Mailboxes mailboxes;
  private final Addressees addressees;
  private final MailWriter writer;
  private final Attachments attachments;
  private final Mailer mailer;
  private final QuietHours quiet;
  private final Clock clock;
  private final Duration every;
  private final Random random = new Random();
  private final MailServerPause pause = new MailServerPause();
  // owned by the event loop: sends, isCutOff, isInTrouble, and pause
  private boolean sends;
  private boolean isCutOff;
  private boolean isInTrouble;

  /** Makes a loop; it begins when it is deployed. */
  public MailLoop(
      NoticeStore store,
      Mailboxes mailboxes,
      Addressees addressees,
      MailWriter writer,
      Attachments attachments,
      Mailer mailer,
      QuietHours quiet,
      Clock clock,
      Duration every) {
    this.store = store;
    this.mailboxes = mailboxes;
    this.addressees = addressees;
    this.writer = writer;
    this.attachments = attachments;
    this.mailer = mailer;
    this.quiet = quiet;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(every.toMillis(), tick -> look());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return mailer.close();
  }

  private void look() {
    if (sends || pause.lasts(now())) {
      return;
    }
    sends = true;
    store.due(now()).compose(due -> sendAll(mails(due).iterator())).onComplete(done -> {
      sends = false;
      if (done.failed() && !isCutOff) { // said once, not every second
        LOG.warn("mail waits for the database: {}", done.cause().toString());
      }
      isCutOff = done.failed();
    });
  }

  /** What goes into the day's one mail is together, all else alone. */
  private static List<List<Notice>> mails(List<Notice> due) {
    Map<String, List<Notice>> mails = new LinkedHashMap<>();
    for (Notice each : due) {
      String mail = each.isDaily() ? "daily " + each.recipient() : Long.toString(each.id());
      mails.computeIfAbsent(mail, none -> new ArrayList<>()).add(each);
    }
    return List.copyOf(mails.values());
  }

  private Future<Void> sendAll(Iterator<List<Notice>> left) {
    return left.hasNext()
        ? send(left.next()).compose(goesOn -> goesOn ? sendAll(left) : Future.succeededFuture())
        : Future.succeededFuture();
  }

  /** Answers whether the mail server is there to take the next. A record that cannot be opened holds up its own mail alone. */
  private Future<Boolean> send(List<Notice> mail) {
    return mailboxes
        .of(NoticeLoop.accounts(mail))
        .compose(boxes -> send(mail, NoticeLoop.box(mail.get(0), boxes)))
        .recover(cause -> again(mail, OptionalInt.empty()).map(put -> isWritten(mail, cause)));
  }

  private Future<Boolean> send(List<Notice> mail, Optional<Mailbox> box) {
    Notice first = mail.get(0);
    Instant now = clock.instant();
    if (MailPlan.of(first, box, quiet, now).dueAt().isEmpty()) {
      return ended(mail);
    }
    Instant mayGo = first.kind().isUrgent() ? now : quiet.after(now);
    return mayGo.isAfter(now)
        ? store
            .postpone(ids(mail), mayGo.getEpochSecond(), false, OptionalInt.empty())
            .map(true)
        : write(mail);
  }

  private Future<Boolean> ended(List<Notice> mail) {
    return store.end(ids(mail), Optional.empty(), OptionalInt.empty()).map(true);
  }

  private Future<Boolean> write(List<Notice> mail) {
    return addressees
        .of(mail.get(0))
        .compose(to -> to.isEmpty()
            ? ended(mail)
            : attachments
                .of(mail.get(0), to.get(0))
                .compose(files -> give(mail, to, files))
                .transform(sent ->
                    note(mail, sent.succeeded() ? Optional.empty() : Optional.of(sent.cause()))));
  }

  /** Gives it to each in turn: that one is refused keeps it from no other. */
  private Future<Void> give(List<Notice> mail, List<Addressee> to, List<MailAttachment> files) {
    Addressee first = to.get(0);
    List<Addressee> rest = to.subList(1, to.size());
    Future<Void> given = mailer.send(
        Notices.mailName(mail.get(0).id(), first.isFormer()), writer.write(mail, first, files));
    return rest.isEmpty()
        ? given
        : given.transform(one -> isOfServer(one.cause())
            ? given
            : give(mail, rest, files).transform(others -> both(given, others)));
  }

  /** Trouble is tried again; a refusal counts where nobody took it. */
  private static Future<Void> both(Future<Void> one, AsyncResult<Void> others) {
    boolean isTrouble = one.failed() && !(one.cause() instanceof MailRefused);
    if (isTrouble || others.succeeded()) {
      return isTrouble ? one : Future.succeededFuture();
    }
    return others.cause() instanceof MailRefused && one.succeeded()
        ? one
        : Future.failedFuture(others.cause());
  }

  private static boolean isOfServer(@Nullable Throwable cause) {
    return cause instanceof MailTrouble trouble && trouble.isOfServer();
  }

  private Future<Boolean> note(List<Notice> mail, Optional<Throwable> failed) {
    if (failed.isEmpty()) {
      isInTrouble = false;
      pause.end();
      return store
          .end(ids(mail), Optional.of(NoticeStore.Outcome.SENT), OptionalInt.empty())
          .map(true);
    }
    if (failed.get() instanceof MailRefused refused) {
      return refused(mail, refused);
    }
    if (!(failed.get() instanceof MailTrouble trouble)) {
      return again(mail, OptionalInt.empty()).map(tried -> isWritten(mail, failed.get()));
    }
    if (!isInTrouble) { // said once for each time
      LOG.warn("mail waits: {}", trouble.getMessage());
    }
    isInTrouble = true;
    if (trouble.isOfServer()) {
      pause.begin(now());
      return Future.succeededFuture(false); // it is no fault of the message, and no try of it
    }
    return again(mail, trouble.status()).map(true);
  }

  /** A server that refuses one after the other, such as one that does not know us, means us and not them. */
  private Future<Boolean> refused(List<Notice> mail, MailRefused refused) {
    if (pause.isRefusedOnceMore()) {
      LOG.warn("mail waits: one after the other refused with {}", refused.status());
      pause.begin(now());
      return again(mail, OptionalInt.of(refused.status())).map(false);
    }
    return store
        .end(ids(mail), Optional.of(NoticeStore.Outcome.REFUSED), OptionalInt.of(refused.status()))
        .map(true);
  }

  /** A fault of ours with one message keeps no other from going. */
  private static boolean isWritten(List<Notice> mail, Throwable cause) {
    LOG.error(
        "notice {} could not be mailed: {}", mail.get(0).id(), cause.getClass().getName());
    return true;
  }

  private Future<Void> again(List<Notice> mail, OptionalInt status) {
    OptionalLong wait =
        RetrySchedule.pause(mail.get(0).tries() + 1, OptionalLong.empty(), random.nextDouble());
    return wait.isEmpty()
        ? store.end(ids(mail), Optional.of(NoticeStore.Outcome.GIVEN_UP), status)
        : store.postpone(ids(mail), now() + wait.getAsLong(), true, status);
  }

  private static List<Long> ids(List<Notice> mail) {
    return mail.stream().map(Notice::id).toList();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
