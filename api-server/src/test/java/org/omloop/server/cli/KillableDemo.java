package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A demo in a process of its own, to be killed and served again at the same address. */
public final class KillableDemo implements AutoCloseable {
  private final Path data;
  private final DemoAddress address;
  private Process process;

  private KillableDemo(Path data, DemoAddress address) throws IOException {
    this.data = data;
    this.address = address;
    this.process = begin("demo", "--days=1");
  }

  /** Starts one, and returns when its people can be somebody. */
  public static KillableDemo start(Path data) throws IOException, InterruptedException {
    KillableDemo demo = new KillableDemo(data, DemoAddress.free());
    demo.address.awaitAnswer("/demo/people", "baker", demo.process::isAlive);
    return demo;
  }

  private Process begin(String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", // it does not live long
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName()));
    line.addAll(Arrays.asList(command));
    line.addAll(List.of("--data=" + data, "--port=" + address.port()));
    return new ProcessBuilder(line)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Returns where it answers. */
  public String address() {
    return address.toString();
  }

  /** Kills it as {@code kill -9} does, and returns when it is gone. Its database stays behind. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Serves the ledger again, and returns when it answers. */
  public void serve() throws IOException, InterruptedException {
    process = begin("serve");
    address.awaitAnswer("/v1/figures", "", process::isAlive);
  }

  /** Ends it as Ctrl-C does, with its database. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
