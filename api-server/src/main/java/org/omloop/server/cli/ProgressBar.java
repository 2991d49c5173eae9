package org.omloop.server.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * How far long work is: a bar that moves on a terminal, a line every tenth elsewhere.
 *
 * <p>Thread-safe.
 */
final class ProgressBar {
  private static final int WIDTH = 40;

  private final PrintWriter out;
  private final String what;
  private final long total;
  private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
  private long shown = -1;

  ProgressBar(PrintWriter out, String what, long total) {
    this.out = out;
    this.what = what;
    this.total = Math.max(1, total);
  }

  /** Shows that so much of the total is done. */
  synchronized void show(long done) {
    long steps = terminal ? 200 : 10;
    long step = Math.min(total, done) * steps / total;
    if (step == shown) {
      return;
    }
    shown = step;
    if (terminal) {
      int filled = (int) (WIDTH * step / steps);
      out.printf(
          "\r%s  [%s%s] %3d%%  %,d of %,d%s",
          what,
          "#".repeat(filled),
          ".".repeat(WIDTH - filled),
          100 * step / steps,
          done,
          total,
          step == steps ? "\n" : "");
    } else {
      out.printf("%s  %3d%%  %,d of %,d%n", what, 100 * step / steps, done, total);
    }
    out.flush();
  }
}
