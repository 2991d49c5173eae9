package org.omloop.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A shop's own HTTPS server, with a certificate for {@code localhost} that it signed itself. */
final class Receiver implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** What came in. */
  record Received(String path, Map<String, String> headers, String body) {
    String id() {
      return headers.get("webhook-id");
    }

    JsonObject data() {
      return new JsonObject(body).getJsonObject("data");
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final Path folder;
  private final HttpsServer server;

  private Receiver(Path folder, HttpsServer server) {
    this.folder = folder;
    this.server = server;
  }

  static Receiver start(Path folder) throws IOException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    Receiver receiver = new Receiver(folder, server);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(receiver.store())));
    server.setExecutor(receiver.threads);
    server.createContext("/", receiver::take);
    server.start();
    return receiver;
  }

  /** Makes key and certificate with the JDK's own program. */
  private Path store() throws IOException {
    Path store = folder.resolve("shop.p12");
    run(
        "-genkeypair",
        "-alias",
        "shop",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-validity",
        "2",
        "-ext",
        "SAN=dns:localhost",
        "-keystore",
        store.toString(),
        "-storepass",
        new String(PASSWORD));
    run(
        "-exportcert",
        "-rfc",
        "-alias",
        "shop",
        "-file",
        authorities().toString(),
        "-keystore",
        store.toString(),
        "-storepass",
        new String(PASSWORD));
    return store;
  }

  private static void run(String... arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static SSLContext tls(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Answers as was asked, else 204. A negative answer is none: the connection stays open and silent. */
  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    received.add(new Received(exchange.getRequestURI().getPath(), headers, body));
    Integer answer = answers.poll();
    if (answer != null && answer < 0) {
      return;
    }
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
    exchange.close();
  }

  /** Answers the next calls so. */
  void answer(int... statuses) {
    for (int each : statuses) {
      answers.add(each);
    }
  }

  Received next() throws InterruptedException {
    Received next = received.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came in");
    }
    return next;
  }

  boolean isSilent(int seconds) throws InterruptedException {
    return received.poll(seconds, TimeUnit.SECONDS) == null;
  }

  /** Who vouches for it, as a PEM file. */
  Path authorities() {
    return folder.resolve("authorities.pem");
  }

  String url(String host, String path) {
    return "https://" + host + ":" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
