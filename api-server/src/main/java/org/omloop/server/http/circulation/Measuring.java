package org.omloop.server.http.circulation;

import io.vertx.core.Future;
import java.util.Optional;
import org.omloop.server.circulation.JournalUnread;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;

/** Questions to the measurement, and what becomes of them. */
final class Measuring {
  private static final int RETRY_SECONDS = 5;

  private Measuring() {}

  /** Fails with "reading the journal" until that is done, with "unavailable" when the database cannot be reached. */
  static <T> Future<T> of(Future<T> asked) {
    Future<T> measured = asked.recover(cause -> Future.failedFuture(
        cause instanceof JournalUnread
            ? Problem.later(ProblemType.READING_JOURNAL, RETRY_SECONDS)
            : cause));
    return measured.recover(cause ->
        isOfOurs(cause) ? Future.failedFuture(cause) : Reading.of(Future.failedFuture(cause)));
  }

  /** A measurement that contradicts itself is no trouble that passes. */
  private static boolean isOfOurs(Throwable cause) {
    return cause instanceof Problem || cause instanceof IllegalStateException;
  }

  static <T> T orNotFound(Optional<T> found) {
    return found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
