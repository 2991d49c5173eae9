package org.omloop.server.postgres.yardstick;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.omloop.server.postgres.Database;

/** PostgreSQL's own benchmark where it is installed: TPC-B-like, ten branches. Confined to one thread. */
public final class Pgbench implements AutoCloseable {
  private static final String SCALE = "10";
  private static final int LATENCY_COLUMN = 2;

  /** The transactions of one run: how long it took, and each one's latency. */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once
  public record Run(double seconds, long[] latencyNanos) {}

  private final PgConnectOptions server;
  private final Path folder;

  private Pgbench(PgConnectOptions server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Fills its tables; empty when pgbench is not installed. */
  public static Optional<Pgbench> prepare(Database database) {
    boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "pgbench")));
    if (!installed) {
      return Optional.empty();
    }
    try {
      Pgbench pgbench = new Pgbench(database.owner(), Files.createTempDirectory("pgbench-"));
      pgbench.execute(List.of("-i", "-q", "-s", SCALE));
      return Optional.of(pgbench);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets so many clients work for some seconds, on prepared statements as ours are. */
  public Run run(int clients, int threads, int seconds) {
    removeLogs();
    long began = System.nanoTime();
    execute(List.of(
        "-n",
        "-M",
        "prepared",
        "-c",
        "" + clients,
        "-j",
        "" + threads,
        "-T",
        "" + seconds,
        "-l",
        "--log-prefix=" + folder.resolve("run")));
    double took = Math.min(seconds, (System.nanoTime() - began) / 1e9);
    return new Run(took, latencies());
  }

  private void execute(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("pgbench"));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("PGHOST", server.getHost());
    builder.environment().put("PGPORT", "" + server.getPort());
    builder.environment().put("PGUSER", server.getUser());
    builder.environment().put("PGPASSWORD", server.getPassword());
    builder.environment().put("PGDATABASE", server.getDatabase());
    try {
      Process process = builder.start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgbench failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  /** Each thread of pgbench writes a log; its third column is a transaction's time in microseconds. */
  private long[] latencies() {
    return logs().stream().flatMapToLong(Pgbench::latencies).toArray();
  }

  private static LongStream latencies(Path log) {
    try {
      return Files.readAllLines(log).stream()
          .mapToLong(line -> Long.parseLong(line.split(" ")[LATENCY_COLUMN]) * 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> logs() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeLogs() {
    logs().forEach(Pgbench::delete);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops its tables. */
  @Override
  public void close() {
    execute(List.of("-i", "-I", "d"));
    removeLogs();
    delete(folder);
  }
}
