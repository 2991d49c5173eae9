package org.omloop.server.notices;

import io.vertx.core.Future;
import io.vertx.ext.mail.MailMessage;

/** Takes mail along: to a mail server, or into files. Thread-safe. */
public interface Mailer {
  /**
   * Sends one message to one recipient.
   *
   * @param name of the message, the same when it is sent again
   * @return fails with {@link MailRefused} where it will never be taken, and otherwise with trouble that may pass
   */
  Future<Void> send(String name, MailMessage message);

  /** Takes away what is still kept of these messages. */
  Future<Void> forget(Iterable<String> names);

  /** Ends it. */
  Future<Void> close();
}
