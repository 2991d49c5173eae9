package org.omloop.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.omloop.server.ServerConfig;
import org.omloop.server.bench.Bench;
import org.omloop.server.bench.BenchReport;
import org.omloop.server.http.HttpSettings;
import org.omloop.server.postgres.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code omloop bench}: measures this machine. */
@Command(
    name = "bench",
    subcommands = CirculationBenchCommand.class,
    description = {
      "Measures the server on a ledger of its own, beside plain SQL on the same PostgreSQL,",
      "and prints the ratios that docs/benchmarks.md keeps. Let the machine do nothing else.",
      "OMLOOP_DATABASE_URL names your own PostgreSQL; the database must be empty."
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

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "100000",
      description = {
        "Entries that the journal has at least, when start, memory and disk are measured",
        "(default: ${DEFAULT-VALUE}; docs/benchmarks.md has 1000000)."
      })
  private long entries;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures of every round to a file.")
  private @Nullable Path json;

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
        .with(DatabaseSettings.fromEnvironment(System.getenv()))
        .with(HttpSettings.UNLIMITED);
    BenchReport report = new Bench(
            config, ownCommand(), new Bench.Effort(seconds, rounds, entries), this::say)
        .run();
    spec.commandLine().getOut().println(report.text());
    spec.commandLine().getOut().flush();
    TextFile.write(json, report.json());
  }

  /** As this process was started: the same Java, the same classes. */
  private static List<String> ownCommand() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  private void say(String step) {
    spec.commandLine().getErr().println("measuring, " + step + " …");
    spec.commandLine().getErr().flush();
  }
}
