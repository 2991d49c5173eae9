package org.omloop.server.http.view;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads of the journal and of what is kept beside it, and what becomes of them. */
public final class Reading {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
  private static final int RETRY_SECONDS = 2;

  private Reading() {}

  /** Fails with "unavailable, later" when the journal cannot be reached. */
  public static <T> Future<T> of(Future<T> read) {
    return of("the journal", read);
  }

  /**
   * Fails with "unavailable, later" when something cannot be reached.
   *
   * @param what is read or kept, for whoever reads the log
   */
  public static <T> Future<T> of(String what, Future<T> read) {
    return read.recover(cause -> {
      LOG.warn("{} could not be reached: {}", what, cause.toString());
      return Future.failedFuture(Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
    });
  }

  /** Reads leaves as entries, away from the event loop: some tens of microseconds each. */
  public static Future<List<JournalEntry>> entries(Vertx vertx, Future<List<byte[]>> leaves) {
    return of(leaves)
        .compose(all ->
            vertx.executeBlocking(() -> all.stream().map(LeafDecoder::decode).toList(), false));
  }
}
