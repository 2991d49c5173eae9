package org.omloop.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The demo as a newcomer starts it, after a short market, in this process. It goes on slowly until it is closed. */
public final class RunningDemo implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final Thread thread;
  private final String address;

  private RunningDemo(Thread thread, String address) {
    this.thread = thread;
    this.address = address;
  }

  /** Starts one, and returns when its people can be somebody. */
  public static RunningDemo start(Path data) throws IOException, InterruptedException {
    int port = freePort();
    Thread thread = new Thread(
        () -> CommandRun.of("demo", "--days=2", "--data=" + data, "--port=" + port), "demo");
    thread.start();
    RunningDemo demo = new RunningDemo(thread, "http://localhost:" + port);
    demo.awaitPeople();
    return demo;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPeople() throws InterruptedException {
    long limit = System.nanoTime() + LONGEST_START.toNanos();
    while (!people().contains("baker")) {
      if (System.nanoTime() > limit || !thread.isAlive()) {
        throw new AssertionError("the demo did not get so far");
      }
      Thread.sleep(100);
    }
  }

  private String people() throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(address + "/demo/people")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException notYet) {
      return "";
    }
  }

  /** Returns where it answers, by a name that browsers trust with keys and cameras. */
  public String address() {
    return address;
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
