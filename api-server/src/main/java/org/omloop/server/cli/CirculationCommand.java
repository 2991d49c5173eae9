package org.omloop.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.Circulation;
import org.omloop.ledger.circulation.CirculationReport;
import org.omloop.ledger.circulation.CirculationReport.Window;
import org.omloop.ledger.circulation.IdentityFailed;
import org.omloop.ledger.circulation.ReportJson;
import org.omloop.ledger.circulation.csv.AccountsFile;
import org.omloop.ledger.circulation.csv.LedgerFile;
import org.omloop.ledger.circulation.csv.MalformedFile;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.trace.Rule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code omloop circulation}: how money went round in a ledger, anybody's. */
@Command(
    name = "circulation",
    description = {
      "Measures how money went round in a ledger, from a table of its rows: no server, no database.",
      "The first line is id,time,from,to,amount,kind,refund_of; docs/auditors.md has the details.",
      "Times are RFC 3339 or plain numbers of days. The figures are exact and name accounts.",
      "Exit code 0: measured; 1: the measurement contradicts itself; 2: a bad file or wrong use."
    },
    mixinStandardHelpOptions = true)
final class CirculationCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "The ledger's rows, in ledger order.")
  @SuppressWarnings("NullAway.Init") // it is required
  private Path file;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = {
        "Who owns which account: account,owner,role,sector,area.",
        "Without it each account is an owner of its own."
      })
  private @Nullable Path accounts;

  @Option(
      names = "--rule",
      paramLabel = "fifo|lifo|mixed",
      converter = RuleName.class,
      description = "Keep one reading of which money is passed on; else all three are given.")
  private @Nullable Rule rule;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Measure up to this moment, in the file's form of time; else up to the last row.")
  private @Nullable String until;

  @Option(names = "--json", description = "Give every figure, as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try {
      CirculationReport report = measured();
      say(report);
      return CommandLine.ExitCode.OK;
    } catch (Unusable e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return CommandLine.ExitCode.USAGE;
    } catch (IdentityFailed e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns the whole report, so that nothing is said when something fails. */
  private CirculationReport measured() throws Unusable {
    Optional<AccountsFile> declared = accounts == null
        ? Optional.empty()
        : Optional.of(read(accounts, in -> AccountsFile.read(in, done -> {})));
    Accounts known = declared.map(AccountsFile::accounts).orElseGet(Accounts::eachItsOwnUnit);
    LedgerFile ledger = read(file, in -> LedgerFile.read(in, known, progress()));
    return Circulation.measure(
        ledger,
        declared.map(AccountsFile::sha256),
        window(ledger),
        rule == null ? List.of(Rule.values()) : List.of(rule));
  }

  private void say(CirculationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      try {
        ReportJson.write(report, out);
      } catch (IOException e) {
        throw new CannotRun("cannot write the report: " + FileTrouble.words(e), e);
      }
    } else {
      out.print(CirculationText.of(report, file.toString()));
    }
    out.flush();
  }

  private Optional<Window> window(LedgerFile ledger) throws Unusable {
    Optional<Window> whole = Circulation.window(ledger);
    if (until == null || whole.isEmpty()) {
      return whole;
    }
    Window window = whole.get();
    OptionalLong end = window.form().parse(until);
    if (end.isEmpty()) {
      throw new Unusable("--until " + until + ": not a time as in " + file + ", such as "
          + window.form().text(window.until()));
    }
    if (end.getAsLong() < window.from()) {
      throw new Unusable("--until " + until + ": the first row of " + file + " is at "
          + window.form().text(window.from()));
    }
    return Optional.of(new Window(window.form(), window.from(), end.getAsLong()));
  }

  private static <T> T read(Path path, Reading<T> reading) throws Unusable {
    try (InputStream in = Files.newInputStream(path)) {
      return reading.read(in);
    } catch (MalformedFile e) {
      throw new Unusable(path + ": " + e.getMessage());
    } catch (IOException e) {
      throw new Unusable(path + ": cannot be read: " + FileTrouble.words(e));
    }
  }

  /** A bar on a terminal; nothing in a pipe, where only what is wrong may be said. */
  private LongConsumer progress() throws IOException {
    if (!CommandLine.Help.Ansi.AUTO.enabled()) {
      return done -> {};
    }
    return new ProgressBar(spec.commandLine().getErr(), "Reading", Files.size(file))::show;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(InputStream in) throws IOException, MalformedFile;
  }

  /** What was given cannot be measured; the message is the one line that is said. */
  private static final class Unusable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /** Reads the name of a rule. */
  static final class RuleName implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String name) {
      return Rule.named(name)
          .orElseThrow(
              () -> new TypeConversionException("'" + name + "' is not fifo, lifo or mixed"));
    }
  }
}
