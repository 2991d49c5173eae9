package org.omloop.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Starts a server as an operator does, as a process of its own, and takes the time until it says where it answers.
 *
 * @param command starts the command line of Omloop
 */
record ServeStart(List<String> command, Path data) {
  private static final String ANSWERS = "Omloop answers at ";
  private static final long PATIENCE_SECONDS = 60;

  ServeStart {
    command = List.copyOf(command);
  }

  /** Returns the seconds that each of some starts took, one after the other. */
  Series seconds(int rounds) {
    return new Series(IntStream.range(0, rounds).mapToObj(at -> start()).toList());
  }

  private double start() {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    long began = System.nanoTime();
    try {
      Process server = builder.start();
      try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
        awaitAnswer(out);
        return (System.nanoTime() - began) / 1e9;
      } finally {
        stop(server);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + line, e);
    }
  }

  private static void awaitAnswer(BufferedReader out) throws IOException {
    for (String said = out.readLine(); said != null; said = out.readLine()) {
      if (said.startsWith(ANSWERS)) {
        return;
      }
    }
    throw new IllegalStateException("the server ended before it answered");
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }
}
