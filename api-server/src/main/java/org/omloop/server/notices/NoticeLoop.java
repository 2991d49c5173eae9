package org.omloop.server.notices;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.directory.Directory;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.identity.Mailboxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal by the store's cursor, and plans when what it tells is mailed. Confined to its event loop.
 */
public final class NoticeLoop extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
  private static final int AT_ONCE = 500;

  private final NoticeStore store;
  private final Mailboxes mailboxes;
  private final Directory directory;
  private final QuietHours quiet;
  private final Clock clock;
  private final Duration every;
  // owned by the event loop: looks, isCutOff
  private boolean looks;
  private boolean isCutOff;

  /** Makes a loop; it begins when it is deployed. */
  public NoticeLoop(
      NoticeStore store,
      Mailboxes mailboxes,
      Directory directory,
      QuietHours quiet,
      Clock clock,
      Duration every) {
    this.store = store;
    this.mailboxes = mailboxes;
    this.directory = directory;
    this.quiet = quiet;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(every.toMillis(), tick -> look());
    return Future.succeededFuture();
  }

  private void look() {
    if (looks) {
      return;
    }
    looks = true;
    follow().compose(followed -> plan()).onComplete(done -> {
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

  private List<NewNotice> notices(NoticeStore.Stretch stretch) {
    return stretch.told().stream().map(this::notice).flatMap(Optional::stream).toList();
  }

  /** One entry that tells nothing we can read keeps no other from being told. */
  private Optional<NewNotice> notice(NoticeStore.Told told) {
    try {
      return JournalNotices.of(told, directory);
    } catch (RuntimeException e) {
      LOG.error("an entry could not be told: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private Future<Void> plan() {
    return store.fresh(AT_ONCE).compose(fresh -> {
      if (fresh.isEmpty()) {
        return Future.succeededFuture();
      }
      return mailboxes
          .of(accounts(fresh))
          .map(boxes -> fresh.stream().map(each -> plan(each, boxes)).toList())
          .recover(cause -> planEach(fresh))
          .compose(store::plan)
          .compose(planned -> plan());
    });
  }

  /** A mailbox that cannot be opened is tried when mail is sent, where its failing is shown, and holds up no other. */
  private Future<List<NoticeStore.Plan>> planEach(List<Notice> fresh) {
    List<Future<NoticeStore.Plan>> plans = fresh.stream()
        .map(each -> mailboxes
            .of(accounts(List.of(each)))
            .map(boxes -> plan(each, boxes))
            .otherwise(cause -> new NoticeStore.Plan(each.id(), OptionalLong.of(now()), false)))
        .toList();
    return Future.all(plans).map(all -> all.list());
  }

  static Set<AccountId> accounts(List<Notice> notices) {
    return notices.stream()
        .map(Notice::recipient)
        .filter(AccountId::isValid)
        .map(AccountId::new)
        .collect(toSet());
  }

  private NoticeStore.Plan plan(Notice notice, Map<AccountId, Mailbox> boxes) {
    MailPlan plan = MailPlan.of(notice, box(notice, boxes), quiet, clock.instant());
    return new NoticeStore.Plan(
        notice.id(),
        plan.dueAt().map(due -> OptionalLong.of(due.getEpochSecond())).orElse(OptionalLong.empty()),
        plan.isDaily());
  }

  static Optional<Mailbox> box(Notice notice, Map<AccountId, Mailbox> boxes) {
    return AccountId.isValid(notice.recipient())
        ? Optional.ofNullable(boxes.get(new AccountId(notice.recipient())))
        : Optional.empty();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
