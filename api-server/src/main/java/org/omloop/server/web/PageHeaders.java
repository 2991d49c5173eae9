package org.omloop.server.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What every page and file tells the browser it may do: load from here alone, run nothing inline. */
final class PageHeaders {
  private static final String FILE_POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String WORKER_POLICY =
      "default-src 'none'; connect-src 'self'; script-src 'self'";
  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private PageHeaders() {}

  /** For a page: its own scripts and styles, and the one inline import map. */
  static void ofPage(RoutingContext context, ImportMap importMap) {
    common(context)
        .putHeader("Content-Security-Policy", policy(importMap))
        .putHeader("Permissions-Policy", "camera=(self)")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
  }

  /** For a file opened by itself, such as a picture: nothing at all. */
  static void ofFile(RoutingContext context) {
    common(context).putHeader("Content-Security-Policy", FILE_POLICY);
  }

  /** For the service worker, which fetches what pages of this origin ask for. */
  static void ofWorker(RoutingContext context) {
    common(context).putHeader("Content-Security-Policy", WORKER_POLICY);
  }

  private static HttpServerResponse common(RoutingContext context) {
    HttpServerResponse response = context.response();
    // Over plain HTTP browsers ignore it, and a local try-out must not bind the host name to TLS.
    if ("https".equals(context.request().scheme())) {
      response.putHeader("Strict-Transport-Security", TWO_YEARS);
    }
    return response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  private static String policy(ImportMap importMap) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' '" + importMap.policyHash() + "'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
        "worker-src 'self'");
  }
}
