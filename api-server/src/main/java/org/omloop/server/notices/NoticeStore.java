package org.omloop.server.notices;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;

/** Keeps notices. All times are unix seconds. Thread-safe; a future fails when the store cannot be reached. */
public interface NoticeStore {
  /** How long one is kept. */
  long KEPT_SECONDS = 90L * 24 * 60 * 60;

  /** How long one of an application is kept: as long as an application that comes to nothing. */
  long APPLICATION_KEPT_SECONDS = 30L * 24 * 60 * 60;

  /**
   * An entry that may have to be told.
   *
   * @param leaf the entry
   * @param original the entry it is about, such as a payout's redemption
   */
  record Told(byte[] leaf, Optional<byte[]> original) {}

  /**
   * Entries in a row.
   *
   * @param from the first that was looked at
   * @param until the first that was not; from where there is nothing new
   * @param told those of the kinds that are told
   */
  record Stretch(long from, long until, List<Told> told) {}

  /** When a notice is mailed; empty: never. */
  record Plan(long id, OptionalLong dueAt, boolean isDaily) {}

  /** How a try ended for good. */
  enum Outcome {
    SENT,
    /** The mail server will never take it. */
    REFUSED,
    /** It was tried often enough. */
    GIVEN_UP;

    /** Returns the name used in the queue and the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A mail that did not arrive. */
  record Failure(Notice notice, Outcome outcome, OptionalInt status, long notedAt) {}

  /** Reads the next entries. */
  Future<Stretch> unread();

  /** Moves on over a stretch and adds what it tells, together; does nothing where somebody was there before. */
  Future<Void> follow(Stretch stretch, List<NewNotice> notices, long now);

  /** Adds one, unless it was. */
  Future<Void> add(NewNotice notice, long now);

  /** Returns the language that somebody was told something in; empty where they were not. */
  Future<Optional<String>> languageOf(String recipient);

  /** Returns those that nobody has planned, the oldest first; at most so many. */
  Future<List<Notice>> fresh(int most);

  /** Keeps when they are mailed. */
  Future<Void> plan(List<Plan> plans);

  /**
   * Returns those whose time has come: what cannot wait first, then the oldest; at most 20, and with a daily one all of the same
   * recipient.
   */
  Future<List<Notice>> due(long now);

  /** Puts them off to a moment, which counts as a try where one was made. */
  Future<Void> postpone(Collection<Long> ids, long dueAt, boolean wasTried, OptionalInt status);

  /** Notes that they will not be tried again; without an outcome they are only listed. */
  Future<Void> end(Collection<Long> ids, Optional<Outcome> outcome, OptionalInt status);

  /** Returns what an account was told, the latest first; at most 100. */
  Future<List<Notice>> of(AccountId account);

  /** Returns the last that an account has seen; 0 where none was. */
  Future<Long> readUntil(AccountId account);

  /** Notes what an account has seen; never less than before. */
  Future<Void> read(AccountId account, long until);

  /** Returns how many mails wait that were tried in vain, or that should have gone before a moment. */
  Future<Long> late(long moment);

  /** Returns the mails that did not arrive, the latest first; at most 200. */
  Future<List<Failure>> failures();

  /** Takes away all of these recipients; returns which. */
  Future<List<Long>> forget(Collection<String> recipients);

  /** Takes away what is kept no longer; returns which. */
  Future<List<Long>> prune(long now);
}
