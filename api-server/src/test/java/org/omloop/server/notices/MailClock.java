package org.omloop.server.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. Thread-safe. */
public final class MailClock extends Clock {
  private volatile Instant now;

  public MailClock(Instant now) {
    this.now = now;
  }

  /** Moves it on. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Moves it to a moment. */
  public void passTo(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it is of one zone");
  }
}
