package org.omloop.server.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.bench.Bench;
import org.omloop.server.http.HttpSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code omloop bench}: measures this machine. */
@Command(
    name = "bench",
    description = {
      "Measures the server on a ledger of its own, beside plain SQL on the same PostgreSQL,",
      "and prints the ratios that docs/benchmarks.md keeps. Let the machine do nothing else."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder for the ledger to measure on; it must be empty (default: a temporary one).")
  private @Nullable Path data;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long one round lasts, about (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each measurement is repeated (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() {
    Path kept = data;
    if (kept != null) {
      measure(kept);
      return 0;
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      measure(folder.path());
      return 0;
    }
  }

  private void measure(Path folder) {
    ServerConfig config = ServerConfig.in(folder)
        .at("127.0.0.1", 0)
        .with(HttpSettings.UNLIMITED)
        .founding(Bench.settings());
    try (Server server = Server.start(config, lost -> {
      throw new CannotRun("the server stopped: " + lost.getMessage(), lost);
    })) {
      Bench bench = new Bench(server, seconds, rounds, step -> {
        spec.commandLine().getErr().println("measuring " + step + " …");
        spec.commandLine().getErr().flush();
      });
      spec.commandLine().getOut().println(bench.run().text());
      spec.commandLine().getOut().flush();
    }
  }
}
