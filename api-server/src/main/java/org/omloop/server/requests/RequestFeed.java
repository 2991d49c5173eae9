package org.omloop.server.requests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestId;

/**
 * Tells a payee's open screens that one of its requests has changed before it is paid. Nothing is kept: who was away asks
 * for the request. Thread-safe; followers are called on the thread that tells.
 */
public final class RequestFeed {
  /** A request that changed. */
  public record Change(RequestId request, RequestState state) {}

  private final Map<AccountId, List<Consumer<Change>>> followers = new ConcurrentHashMap<>();

  /** Tells those who follow the payee. */
  public void publish(AccountId payee, Change change) {
    followers.getOrDefault(payee, List.of()).forEach(each -> each.accept(change));
  }

  /** Tells of every change from now on, until {@link #leave}. */
  public void follow(AccountId payee, Consumer<Change> each) {
    followers.compute(payee, (same, present) -> {
      List<Consumer<Change>> all = present == null ? new CopyOnWriteArrayList<>() : present;
      all.add(each);
      return all;
    });
  }

  /** Ends what {@link #follow} began, with the same arguments. */
  public void leave(AccountId payee, Consumer<Change> each) {
    followers.computeIfPresent(payee, (same, all) -> {
      all.remove(each);
      return all.isEmpty() ? null : all;
    });
  }
}
