package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** Runs PostgreSQL's programs, one at a time, under the account that suits them, from the database's own folder. */
record ServerCommand(PostgresPrograms programs, ServerAccount account, Path folder) {

  /** What a program left behind. */
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Runs a program to its end. Its output goes by way of a file: a pipe would stay open in the server it starts. */
  Outcome run(String program, List<String> arguments) {
    Path output = folder.resolve(program + ".out");
    try {
      Process process =
          builder(program, arguments).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      return new Outcome(process.waitFor(), Files.readString(output));
    } catch (IOException e) {
      throw StartFailure.explain(folder, "error: " + program + " cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("waiting for PostgreSQL's " + program + " was interrupted", e);
    }
  }

  private ProcessBuilder builder(String program, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(programs.program(program));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(account.command(words))
        .directory(folder.toFile())
        .redirectErrorStream(true);
    // Somebody's settings for another PostgreSQL (PGDATA, PGPORT, PGOPTIONS) must not reach this
    // one.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    // StartFailure reads the messages.
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
