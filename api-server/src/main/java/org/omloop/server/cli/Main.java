package org.omloop.server.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.omloop.server.CannotListen;
import org.omloop.server.export.ExportFailed;
import org.omloop.server.founding.FoundingFailed;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.sequencer.JournalDamaged;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code omloop}: everything an operator, an auditor or a newcomer starts. */
@Command(
    name = "omloop",
    description = "A neighbourhood's own money, with proof of where it goes.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      CirculationCommand.class,
      ReportCommand.class,
      AuditCommand.class,
      RebuildCommand.class,
      BenchCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((problem, line, parsed) -> explain(problem, line));
  }

  /** Somebody who asks for nothing is shown what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What an operator can mend is said in one line; what only a builder can goes to the log as well. */
  private static int explain(Exception problem, CommandLine line) {
    PrintWriter err = line.getErr();
    boolean expected = problem instanceof CannotRun
        || problem instanceof DatabaseUnavailable
        || problem instanceof ExportFailed
        || problem instanceof FoundingFailed
        || problem instanceof JournalDamaged
        || problem instanceof CannotListen;
    err.println("omloop: " + (expected ? problem.getMessage() : "unexpected: " + problem));
    err.flush();
    if (!expected) {
      LoggerFactory.getLogger(Main.class).error("unexpected", problem);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Tells the version that the jar carries. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"omloop " + number()};
    }

    String number() {
      return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
          .orElse("(not built)");
    }
  }
}
