package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The demo as a newcomer starts it, after a short market, in this process. It goes on slowly until it is closed. */
public final class RunningDemo implements AutoCloseable {
  private final Thread thread;
  private final DemoAddress address;

  private RunningDemo(Thread thread, DemoAddress address) {
    this.thread = thread;
    this.address = address;
  }

  /** Starts one, and returns when its people can be somebody. */
  public static RunningDemo start(Path data) throws IOException, InterruptedException {
    DemoAddress address = DemoAddress.free();
    Thread thread = new Thread(
        () -> CommandRun.of("demo", "--days=2", "--data=" + data, "--port=" + address.port()),
        "demo");
    thread.start();
    address.awaitAnswer("/demo/people", "baker", thread::isAlive);
    return new RunningDemo(thread, address);
  }

  /** Returns where it answers. */
  public String address() {
    return address.toString();
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
