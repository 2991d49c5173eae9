package org.omloop.server.notices;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
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
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.webhooks.RetrySchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal by the store's cursor, plans what it tells, and mails what is due, one mail at a time. What was given
 * away and not noted as such before the process ended is sent once more, under the same Message-ID. Confined to its event
 * loop.
 */
public final class NoticeLoop extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final int AT_ONCE = 500;

  private final NoticeStore store;
  private final Mailboxes mailboxes;
  private final Addressees addressees;
  private final MailWriter writer;
  private final Attachments attachments;
  private final Mailer mailer;
  private final QuietHours quiet;
  private final Clock clock;
  private final Random random = new Random();
  // owned by the event loop: looks, isCutOff, isInTrouble
  private boolean looks;
  private boolean isCutOff;
  private boolean isInTrouble;

  /** Makes a loop; it begins when it is deployed. */
  public NoticeLoop(
      NoticeStore store,
      Mailboxes mailboxes,
      Addressees addressees,
      MailWriter writer,
      Attachments attachments,
      Mailer mailer,
      QuietHours quiet,
      Clock clock) {
    this.store = store;
    this.mailboxes = mailboxes;
    this.addressees = addressees;
    this.writer = writer;
    this.attachments = attachments;
    this.mailer = mailer;
    this.quiet = quiet;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return mailer.close();
  }

  private void look() {
    if (looks) {
      return;
    }
    looks = true;
    follow()
        .compose(followed -> plan())
        .compose(planned -> store.due(now()))
        .compose(due -> sendAll(mails(due).iterator()))
        .onComplete(done -> {
          looks = false;
          if (done.failed() && !isCutOff) { // said once, not every second
            LOG.warn("notices wait for the database: {}", done.cause().toString());
          }
          isCutOff = done.failed();
        });
  }

  private Future<Void> follow() {
    return store
        .unread()
        .compose(stretch -> stretch.until() <= stretch.from()
            ? Future.succeededFuture()
            : vertx
                .executeBlocking(() -> notices(stretch), false)
                .compose(notices -> store.follow(stretch, notices, now()))
                .compose(followed -> follow()));
  }

  private static List<NewNotice> notices(NoticeStore.Stretch stretch) {
    return stretch.told().stream()
        .map(JournalNotices::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private Future<Void> plan() {
    return store.fresh(AT_ONCE).compose(fresh -> {
      if (fresh.isEmpty()) {
        return Future.succeededFuture();
      }
      return boxes(fresh)
          .map(boxes -> fresh.stream().map(each -> plan(each, boxes)).toList())
          .compose(store::plan)
          .compose(planned -> plan());
    });
  }

  private Future<Map<AccountId, Mailbox>> boxes(List<Notice> notices) {
    Set<AccountId> accounts = notices.stream()
        .map(Notice::recipient)
        .filter(AccountId::isValid)
        .map(AccountId::new)
        .collect(toSet());
    return mailboxes.of(accounts);
  }

  private NoticeStore.Plan plan(Notice notice, Map<AccountId, Mailbox> boxes) {
    MailPlan plan = MailPlan.of(notice, box(notice, boxes), quiet, clock.instant());
    return new NoticeStore.Plan(
        notice.id(),
        plan.dueAt().map(due -> OptionalLong.of(due.getEpochSecond())).orElse(OptionalLong.empty()),
        plan.isDaily());
  }

  private static Optional<Mailbox> box(Notice notice, Map<AccountId, Mailbox> boxes) {
    return AccountId.isValid(notice.recipient())
        ? Optional.ofNullable(boxes.get(new AccountId(notice.recipient())))
        : Optional.empty();
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

  /** Answers whether the mail server is there to take the next. */
  private Future<Boolean> send(List<Notice> mail) {
    Notice first = mail.get(0);
    return boxes(mail).compose(boxes -> {
      Instant now = clock.instant();
      if (MailPlan.of(first, box(first, boxes), quiet, now).dueAt().isEmpty()) {
        return ended(mail);
      }
      Instant mayGo = first.kind().isUrgent() ? now : quiet.after(now);
      return mayGo.isAfter(now)
          ? store
              .postpone(ids(mail), mayGo.getEpochSecond(), false, OptionalInt.empty())
              .map(true)
          : write(mail);
    });
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
                .of(mail.get(0), to.get())
                .compose(files -> mailer.send(name(mail), writer.write(mail, to.get(), files)))
                .transform(sent ->
                    note(mail, sent.succeeded() ? Optional.empty() : Optional.of(sent.cause()))));
  }

  private Future<Boolean> note(List<Notice> mail, Optional<Throwable> failed) {
    if (failed.isEmpty()) {
      isInTrouble = false;
      return store
          .end(ids(mail), Optional.of(NoticeStore.Outcome.SENT), OptionalInt.empty())
          .map(true);
    }
    if (failed.get() instanceof MailRefused refused) {
      return store
          .end(
              ids(mail), Optional.of(NoticeStore.Outcome.REFUSED), OptionalInt.of(refused.status()))
          .map(true);
    }
    return failed.get() instanceof MailTrouble trouble
        ? again(mail, trouble.status()).map(tried -> isThere(trouble))
        : again(mail, OptionalInt.empty()).map(tried -> isWritten(mail.get(0), failed.get()));
  }

  /** Said once for each time that the mail server is away. */
  private boolean isThere(MailTrouble trouble) {
    if (!isInTrouble) {
      LOG.warn("mail waits: {}", trouble.getMessage());
    }
    isInTrouble = true;
    return trouble.status().isPresent();
  }

  /** A fault of ours with one message keeps no other from going. */
  private static boolean isWritten(Notice notice, Throwable cause) {
    LOG.error(
        "notice {} could not be written: {}", notice.id(), cause.getClass().getName());
    return true;
  }

  private Future<Void> again(List<Notice> mail, OptionalInt status) {
    OptionalLong pause =
        RetrySchedule.pause(mail.get(0).tries() + 1, OptionalLong.empty(), random.nextDouble());
    return pause.isEmpty()
        ? store.end(ids(mail), Optional.of(NoticeStore.Outcome.GIVEN_UP), status)
        : store.postpone(ids(mail), now() + pause.getAsLong(), true, status);
  }

  private static String name(List<Notice> mail) {
    return Notices.mailName(mail.get(0).id());
  }

  private static List<Long> ids(List<Notice> mail) {
    return mail.stream().map(Notice::id).toList();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
