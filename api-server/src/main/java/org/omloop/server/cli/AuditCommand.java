package org.omloop.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.omloop.server.AuditRun;
import org.omloop.server.books.Audit;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.KeptJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code omloop audit}: every audit check, R1 to P2. */
@Command(
    name = "audit",
    description = {
      "Makes every audit check on the books: the journal, what is stored beside it, and the bank.",
      "The server may be running; nothing is changed. Its figures are confidential.",
      "Exit code 0: every check is ok; 1: at least one differs; 2: wrong use."
    },
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the ledger (default: omloop-data, or else omloop-demo).")
  private @Nullable Path data;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the results to a file: a list of id, result (ok, difference), evidence.")
  private @Nullable Path json;

  @Option(
      names = "--pack",
      paramLabel = "FILE.zip",
      description = {
        "Write a pack for an auditor: results, journal with its proof, statements, payouts and keys,",
        "with SHA-256 of each file and how to check them without this program. No names in it."
      })
  private @Nullable Path pack;

  @Option(
      names = "--with-bank-files",
      description = "Put the bank's own files into the pack; they say who paid.")
  private boolean withBankFiles;

  @Override
  public Integer call() {
    Path packed = pack;
    if (withBankFiles && packed == null) {
      throw new ParameterException(spec.commandLine(), "--with-bank-files belongs to --pack");
    }
    Path folder = LedgerFolder.existing(Optional.ofNullable(data));
    try (KeptJournal kept =
        KeptJournal.open(folder, DatabaseSettings.fromEnvironment(System.getenv()))) {
      AuditRun run = AuditRun.of(kept, folder);
      ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), "Auditing", run.size());
      Audit audit = run.run(Runtime.getRuntime().availableProcessors(), bar::show);
      TextFile.write(json, AuditText.json(audit));
      if (packed != null) {
        ProgressBar packing = new ProgressBar(spec.commandLine().getErr(), "Packing", run.size());
        new AuditPack(kept, folder, audit, withBankFiles).write(packed, packing::show);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(AuditText.table(audit));
      out.flush();
      return audit.isInOrder() ? 0 : 1;
    }
  }
}
