package org.omloop.server.webhooks;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What became of a try.
 *
 * @param status what the receiver answered; empty: nothing
 * @param retryAfterSeconds how long it asks to be left alone
 * @param trouble why there is no answer: {@code address-refused}, {@code name-unknown}, {@code unreachable},
 *     {@code certificate} or {@code timed-out}
 */
public record Answer(OptionalInt status, OptionalLong retryAfterSeconds, Optional<String> trouble) {
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  static Answer of(int status, OptionalLong retryAfterSeconds) {
    return new Answer(OptionalInt.of(status), retryAfterSeconds, Optional.empty());
  }

  static Answer none(String trouble) {
    return new Answer(OptionalInt.empty(), OptionalLong.empty(), Optional.of(trouble));
  }

  /** Tells whether the message has arrived. */
  public boolean isGood() {
    return status.orElse(0) / 100 == 2;
  }

  /** Tells whether the receiver wants no more messages, ever. */
  public boolean isGone() {
    return status.orElse(0) == GONE;
  }

  /** Tells whether the receiver is to be sent less. */
  public boolean slowsDown() {
    int answered = status.orElse(0);
    return answered == TOO_MANY
        || answered == BAD_GATEWAY
        || answered == GATEWAY_TIMEOUT
        || (!isGood() && retryAfterSeconds.isPresent());
  }
}
