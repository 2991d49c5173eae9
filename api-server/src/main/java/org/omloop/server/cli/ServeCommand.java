package org.omloop.server.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.founding.Foundation;
import org.omloop.server.http.HttpSettings;
import org.omloop.server.payouts.FileForm;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.webhooks.Network;
import org.omloop.server.webhooks.WebhookSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code omloop serve}: runs one currency's server until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Runs the server of one currency.",
      "The first start founds the ledger from a settings file and prints each operator's",
      "one-time enrolment code. OMLOOP_DATABASE_URL names your own PostgreSQL (15 or newer);",
      "without it the server brings its own."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "omloop-data",
      description = "Folder for keys and the database (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // it has a default
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // it has a default
  private String host;

  @Option(
      names = "--behind-proxy",
      description = {
        "A proxy of yours stands before the server: the last address in X-Forwarded-For is the caller's, and",
        "X-Forwarded-Proto, -Host and -Port are believed. It must set these three itself."
      })
  private boolean behindProxy;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings to found a new ledger with; an example is in docs/operators.md.")
  private @Nullable Path settings;

  @Option(
      names = "--webhook-network",
      paramLabel = "NETWORK",
      description = {
        "A network of your own that webhooks may be sent to, such as 192.168.1.0/24; may be",
        "repeated. Without it they go to public addresses alone."
      })
  private List<String> webhookNetworks = List.of();

  @Option(
      names = "--webhook-authorities",
      paramLabel = "FILE",
      description =
          "PEM file of certificate authorities to trust for webhooks, beside those of Java.")
  private @Nullable Path webhookAuthorities;

  @Option(
      names = "--areas",
      paramLabel = "FILE",
      description = {
        "GeoJSON file (WGS 84, at most 5 MB) with the boundaries of the circuit's areas, each with the",
        "properties code, such as BU0363AA01, and name; docs/operators.md says where to get one."
      })
  private @Nullable Path areas;

  @Option(
      names = "--bank-folder",
      paramLabel = "DIR",
      description = {
        "Folder for the bank's files: what is put into DIR/in is taken in and moved to DIR/done, or to",
        "DIR/refused beside a text that says why."
      })
  private @Nullable Path bankFolder;

  @Option(
      names = "--payout-form",
      paramLabel = "FORM",
      defaultValue = "pain.001.001.09",
      description =
          "Payment files for the bank: pain.001.001.09, or pain.001.001.03 (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // it has a default
  private String payoutForm;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli makes it
  private MailOptions mail;

  @Override
  public Integer call() {
    PortRange.require(port, spec);
    ServerConfig plain = ServerConfig.in(data)
        .at(host, port)
        .with(DatabaseSettings.fromEnvironment(System.getenv()))
        .with(HttpSettings.DEFAULT
            .behindProxy(behindProxy)
            .naming(NamedAreas.read(areas))
            .paying(payoutForm()))
        .with(webhooks())
        .with(mail.settings());
    ServerConfig config = Optional.ofNullable(bankFolder).map(plain::watching).orElse(plain);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    try (Server server = Server.start(
        Optional.ofNullable(settings).map(file -> config.founding(read(file))).orElse(config),
        ended::complete)) {
      welcome(server);
      throw new CannotRun("the server stopped: " + ended.join().getMessage());
    }
  }

  private FileForm payoutForm() {
    return FileForm.named(payoutForm)
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(), "--payout-form must be pain.001.001.09 or pain.001.001.03"));
  }

  private WebhookSettings webhooks() {
    try {
      return new WebhookSettings(
          webhookNetworks.stream().map(Network::parse).toList(),
          Optional.ofNullable(webhookAuthorities));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--webhook-network: " + e.getMessage(), e);
    }
  }

  private void welcome(Server server) {
    PrintWriter out = spec.commandLine().getOut();
    for (Foundation.OperatorCode each : server.codes()) {
      out.printf(
          "Enrolment code of operator %s (%s), valid once, for 30 days:  %s%n",
          each.holder(), String.join(", ", each.rights()), each.code());
    }
    if (!server.codes().isEmpty()) {
      out.println("These codes are also in " + data.resolve("operator-codes")
          + "; remove that file once they are used.");
      out.println(
          "Each operator types theirs at /join, in the browser that is to be their office, at the"
              + " address that everybody will use: a browser's key is of no use at another.");
    }
    if (settings != null && server.codes().isEmpty()) {
      out.println("The ledger in " + data + " was founded before, so " + settings
          + " changes nothing; rules change in the office. Leave --settings out.");
    }
    out.println("Omloop answers at " + server.address());
    out.flush();
  }

  static JsonObject read(Path file) {
    try {
      return new JsonObject(Files.readString(file));
    } catch (IOException e) {
      throw new CannotRun("cannot read the settings file " + file + ": " + e.getMessage(), e);
    } catch (DecodeException e) {
      throw new CannotRun(
          "the settings file " + file + " is not JSON: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }
}
