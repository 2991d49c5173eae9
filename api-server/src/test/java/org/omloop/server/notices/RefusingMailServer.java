package org.omloop.server.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that knows nobody: it names whom it refuses, as real ones do. */
public final class RefusingMailServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String reply;
  private final AtomicInteger refused = new AtomicInteger();

  /**
   * Starts it on a free port.
   *
   * @param reply to {@code RCPT TO}, before the address
   */
  public RefusingMailServer(String reply) throws IOException {
    this.reply = reply;
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "refusing mail server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Returns how many recipients it has refused. */
  public int refused() {
    return refused.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException e) {
        // The caller hung up, or the test is over.
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in = new BufferedReader(
        new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = caller.getOutputStream();
    say(out, "220 mail.test ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT TO:")) {
        refused.incrementAndGet();
        say(out, reply + " " + line.substring("RCPT TO:".length()) + ": no such user");
      } else if (line.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 fine");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
