package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The demo as a newcomer starts it, after a short market, in this process. It goes on slowly until it is closed. */
public final class RunningDemo implements AutoCloseable {
  private final Thread thread;
  private final DemoAddress address;
  private final Path data;

  private RunningDemo(Thread thread, DemoAddress address, Path data) {
    this.thread = thread;
    this.address = address;
    this.data = data;
  }

  /** Starts one, and returns when its people can be somebody. */
  public static RunningDemo start(Path data) throws IOException, InterruptedException {
    DemoAddress address = DemoAddress.free();
    Thread thread = new Thread(
        () -> CommandRun.of("demo", "--days=2", "--data=" + data, "--port=" + address.port()),
        "demo");
    thread.start();
    address.awaitAnswer("/demo/people", "baker", thread::isAlive);
    return new RunningDemo(thread, address, data);
  }

  /** Returns where it answers. */
  public String address() {
    return address.toString();
  }

  /** Returns its data folder. */
  public Path data() {
    return data;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
