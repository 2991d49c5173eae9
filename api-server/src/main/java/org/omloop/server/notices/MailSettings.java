package org.omloop.server.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may set about mail.
 *
 * @param smtp the mail server; empty: mail is written to files in the data folder
 * @param from whom mail comes from
 * @param address where members reach this server, such as {@code https://kring.example}; empty: where it listens
 * @param quiet when nobody is mailed
 * @param clock by which mail goes out: this machine's; only tests have another
 * @param every how often it is looked what there is to tell and to send; tests wait less than people
 */
public record MailSettings(
    Optional<SmtpSettings> smtp,
    String from,
    Optional<String> address,
    QuietHours quiet,
    Clock clock,
    Duration every) {
  /** Soon enough for who waits for a code. */
  public static final Duration EVERY_SECOND = Duration.ofSeconds(1);

  /** Files, and the usual night. */
  public static final MailSettings DEFAULT = new MailSettings(
      Optional.empty(),
      "omloop@localhost.localdomain",
      Optional.empty(),
      QuietHours.DEFAULT,
      Clock.systemUTC(),
      EVERY_SECOND);
}
