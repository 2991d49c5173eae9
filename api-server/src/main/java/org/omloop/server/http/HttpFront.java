package org.omloop.server.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.omloop.server.http.guard.Unreadable;

/** One event loop's share of the HTTP server. Deployed as often as loops are to serve; they share the address. */
public final class HttpFront extends VerticleBase {
  private static final int MOST_HEADER_BYTES = 8_192;
  private static final int MOST_ADDRESS_BYTES = 4_096;
  private static final int IDLE_SECONDS = 60;

  private final String host;
  private final int port;
  private final List<Consumer<Router>> mounts;

  // Owned by the event loop.
  private int actualPort;

  /**
   * Makes a share.
   *
   * @param port where to listen; below 0: all shares take the same free port
   * @param mounts add routes, in order, each called on the share's own event loop
   */
  public HttpFront(String host, int port, List<Consumer<Router>> mounts) {
    this.host = host;
    this.port = port;
    this.mounts = List.copyOf(mounts);
  }

  @Override
  public Future<HttpServer> start() {
    Router router = Router.router(vertx);
    router.route().handler(HttpFront::requireReadablePath);
    mounts.forEach(each -> each.accept(router));
    return vertx
        .createHttpServer(options())
        .requestHandler(router)
        .invalidRequestHandler(new Unreadable())
        .listen(port, host)
        .onSuccess(server -> actualPort = server.actualPort());
  }

  /** Every route looks at the path, and the router takes one that cannot be decoded for a fault of ours. */
  private static void requireReadablePath(RoutingContext context) {
    try {
      context.normalizedPath();
    } catch (IllegalArgumentException e) {
      context.fail(400);
      return;
    }
    context.next();
  }

  /** Returns the port it listens on, once it does. */
  public int actualPort() {
    return actualPort;
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false) // HTTP/2 comes with TLS, from the proxy before us
        .setMaxHeaderSize(MOST_HEADER_BYTES)
        .setMaxInitialLineLength(MOST_ADDRESS_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }
}
