package org.omloop.server.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;

/** A server in a process of its own, to be killed. It founds its ledger when there is none yet. */
record ServerProcess(Process process, List<String> codes, String address) {
  private static final String CODE = "code ";
  private static final String ADDRESS = "address ";

  /** Runs as {@code omloop serve} does, without limits on how often somebody may call. */
  public static void main(String[] arguments) {
    ServerConfig config = RunningTown.config(Path.of(arguments[0])).founding(Town.settings());
    Server server = Server.start(config, end -> {
      System.err.println("the server stopped: " + end);
      Runtime.getRuntime().halt(1);
    });
    server.codes().forEach(each -> System.out.println(CODE + each.code()));
    System.out.println(ADDRESS + server.address());
  }

  /** Starts one, and returns when it answers. */
  static ServerProcess on(Path data) {
    try {
      return answering(begin(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one, and does not wait for it. */
  static Process begin(Path data) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1", // it does not live long
              "-cp",
              System.getProperty("java.class.path"),
              ServerProcess.class.getName(),
              data.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerProcess answering(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> codes = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(CODE)) {
        codes.add(line.substring(CODE.length()));
      } else if (line.startsWith(ADDRESS)) {
        return new ServerProcess(process, codes, line.substring(ADDRESS.length()));
      }
    }
    throw new AssertionError("the server ended before it answered");
  }

  /** Kills it as {@code kill -9} does, and returns when it is gone. Its database stays behind. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
