package org.omloop.server.bank;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal, so that a line is issued when the journal says so, whoever signed and wherever; and has what is kept
 * and not stated, stated. Confined to its event loop.
 */
public final class BankFollower extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(BankFollower.class);
  private static final long EVERY_MILLIS = 500;

  private final BankStore store;
  private final BankDesk desk;
  private boolean looks;
  private boolean isCutOff;

  public BankFollower(BankStore store, BankDesk desk) {
    this.store = store;
    this.desk = desk;
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
    follow().compose(followed -> desk.book()).onComplete(done -> {
      looks = false;
      if (done.failed() && !isCutOff) { // said once, not twice a second
        LOG.warn("bank lines wait for the journal: {}", done.cause().toString());
      }
      isCutOff = done.failed();
    });
  }

  private Future<Void> follow() {
    return store
        .unread()
        .compose(unread -> unread.isEmpty()
            ? Future.succeededFuture()
            : vertx
                .executeBlocking(() -> read(unread.get().leaves()), false)
                .compose(entries -> store.mark(marks(entries), unread.get().next()))
                .compose(marked -> follow()));
  }

  private static List<JournalEntry> read(List<byte[]> leaves) {
    return leaves.stream().map(LeafDecoder::decode).toList();
  }

  private static List<BankStore.Mark> marks(List<JournalEntry> entries) {
    List<BankStore.Mark> marks = new ArrayList<>();
    for (JournalEntry entry : entries) {
      bank(entry.order().order())
          .filter(key -> entry.refusal().filter(BankFollower::isNobodys).isEmpty())
          .ifPresent(key -> marks.add(new BankStore.Mark(
              key,
              entry.refusal().isEmpty() ? OptionalLong.of(entry.index()) : OptionalLong.empty(),
              entry.refusal().map(each -> each.wireName()).orElse(""),
              payee(entry.order().order()))));
    }
    return marks;
  }

  /** What a key without the right says of a line is no news of the line; those refusals come first of all. */
  private static boolean isNobodys(Refusal refusal) {
    return refusal.compareTo(Refusal.KEY_LACKS_RIGHT) <= 0;
  }

  private static Optional<AccountId> payee(Order order) {
    return order instanceof Order.Issue issue ? Optional.of(issue.to()) : Optional.empty();
  }

  /** Returns the line that an order names. */
  private static Optional<String> bank(Order order) {
    if (order instanceof Order.Issue issue) {
      return Optional.of(issue.bank());
    }
    if (order instanceof Order.PaidOut paid) {
      return Optional.of(paid.bank());
    }
    return order instanceof Order.Returned returned
        ? Optional.of(returned.bank())
        : Optional.empty();
  }
}
