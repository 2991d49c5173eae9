package org.omloop.server.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What stands before the server where it is in use: TLS and HTTP/2, on which a page's many small files come side by side.
 * Its certificate is its own.
 */
final class TlsFront implements AutoCloseable {
  private static final String PASSWORD = "of-a-test";
  private static final int CONNECTIONS = 64;

  /** Headers of one connection, which HTTP/2 does not have. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "keep-alive", "transfer-encoding", "upgrade");

  private final Vertx vertx = Vertx.vertx();
  private final String behind;
  private final HttpClient client;
  private final HttpServer server;

  /**
   * Stands before a server.
   *
   * @param behind its address
   * @param folder for a key
   */
  TlsFront(String behind, Path folder) throws IOException, InterruptedException {
    this.behind = behind;
    this.client = vertx
        .httpClientBuilder()
        .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
        .build();
    HttpServerOptions options = new HttpServerOptions()
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(new PfxOptions().setPath(key(folder).toString()).setPassword(PASSWORD));
    this.server =
        await(vertx.createHttpServer(options).requestHandler(this::pass).listen(0, "127.0.0.1"));
  }

  /** Makes key and certificate with the JDK's own program. */
  private static Path key(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("front.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "front",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool made no key");
    }
    return file;
  }

  String address() {
    return "https://localhost:" + server.actualPort();
  }

  private void pass(HttpServerRequest request) {
    RequestOptions there =
        new RequestOptions().setAbsoluteURI(behind + request.uri()).setMethod(request.method());
    request.pause();
    client.request(there).compose(asked -> ask(request, asked)).onFailure(broken -> request
        .response()
        .reset());
  }

  private static Future<Void> ask(HttpServerRequest request, HttpClientRequest asked) {
    request.headers().forEach((name, value) -> {
      if (!name.startsWith(":") && !OF_THE_CONNECTION.contains(name.toLowerCase())) {
        asked.putHeader(name, value);
      }
    });
    asked.putHeader("Host", String.valueOf(request.authority()));
    request.response().closeHandler(gone -> asked.reset());
    return asked.send(request).compose(answer -> {
      request.response().setStatusCode(answer.statusCode());
      answer.headers().forEach((name, value) -> {
        if (!OF_THE_CONNECTION.contains(name.toLowerCase())) {
          request.response().putHeader(name, value);
        }
      });
      return answer.pipeTo(request.response());
    });
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The front did not do as told", e);
    }
  }
}
