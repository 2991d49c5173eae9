package org.omloop.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.server.areas.Areas;
import org.omloop.server.audit.ExportFolder;
import org.omloop.server.audit.ExportedReports;
import org.omloop.server.audit.ExportedReports.Made;
import org.omloop.server.audit.UnusableExport;
import org.omloop.server.audit.Verification;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.council.CouncilPaper;
import org.omloop.server.council.PaperWords;
import org.omloop.server.council.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code omloop report}: a report on how money went round, made from an export. */
@Command(
    name = "report",
    description = {
      "Makes the report on a month, quarter or year from an exported journal: no server, no database.",
      "Without --public its figures are exact: treat it as confidential.",
      "It trusts the files; 'omloop verify' is what checks them."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "Folder that 'omloop export --out' has written.")
  @SuppressWarnings("NullAway.Init") // it is required
  private Path folder;

  @Parameters(
      index = "1",
      paramLabel = "PERIOD",
      description = "Such as 2026-03, 2026-Q1 or 2026; in UTC.")
  @SuppressWarnings("NullAway.Init") // it is required
  private String name;

  @Option(names = "--public", description = "After disclosure control, as everybody may see it.")
  private boolean isPublic;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report to a file; else it goes to standard output.")
  private @Nullable Path json;

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description = "Write each table to a file in this folder, which is made.")
  private @Nullable Path tables;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "Write it for a council, as PDF on A4.")
  private @Nullable Path pdf;

  @Option(
      names = "--areas",
      paramLabel = "FILE",
      description = {
        "GeoJSON file with the areas' names, as 'serve' has it: the PDF then calls areas by their names.",
        "By default by their codes."
      })
  private @Nullable Path areas;

  @Option(
      names = "--language",
      paramLabel = "nl|en",
      description = "Language of the PDF; Dutch by default.",
      defaultValue = "nl")
  @SuppressWarnings("NullAway.Init") // it has a default
  private String language;

  @Override
  public Integer call() {
    Period period = Period.named(name)
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(), name + " is no period, such as 2026-03, 2026-Q1 or 2026"));
    PaperWords words = PaperWords.in(language)
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(), "there is no PDF in " + language + ", only in nl and en"));
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), folder + " is no folder");
    }
    Areas named = NamedAreas.read(areas);
    write(
        made(period)
            .orElseThrow(
                () -> new CannotRun("the journal in " + folder + " has no entry in " + name)),
        words,
        named);
    return 0;
  }

  private Optional<Made> made(Period period) {
    ExportFolder files = new ExportFolder(folder);
    ProgressBar bar = new ProgressBar(
        spec.commandLine().getErr(), "Reading", Verification.size(files).orElse(1L));
    try {
      return ExportedReports.make(files, period, isPublic ? Tier.PUBLIC : Tier.AUDIT, bar::show);
    } catch (UnusableExport | UncheckedIOException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private void write(Made made, PaperWords words, Areas named) {
    ReportFile report = made.report();
    TextFile.write(json, report.text());
    if (pdf != null) {
      writePdf(pdf, made, words, named);
    }
    if (tables != null) {
      writeTables(tables, report);
    }
    if (json == null && tables == null && pdf == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(report.text());
      out.flush();
    }
  }

  private void writePdf(Path into, Made made, PaperWords words, Areas named) {
    try {
      Source source = new Source(Optional.empty(), logKey(), made.isRunning());
      WholeFile.write(into, CouncilPaper.draw(made.report(), words, source, named.names()));
    } catch (IOException e) {
      throw new CannotRun("cannot write the file: " + FileTrouble.words(e), e);
    }
  }

  private Optional<String> logKey() throws IOException {
    Path file = folder.resolve("log.vkey");
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  private static void writeTables(Path into, ReportFile report) {
    try {
      Files.createDirectories(into);
    } catch (IOException e) {
      throw new CannotRun("cannot make the folder: " + FileTrouble.words(e), e);
    }
    for (String id : report.tableIds()) {
      TextFile.write(into.resolve(id + ".csv"), report.csv(id).orElseThrow());
    }
  }
}
