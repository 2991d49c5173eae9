package org.omloop.server.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.webhooks.Network;
import org.omloop.server.webhooks.WebhookSettings;

/** A server in a process of its own, to be killed, that may send webhooks to this machine. */
final class WebhookProcess {
  private static final String ADDRESS = "address ";

  private WebhookProcess() {}

  /** Serves a ledger that is there already. */
  public static void main(String[] arguments) {
    ServerConfig config = config(Path.of(arguments[0]), Path.of(arguments[1]));
    Server server = Server.start(config, end -> Runtime.getRuntime().halt(1));
    System.out.println(ADDRESS + server.address());
  }

  static ServerConfig config(Path data, Path authorities) {
    return RunningCircuit.config(data)
        .with(new WebhookSettings(
                List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128")),
                Optional.of(authorities))
            .with(Duration.ofSeconds(3)));
  }

  static Process begin(Path data, Path authorities) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // it does not live long
            "-cp",
            System.getProperty("java.class.path"),
            WebhookProcess.class.getName(),
            data.toString(),
            authorities.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Waits until it answers, and says where. */
  static String address(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(ADDRESS)) {
        return line.substring(ADDRESS.length());
      }
    }
    throw new AssertionError("the server ended before it answered");
  }
}
