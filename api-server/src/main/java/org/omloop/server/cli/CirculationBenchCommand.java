package org.omloop.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.omloop.server.bench.CirculationBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code omloop bench circulation}: measures how fast this machine measures circulation. */
@Command(
    name = "circulation",
    description = {
      "Measures how fast ledgers of growing size are folded, under each rule and by marked coins,",
      "and how fast the maximum circulation of a graph is found and its certificate checked.",
      "No server, no database. Times are of one processor, without what else it does.",
      "Ten million rows need some 8 GB: OMLOOP_JAVA_OPTS=-Xmx8g."
    },
    mixinStandardHelpOptions = true)
final class CirculationBenchCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "N",
      split = ",",
      defaultValue = "100000,1000000",
      description = "Rows of each ledger, growing (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // it has a default
  private List<Integer> rows;

  @Option(
      names = "--edges",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,50000,100000",
      description = "Edges of each graph (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // it has a default
  private List<Integer> edges;

  @Override
  public Integer call() {
    String figures = new CirculationBench(rows, edges, this::say).run();
    spec.commandLine().getOut().print(figures);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void say(String step) {
    spec.commandLine().getErr().println("measuring, " + step + " …");
    spec.commandLine().getErr().flush();
  }
}
