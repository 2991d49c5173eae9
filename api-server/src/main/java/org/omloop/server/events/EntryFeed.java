package org.omloop.server.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;

/**
 * Hands committed entries to those who follow one of the accounts they are about. Nothing is kept: who was away reads
 * the journal.
 *
 * <p>Thread-safe. Entries are handed over on the thread that brings them, so a follower only passes them on.
 */
public final class EntryFeed {
  private final Parties parties;
  private final Map<AccountId, List<Consumer<JournalEntry>>> followers = new ConcurrentHashMap<>();

  public EntryFeed(Parties parties) {
    this.parties = parties;
  }

  /** Takes in the next committed entry; called by one thread at a time, in order. */
  public void publish(JournalEntry entry) {
    if (followers.isEmpty()) {
      return;
    }
    for (AccountId account : parties.of(entry)) {
      followers.getOrDefault(account, List.of()).forEach(each -> each.accept(entry));
    }
  }

  /** Hands over every entry about an account that is committed from now on, until {@link #leave}. */
  public void follow(AccountId account, Consumer<JournalEntry> each) {
    followers.compute(account, (same, present) -> {
      List<Consumer<JournalEntry>> all = present == null ? new CopyOnWriteArrayList<>() : present;
      all.add(each);
      return all;
    });
  }

  /** Ends what {@link #follow} began, with the same arguments. */
  public void leave(AccountId account, Consumer<JournalEntry> each) {
    followers.computeIfPresent(account, (same, all) -> {
      all.remove(each);
      return all.isEmpty() ? null : all;
    });
  }
}
