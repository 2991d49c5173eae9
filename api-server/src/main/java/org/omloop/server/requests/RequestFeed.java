package org.omloop.server.requests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestId;

/**
 * Tells open screens that a request has changed before it is paid: the payee's, and those of people it was offered to.
 * Nothing is kept: who was away asks. Thread-safe; followers are called on the thread that tells.
 */
public final class RequestFeed {
  /** A request that changed. */
  public record Change(RequestId request, RequestState state) {}

  private final Map<AccountId, List<Consumer<Change>>> followers = new ConcurrentHashMap<>();

  /** Tells those who follow an account. */
  public void publish(AccountId account, Change change) {
    followers.getOrDefault(account, List.of()).forEach(each -> each.accept(change));
  }

  /** Tells of every change from now on, until {@link #leave}. */
  public void follow(AccountId account, Consumer<Change> each) {
    followers.compute(account, (same, present) -> {
      List<Consumer<Change>> all = present == null ? new CopyOnWriteArrayList<>() : present;
      all.add(each);
      return all;
    });
  }

  /** Ends what {@link #follow} began, with the same arguments. */
  public void leave(AccountId account, Consumer<Change> each) {
    followers.computeIfPresent(account, (same, all) -> {
      all.remove(each);
      return all.isEmpty() ? null : all;
    });
  }
}
