package org.omloop.server.http.problem;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Why a request is not answered as asked. Thrown, or the failure of a future; it carries no stack. */
public final class Problem extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<InvalidPart> errors;
  private final transient OptionalLong index;
  private final transient OptionalInt retryAfterSeconds;
  private final transient Optional<Waiting> waiting;

  /**
   * A key that has yet to begin.
   *
   * @param account which it is of
   * @param from when it begins
   */
  public record Waiting(String account, Instant from) {}

  private Problem(
      ProblemType type,
      List<InvalidPart> errors,
      OptionalLong index,
      OptionalInt retryAfterSeconds,
      Optional<Waiting> waiting) {
    super(type.wireName(), null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.index = index;
    this.retryAfterSeconds = retryAfterSeconds;
    this.waiting = waiting;
  }

  private Problem(
      ProblemType type,
      List<InvalidPart> errors,
      OptionalLong index,
      OptionalInt retryAfterSeconds) {
    this(type, errors, index, retryAfterSeconds, Optional.empty());
  }

  /** A problem of which nothing more is to be said. */
  public static Problem of(ProblemType type) {
    return new Problem(type, List.of(), OptionalLong.empty(), OptionalInt.empty());
  }

  /** A request with parts that are wrong. */
  public static Problem of(ProblemType type, List<InvalidPart> errors) {
    return new Problem(type, errors, OptionalLong.empty(), OptionalInt.empty());
  }

  /** A request with one part that is wrong. */
  public static Problem of(ProblemType type, InvalidPart error) {
    return of(type, List.of(error));
  }

  /** An order whose id another order used, in the entry of that index. */
  public static Problem conflict(long index) {
    return new Problem(
        ProblemType.ORDER_CONFLICT, List.of(), OptionalLong.of(index), OptionalInt.empty());
  }

  /** A request that may be made again after a while. */
  public static Problem later(ProblemType type, int retryAfterSeconds) {
    return new Problem(type, List.of(), OptionalLong.empty(), OptionalInt.of(retryAfterSeconds));
  }

  /** A sign-in with a key of that account that begins later. */
  public static Problem waiting(String account, Instant from) {
    return new Problem(
        ProblemType.KEY_WAITS,
        List.of(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        Optional.of(new Waiting(account, from)));
  }

  /** Returns what kind of problem it is. */
  public ProblemType type() {
    return type;
  }

  /** Returns everything that is wrong with the request; may be empty. */
  public List<InvalidPart> errors() {
    return errors;
  }

  /** Returns the entry it is about. */
  public OptionalLong index() {
    return index;
  }

  /** Returns how long to wait before trying again, in seconds. */
  public OptionalInt retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** Returns which key has yet to begin. */
  public Optional<Waiting> waiting() {
    return waiting;
  }
}
