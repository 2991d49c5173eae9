package org.omloop.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Where a demo answers, by a name that browsers trust with keys and cameras. */
record DemoAddress(int port) {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  /** At a port that nobody listens at now. */
  static DemoAddress free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new DemoAddress(socket.getLocalPort());
    }
  }

  /** Waits until the path answers with the text in it, while there is somebody to answer. */
  void awaitAnswer(String path, String text, BooleanSupplier isAlive) throws InterruptedException {
    long limit = System.nanoTime() + LONGEST_START.toNanos();
    while (!answers(path, text)) {
      if (System.nanoTime() > limit || !isAlive.getAsBoolean()) {
        throw new AssertionError("the demo did not get so far");
      }
      Thread.sleep(100);
    }
  }

  private boolean answers(String path, String text) throws InterruptedException {
    try {
      HttpResponse<String> answer = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(this + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "http://localhost:" + port;
  }
}
