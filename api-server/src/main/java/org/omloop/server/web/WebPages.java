package org.omloop.server.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The server's pages and the files they consist of. Thread-safe; one instance may serve any number
 * of routers.
 *
 * <p>With the system property {@code omloop.web} naming folders of sources, divided as a class path
 * is, pages come from there, fresh on each request: for development only.
 */
public final class WebPages {
  private static final String WALLET = "/wallet";
  private static final String JOIN = "/join";
  private static final Map<String, String> ADDRESSES = Map.of(
      "/",
      "start/index.html",
      "/docs/api",
      "docs/api.html",
      "/till",
      "till/index.html",
      WALLET,
      "wallet/index.html",
      JOIN,
      "join/index.html",
      "/apply",
      "join/index.html",
      "/mail-stop",
      "join/index.html",
      "/office",
      "office/index.html",
      "/city",
      "city/index.html");

  /**
   * Further addresses of a page: what a phone's camera opens of a payment request, of another device's key, of an
   * invitation, of a printed code, of a request made without a connection and of an order, also with nothing in them; and
   * the page of a new device.
   */
  private static final Map<String, String> CODES = Map.of(
      "/B/:request",
      WALLET,
      "/P/:sticker",
      WALLET,
      "/D/:key",
      WALLET,
      "/I/:code",
      JOIN,
      "/1",
      WALLET,
      "/O",
      WALLET,
      "/B/",
      WALLET,
      "/P/",
      WALLET,
      "/D/",
      WALLET,
      "/device",
      JOIN);

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String REVALIDATED = "no-cache";
  private static final String NEVER_KEPT = "no-store";

  /** What is in the jars stays the same as long as the process: a second server in it need not compress it again. */
  private static final AtomicReference<Optional<WebContent>> PACKAGED =
      new AtomicReference<>(Optional.empty());

  private final Supplier<WebContent> content;
  private final boolean developing;

  private WebPages(Supplier<WebContent> content, boolean developing) {
    this.content = content;
    this.developing = developing;
  }

  /**
   * Reads everything that will be served. Blocks for about a second in a process that has just begun, so it belongs to
   * start-up and not on an event loop.
   *
   * @throws IllegalStateException if a page or a module that a page imports is missing
   */
  public static WebPages load() {
    return sources().map(WebPages::fromDisk).orElseGet(WebPages::packaged);
  }

  /**
   * Adds the routes for {@code GET} and {@code HEAD} of all pages and files. What is not found goes
   * on to the router's other routes, and so to its own answer for 404.
   */
  public void mount(Router router) {
    ADDRESSES.keySet().forEach(address -> reading(router.route(address)).handler(this::page));
    CODES.forEach(
        (address, page) -> reading(router.route(address)).handler(context -> page(page, context)));
    reading(router.route(OfflineShell.ADDRESS)).handler(this::worker);
    reading(router.route(WebContent.OWN + "*")).handler(this::file);
    reading(router.route(Libraries.PATH + "*")).handler(this::file);
    reading(router.route("/favicon.ico")).handler(context -> context.reroute(icon()));
  }

  private void page(RoutingContext context) {
    page(context.normalizedPath(), context);
  }

  private void page(String address, RoutingContext context) {
    WebContent now = content.get();
    Optional.ofNullable(now.pages().get(address))
        .ifPresentOrElse(
            page -> {
              PageHeaders.ofPage(context, now.importMap());
              answer(context, new FileAnswer(page, developing ? NEVER_KEPT : REVALIDATED));
            },
            context::next);
  }

  private void file(RoutingContext context) {
    WebContent now = content.get();
    String path = context.normalizedPath();
    String lifetime = now.isLasting(path) ? FOR_EVER : REVALIDATED;
    now.file(path)
        .ifPresentOrElse(
            file -> {
              PageHeaders.ofFile(context);
              answer(context, new FileAnswer(file, developing ? NEVER_KEPT : lifetime));
            },
            context::next);
  }

  /** Asked for anew each time, as it decides which edition the devices keep. */
  private void worker(RoutingContext context) {
    content.get().file(OfflineShell.ADDRESS).ifPresent(file -> {
      PageHeaders.ofWorker(context);
      answer(context, new FileAnswer(file, REVALIDATED));
    });
  }

  private static void answer(RoutingContext context, FileAnswer answer) {
    answer.to(context).onFailure(context::fail);
  }

  /** Browsers ask for this name unasked, on pages without markup such as the health check. */
  private String icon() {
    return WebContent.OWN + content.get().edition() + "/kit/mark.svg";
  }

  private static Route reading(Route route) {
    return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private static WebPages fromDisk(List<Path> folders) {
    Libraries libraries = Libraries.onClassPath(loader());
    return new WebPages(() -> WebContent.fromDisk(libraries, folders, ADDRESSES), true);
  }

  private static WebPages packaged() {
    WebContent content = PACKAGED
        .updateAndGet(kept -> kept.or(() -> Optional.of(fromClassPath())))
        .orElseThrow();
    return new WebPages(() -> content, false);
  }

  private static WebContent fromClassPath() {
    return WebContent.fromClassPath(Libraries.onClassPath(loader()), loader(), ADDRESSES);
  }

  private static ClassLoader loader() {
    return WebPages.class.getClassLoader();
  }

  private static Optional<List<Path>> sources() {
    return Optional.ofNullable(System.getProperty("omloop.web"))
        .map(list -> Arrays.stream(list.split(File.pathSeparator)).map(Path::of).toList());
  }
}
