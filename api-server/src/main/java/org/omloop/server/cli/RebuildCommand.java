package org.omloop.server.cli;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.ReplayMismatch;
import org.omloop.ledger.journal.MalformedLeaf;
import org.omloop.server.postgres.Database;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.DerivedTables;
import org.omloop.server.postgres.TableDifference;
import org.omloop.server.postgres.folder.DataFolder;
import org.omloop.server.rebuild.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code omloop rebuild}: balances, postings, keys and tiles from the journal alone. */
@Command(
    name = "rebuild",
    description = {
      "Makes the derived tables (accounts, keys, postings, hash tiles) anew from the journal,",
      "and says where they differed from what stood there. The server must be stopped.",
      "Exit code 0: nothing differed; 1: something did, and has been put right, or the",
      "journal itself does not hold."
    },
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the ledger (default: omloop-data, or else omloop-demo).")
  private @Nullable Path data;

  @Option(names = "--check", description = "Only compare; change nothing.")
  private boolean check;

  @Override
  public Integer call() {
    Path path = LedgerFolder.existing(Optional.ofNullable(data));
    Vertx vertx = Vertx.vertx();
    try (DataFolder folder = DataFolder.open(path);
        Database database =
            Database.start(folder, DatabaseSettings.fromEnvironment(System.getenv()));
        DerivedTables tables = new DerivedTables(vertx, database)) {
      return rebuild(tables);
    } catch (ReplayMismatch | MalformedLeaf e) {
      throw new CannotRun(
          "the journal does not hold: " + e.getMessage() + "; restore a backup (docs/operators.md)",
          e);
    } finally {
      vertx.close();
    }
  }

  private int rebuild(DerivedTables tables) {
    PrintWriter out = spec.commandLine().getOut();
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), "Rebuilding", tables.size());
    Rebuild.run(tables::leaves, tables::append, bar::show);
    List<TableDifference> differences = tables.compare();
    differences.forEach(each -> out.println(line(each)));
    boolean same = differences.stream().allMatch(TableDifference::isNone);
    if (!same && !check) {
      tables.replace();
    }
    out.println(verdict(same, differences.get(0).isNone()));
    out.flush();
    return same ? 0 : 1;
  }

  private String verdict(boolean same, boolean journalHolds) {
    if (same) {
      return "Nothing differs from what the journal leads to.";
    }
    String journal =
        journalHolds ? "" : " The journal's own columns differ from its leaves: restore a backup.";
    return (check ? "Nothing has been changed." : "The derived tables have been put right.")
        + journal;
  }

  private static String line(TableDifference difference) {
    return difference.isNone()
        ? "ok     " + difference.table()
        : "WRONG  " + difference.table() + ": " + difference.missing() + " rows missing, "
            + difference.surplus() + " that do not belong, such as " + difference.example();
  }
}
