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
import java.util.concurrent.TimeUnit;

/** Gives mail to an SMTP server (RFC 5321). Thread-safe. */
public final class SmtpMailer implements Mailer {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int IDLE_SECONDS = 60;
  private static final int PATIENCE_SECONDS = 90;

  private final MailClient client;

  /** Makes it; connections are opened as they are needed. */
  public SmtpMailer(Vertx vertx, SmtpSettings settings) {
    this.client = MailClient.create(vertx, config(settings));
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
    config.setHostnameVerificationAlgorithm("HTTPS"); // RFC 6125, as for any other server
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
   * What is wrong with this recipient or this message is final. All else, such as a wrong password or a sender that the server
   * does not know, is for the operator to mend, and mail waits for that.
   */
  private static RuntimeException told(Throwable cause) {
    if (!(cause instanceof SMTPException refused)) {
      return new MailTrouble("no answer: " + cause.getClass().getSimpleName(), OptionalInt.empty());
    }
    String said = String.valueOf(refused.getMessage()); // the library's own words come first
    boolean isOfMessage =
        said.startsWith("recipient address not accepted") || said.startsWith("sending data failed");
    return refused.isPermanent() && isOfMessage
        ? new MailRefused(refused.getReplyCode())
        : new MailTrouble(
            "answered " + refused.getReplyCode(), OptionalInt.of(refused.getReplyCode()));
  }

  @Override
  public Future<Void> forget(Iterable<String> names) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }
}
