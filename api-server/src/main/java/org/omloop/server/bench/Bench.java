package org.omloop.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.founding.Foundation;
import org.omloop.server.founding.FoundingFailed;
import org.omloop.server.postgres.yardstick.JournalSize;
import org.omloop.server.postgres.yardstick.Pgbench;
import org.omloop.server.postgres.yardstick.SqlLedger;
import org.omloop.server.postgres.yardstick.SqlTransfers;

/**
 * The measurements, on one ledger of its own; the machine should have nothing else to do. A measurement more is a
 * {@link Measurement} in one of the loads, and a line in {@link Targets} when it has a target.
 *
 * <p>Confined to one thread.
 */
public final class Bench {
  private static final int ACCOUNTS = 1_000;
  private static final int CHECKED_ORDERS = 2_000;

  /**
   * How much is measured.
   *
   * @param seconds how long one round of one measurement lasts, about
   * @param rounds how often each is repeated; the median counts
   * @param entries how many entries the journal has at least, when what depends on them is measured
   */
  public record Effort(double seconds, int rounds, long entries) {
    public Effort {
      if (!(seconds > 0) || rounds < 1 || entries < 0) {
        throw new IllegalArgumentException(
            "a round lasts a while, there is at least one of them," + " and entries count from 0");
      }
    }
  }

  private final ServerConfig config;
  private final List<String> command;
  private final Effort effort;
  private final Consumer<String> progress;
  private final BenchTown town = new BenchTown(ACCOUNTS);

  /**
   * Prepares measuring.
   *
   * @param config of a server that has no ledger yet
   * @param command starts the command line of Omloop in a process of its own
   */
  public Bench(
      ServerConfig config, List<String> command, Effort effort, Consumer<String> progress) {
    this.config = config.founding(BenchTown.settings());
    this.command = List.copyOf(command);
    this.effort = effort;
    this.progress = progress;
  }

  /** Measures everything. */
  public BenchReport run() {
    List<Foundation.OperatorCode> codes = found();
    ServeStart start = new ServeStart(command, config.data());
    progress.accept("starts of an empty server");
    Series emptyStart = start.seconds(effort.rounds());
    long before = UsedHeap.bytes();
    long empty;
    Rates rates;
    long entries;
    Map<String, Long> sizes;
    try (Server server = start()) {
      empty = UsedHeap.bytes() - before;
      open(server, codes);
      rates = measure(server);
      entries = fill(server);
      sizes = JournalSize.byRelation(server.database());
    }
    progress.accept("starts with %,d entries".formatted(entries));
    Series fullStart = start.seconds(effort.rounds());
    long full = heapOfServer();
    List<Target> targets = new ArrayList<>(Targets.of(rates));
    LargeJournal journal = new LargeJournal(entries, sizes, full - empty, emptyStart, fullStart);
    targets.addAll(journal.targets());
    progress.accept("export and verification");
    targets.addAll(VerifiedExport.measure(config, effort.rounds()).targets(rates));
    return new BenchReport(effort, targets, rates, journal);
  }

  private Server start() {
    return Server.start(config, lost -> progress.accept("the server stopped: " + lost));
  }

  private List<Foundation.OperatorCode> found() {
    try (Server server = start()) {
      if (server.codes().isEmpty()) {
        throw new FoundingFailed("there is a ledger already; it is measured on one of its own");
      }
      return server.codes();
    }
  }

  private long heapOfServer() {
    long before = UsedHeap.bytes();
    Server server = start();
    try {
      return UsedHeap.bytes() - before;
    } finally {
      server.close();
    }
  }

  private void open(Server server, List<Foundation.OperatorCode> codes) {
    progress.accept("opening " + ACCOUNTS + " accounts");
    LedgerLoad load = new LedgerLoad(town, server.books(), effort.seconds());
    for (List<SignedOrder> stage : town.opening(codes.get(0))) {
      load.submit(stage);
    }
  }

  private Rates measure(Server server) {
    double seconds = effort.seconds();
    Optional<Pgbench> pgbench = Pgbench.prepare(server.database());
    if (pgbench.isEmpty()) {
      progress.accept("pgbench is not installed: left out");
    }
    try (SqlTransfers transfers = new SqlTransfers(server.database(), ACCOUNTS);
        SqlLedger ledger = new SqlLedger(server.database());
        HttpLoad http = new HttpLoad(town, server.address(), seconds)) {
      List<Measurement> all = new ArrayList<>();
      all.addAll(new CheckLoad(town.payments(CHECKED_ORDERS), server.books().directory(), seconds)
          .measurements());
      all.addAll(new SqlLoad(transfers, ledger, seconds).measurements());
      pgbench.ifPresent(each -> all.addAll(new PgbenchLoad(each, seconds).measurements()));
      all.addAll(new LedgerLoad(town, server.books(), seconds).measurements());
      all.addAll(http.measurements());
      return Rates.measure(all, effort.rounds(), progress);
    } finally {
      pgbench.ifPresent(Pgbench::close);
    }
  }

  private long fill(Server server) {
    progress.accept("filling the journal up to %,d entries".formatted(effort.entries()));
    LedgerLoad load = new LedgerLoad(town, server.books(), effort.seconds());
    LargeJournal.fill(server.books(), load, town, effort.entries());
    return server.books().directory().treeSize();
  }
}
