package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omloop.server.ExportedJournal;
import org.omloop.server.export.AccountsTable;
import org.omloop.server.export.AuditFile;
import org.omloop.server.export.ExportForm;
import org.omloop.server.export.JournalExport;
import org.omloop.server.export.LogFolder;
import org.omloop.server.export.MovementsTable;
import org.omloop.server.export.PlainTextJournal;
import org.omloop.server.postgres.DatabaseSettings;
import org.omloop.server.postgres.KeptJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code omloop export}: writes the journal out for those who check or study it. */
@Command(
    name = "export",
    description = {
      "Writes the journal to files: as a log for 'omloop verify', as a plain-text journal",
      "for hledger, as tables for spreadsheets and research. The server may be running.",
      "The files show which account paid which: treat them as confidential."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the ledger (default: omloop-data, or else omloop-demo).")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write the log to; it must not be there yet, or be empty.")
  private @Nullable Path out;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "File to write the plain-text journal to.")
  private @Nullable Path journal;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "File to write the table of movements to.")
  private @Nullable Path movements;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "File to write the table of accounts to, with role, sector and area.")
  private @Nullable Path accounts;

  @Option(
      names = "--xaf",
      paramLabel = "FILE",
      description = {
        "File to write the books of a year to, as XML Auditfile Financieel 4.0.",
        "Not confirmed against its XSD yet; the file says so."
      })
  private @Nullable Path auditFile;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Year of --xaf, such as 2026; in UTC.")
  private @Nullable Year year;

  @Override
  public Integer call() {
    if ((auditFile == null) != (year == null)) {
      throw new ParameterException(spec.commandLine(), "--xaf and --year belong together");
    }
    if (Stream.of(
            Optional.ofNullable(out),
            Optional.ofNullable(journal),
            Optional.ofNullable(movements),
            Optional.ofNullable(accounts),
            Optional.ofNullable(auditFile))
        .allMatch(Optional::isEmpty)) {
      throw new ParameterException(
          spec.commandLine(), "say what to write: --out, --journal, --csv, --accounts or --xaf");
    }
    Path folder = LedgerFolder.existing(Optional.ofNullable(data));
    try (KeptJournal kept =
        KeptJournal.open(folder, DatabaseSettings.fromEnvironment(System.getenv()))) {
      ExportedJournal source = ExportedJournal.of(kept, folder);
      write(source);
      say("Written: entries 0 to " + (source.size() - 1) + " of the ledger in " + folder);
    }
    return 0;
  }

  private void write(ExportedJournal source) {
    try (UnfinishedExport unfinished = new UnfinishedExport()) {
      List<ExportForm> forms = new ArrayList<>();
      try {
        addForms(forms, unfinished);
        JournalExport.run(
            source,
            forms,
            new ProgressBar(spec.commandLine().getErr(), "Exporting", source.size())::show);
      } finally {
        close(forms);
      }
      unfinished.keep();
    } catch (IOException e) {
      throw new CannotRun("the export cannot be written: " + FileTrouble.words(e), e);
    }
    if (out != null) {
      say("Check it with: omloop verify " + out);
    }
  }

  private void addForms(List<ExportForm> forms, UnfinishedExport unfinished) throws IOException {
    Path log = out;
    if (log != null) {
      forms.add(new LogFolder(unfinished.folder(log)));
    }
    Path plain = journal;
    if (plain != null) {
      forms.add(new PlainTextJournal(unfinished.file(plain)));
    }
    Path table = movements;
    if (table != null) {
      forms.add(new MovementsTable(unfinished.file(table)));
    }
    Path xaf = auditFile;
    if (xaf != null && year != null) {
      forms.add(new AuditFile(
          unfinished.file(xaf), year, LocalDate.now(ZoneOffset.UTC), new Main.Version().number()));
    }
    Path list = accounts;
    if (list != null) {
      forms.add(new AccountsTable(unfinished.file(list)));
    }
  }

  private static void close(List<ExportForm> forms) throws IOException {
    for (ExportForm form : forms) {
      form.close();
    }
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
