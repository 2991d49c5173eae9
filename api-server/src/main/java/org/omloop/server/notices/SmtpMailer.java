package org.omloop.server.notices;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives mail to an SMTP server (RFC 5321). Thread-safe. */
public final class SmtpMailer implements Mailer {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int IDLE_SECONDS = 60;
  private static final int PATIENCE_SECONDS = 90;

  private static final Set<Integer> NOBODY = Set.of(550, 551, 553);
  private static final Set<String> NOBODY_ENHANCED =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");
  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

  private final MailClient client;
  private final FileOutbox before;

  /**
   * Makes it; connections are opened as they are needed.
   *
   * @param before where mail lies from the time before there was a mail server
   */
  public SmtpMailer(Vertx vertx, SmtpSettings settings, FileOutbox before) {
    this.client = MailClient.create(vertx, config(settings));
    this.before = before;
  }

  private static MailConfig config(SmtpSettings settings) {
    MailConfig config = new MailConfig()
        .setHostname(settings.host())
        .setPort(settings.port())
        .setSsl(settings.tls() == SmtpSettings.Tls.TLS)
        .setStarttls(
            settings.tls() == SmtpSettings.Tls.STARTTLS
                ? StartTLSOptions.REQUIRED
                : StartTLSOptions.DISABLED)
        .setLogin(settings.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
        .setMaxPoolSize(1)
        .setKeepAlive(true)
        .setUserAgent("omloop");
    // The client holds the certificate against the host's name (RFC 6125) where nobody chose how:
    // chosen, it forgets to (5.0.8).
    config.setConnectTimeout(PATIENCE_MILLIS).setIdleTimeout(IDLE_SECONDS);
    settings.user().ifPresent(user -> config.setUsername(user).setPassword(settings.password()));
    settings
        .authorities()
        .ifPresent(
            file -> config.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    return config;
  }

  @Override
  public Future<Void> send(String name, MailMessage message) {
    return client
        .sendMail(message)
        .timeout(
            PATIENCE_SECONDS, TimeUnit.SECONDS) // a server that says nothing would stop all mail
        .<Void>mapEmpty()
        .recover(cause -> Future.failedFuture(told(cause)));
  }

  /**
   * Only that there is no such recipient is final (RFC 3463 §3.2). All else, such as a wrong password, a sender that the server
   * does not know or a message that it does not like, is for the operator to mend, and mail waits for that.
   */
  static RuntimeException told(Throwable cause) {
    if (String.valueOf(cause.getMessage())
        .contains("exceeds allowed size")) { // said by the library, which knows SIZE (RFC 1870)
      return new MailTrouble("too large for the mail server", OptionalInt.of(552), false);
    }
    if (!(cause instanceof SMTPException answer)) {
      return new MailTrouble(
          "no answer: " + cause.getClass().getSimpleName(), OptionalInt.empty(), true);
    }
    String said = String.valueOf(answer.getMessage()); // the library's own words come first
    boolean isOfRecipient = said.startsWith("recipient address not accepted");
    boolean isOfMessage = isOfRecipient || said.startsWith("sending data failed");
    int code = answer.getReplyCode();
    String enhanced = enhanced(answer);
    boolean isNobody = enhanced.isEmpty()
        ? isOfRecipient && NOBODY.contains(code)
        : isOfMessage && NOBODY_ENHANCED.contains(enhanced);
    return isNobody
        ? new MailRefused(code)
        : new MailTrouble(
            "answered " + code + (enhanced.isEmpty() ? "" : " " + enhanced),
            OptionalInt.of(code),
            !isOfMessage);
  }

  /** Returns such as 5.1.1 (RFC 3463); empty where the server does not say one. */
  private static String enhanced(SMTPException answer) {
    Matcher found = ENHANCED.matcher(String.valueOf(answer.getReplyMessage()));
    return found.find() ? found.group(1) : "";
  }

  @Override
  public Future<Void> forget(Iterable<String> names) {
    return before.forget(names);
  }

  /** That the mail server was not there to take leave of is no trouble. */
  @Override
  public Future<Void> close() {
    return client.close().otherwiseEmpty();
  }
}
