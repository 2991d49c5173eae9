package org.omloop.server.http.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The headers of every answer of the API (standards.md, section 7.2). Immutable and thread-safe. */
public final class ResponseHeaders {
  private static final CharSequence API_VERSION = HttpHeaders.createOptimized("API-Version");
  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence POLICY_VALUE =
      HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
  private static final CharSequence OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence FRAME = HttpHeaders.createOptimized("X-Frame-Options");
  private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
  private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence TRANSPORT =
      HttpHeaders.createOptimized("Strict-Transport-Security");
  private static final CharSequence TWO_YEARS =
      HttpHeaders.createOptimized("max-age=63072000; includeSubDomains");

  private final CharSequence version;

  public ResponseHeaders(String version) {
    this.version = HttpHeaders.createOptimized(version);
  }

  /** Puts the headers on an answer that has not begun. */
  public void put(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set(API_VERSION, version);
    headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    headers.set(POLICY, POLICY_VALUE);
    headers.set(OPTIONS, NO_SNIFF);
    headers.set(FRAME, DENY);
    headers.set(REFERRER, NO_REFERRER);
    // Over plain HTTP browsers ignore it, and a local try-out must not bind the host name to TLS.
    if ("https".equals(context.request().scheme())) {
      headers.set(TRANSPORT, TWO_YEARS);
    }
  }

  /** Lets any page read the answer: for what is public and about nobody (section 7.2). */
  public static void openToAll(RoutingContext context) {
    context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  /** Lets anybody keep the answer for ever, because it will never be another. */
  public static void immutable(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
  }
}
