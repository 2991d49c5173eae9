package org.omloop.server.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.notices.MailSettings;
import org.omloop.server.notices.QuietHours;
import org.omloop.server.notices.SmtpSettings;
import org.omloop.server.notices.SmtpSettings.Tls;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code omloop serve} about mail. */
final class MailOptions {
  /** The password is in the environment: a command line can be read by everybody on the machine. */
  private static final String PASSWORD = "OMLOOP_SMTP_PASSWORD";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = {
        "Mail server to send mail with; needs --mail-from and --public-address. Without it mail is",
        "written to files in DIR/outbox of the data folder."
      })
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Its port; by default 587 with starttls, 465 with tls and 25 with none.")
  private int port;

  @Option(
      names = "--smtp-tls",
      paramLabel = "HOW",
      defaultValue = "starttls",
      description =
          "How it is spoken to in secret: starttls, tls, or none (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // it has a default
  private String tls;

  @Option(
      names = "--smtp-user",
      paramLabel = "NAME",
      description = "User to sign in as; the password is read from OMLOOP_SMTP_PASSWORD.")
  private @Nullable String user;

  @Option(
      names = "--smtp-authorities",
      paramLabel = "FILE",
      description = "PEM file of certificate authorities to trust for the mail server.")
  private @Nullable Path authorities;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "Address that mail comes from.")
  private @Nullable String from;

  @Option(
      names = "--public-address",
      paramLabel = "URL",
      description =
          "Where members reach this server, such as https://kring.example, for mail to name.")
  private @Nullable String address;

  @Option(
      names = "--quiet-hours",
      paramLabel = "FROM-UNTIL",
      defaultValue = "21:00-08:00",
      description = {
        "When nobody is mailed but for safety, time of Amsterdam (default: ${DEFAULT-VALUE}); the daily",
        "mail goes when they end."
      })
  @SuppressWarnings("NullAway.Init") // it has a default
  private String quietHours;

  MailSettings settings() {
    if (host != null && (from == null || address == null)) {
      throw wrong("--smtp-host needs --mail-from and --public-address");
    }
    return new MailSettings(
        Optional.ofNullable(host).map(this::smtp),
        from(),
        Optional.ofNullable(address).map(this::address),
        quiet(),
        Clock.systemUTC(),
        MailSettings.EVERY_SECOND);
  }

  private SmtpSettings smtp(String named) {
    Tls how = how();
    Optional<String> password = Optional.ofNullable(System.getenv(PASSWORD));
    if (user != null && password.isEmpty()) {
      throw wrong("--smtp-user needs a password in the environment, as " + PASSWORD);
    }
    if (user != null && how == Tls.NONE && !isThisMachine(named)) {
      throw wrong(
          "--smtp-tls none sends the password in the open; that is for a mail server on this machine");
    }
    return new SmtpSettings(
        named,
        port == 0 ? usual(how) : port,
        how,
        Optional.ofNullable(user),
        password.orElse(""),
        Optional.ofNullable(authorities));
  }

  private static boolean isThisMachine(String named) {
    try {
      return InetAddress.getByName(named).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Tls how() {
    try {
      return Tls.valueOf(tls.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("--smtp-tls must be starttls, tls or none");
    }
  }

  private static int usual(Tls how) {
    return switch (how) {
      case STARTTLS -> 587;
      case TLS -> 465;
      case NONE -> 25;
    };
  }

  private String from() {
    String sender = Optional.ofNullable(from).orElse(MailSettings.DEFAULT.from());
    if (!Mailbox.isAddress(sender)) {
      throw wrong("--mail-from must be an e-mail address, without a name");
    }
    return sender;
  }

  private String address(String text) {
    String plain = text.replaceAll("/+$", "");
    if (!plain.matches("https?://[^/\\s?#]+") || URI.create(plain).getHost() == null) {
      throw wrong("--public-address must be such as https://kring.example");
    }
    return plain;
  }

  private QuietHours quiet() {
    try {
      return QuietHours.parse(quietHours, QuietHours.DEFAULT.zone());
    } catch (IllegalArgumentException e) {
      throw wrong("--quiet-hours " + e.getMessage());
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
