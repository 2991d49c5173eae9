package org.omloop.server.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The ports there are. */
final class PortRange {
  private static final int HIGHEST = 65_535;

  private PortRange() {}

  static void require(int port, CommandSpec spec) {
    if (port < 0 || port > HIGHEST) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to " + HIGHEST);
    }
  }
}
