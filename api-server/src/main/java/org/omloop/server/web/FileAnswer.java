package org.omloop.server.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a request with a file: compressed where the browser takes it, and 304 without a body
 * where it has these bytes already (RFC 9110, 13.1.2).
 *
 * @param lifetime the value of {@code Cache-Control}
 */
record FileAnswer(StaticFile file, String lifetime) {
  private static final int NOT_MODIFIED = 304;

  Future<Void> to(RoutingContext context) {
    boolean compressed = file.isWorthCompressing() && Gzip.isTaken(context);
    // Two spellings of one file are two representations, so their strong tags differ.
    String tag = "\"" + file.tag() + (compressed ? "-gzip\"" : "\"");
    HttpServerResponse response = context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, lifetime)
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .putHeader(HttpHeaders.ETAG, tag);
    if (KnownTag.isNamed(tag, context)) {
      return response.setStatusCode(NOT_MODIFIED).end();
    }
    Buffer body = compressed ? file.compressed() : file.plain();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, file.type().contentType())
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return context.request().method().equals(HttpMethod.HEAD) ? response.end() : response.end(body);
  }
}
