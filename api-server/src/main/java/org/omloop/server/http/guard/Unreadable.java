package org.omloop.server.http.guard;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemText;
import org.omloop.server.http.problem.ProblemType;

/** Answers what is no HTTP, or too much of it; the connection ends with the answer. Thread-safe. */
public final class Unreadable implements Handler<HttpServerRequest> {
  @Override
  public void handle(HttpServerRequest request) {
    ProblemType type = type(request.decoderResult().cause());
    request
        .response()
        .setStatusCode(type.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemText.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(ProblemText.of(Problem.of(type), Language.NL, "/"));
    request.connection().close();
  }

  private static ProblemType type(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return ProblemType.ADDRESS_TOO_LONG;
    }
    return cause instanceof TooLongHttpHeaderException
        ? ProblemType.HEADERS_TOO_LARGE
        : ProblemType.MALFORMED_REQUEST;
  }
}
