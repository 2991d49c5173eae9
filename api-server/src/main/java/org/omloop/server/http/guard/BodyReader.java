package org.omloop.server.http.guard;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * Reads one request's body, up to a size and within a time. Confined to the request's event loop.
 *
 * <p>A body that is too large or too slow is answered while it is still coming in, so the rest is thrown away for a
 * moment before the connection is closed: a client that is cut off at once would not see the answer.
 */
public final class BodyReader {
  /** The largest body, in bytes. */
  public static final int MOST_BYTES = 65_536;

  private static final long MOST_SECONDS = 10;
  private static final long MOST_FILE_SECONDS = 120;
  private static final long LINGER_SECONDS = 2;

  private final HttpServerRequest request;
  private final RoutingContext context;
  private final int mostBytes;
  private final long mostSeconds;
  private final Promise<Buffer> whole = Promise.promise();
  private Buffer body = Buffer.buffer();

  private BodyReader(RoutingContext context, int mostBytes, long mostSeconds) {
    this.context = context;
    this.request = context.request();
    this.mostBytes = mostBytes;
    this.mostSeconds = mostSeconds;
  }

  /** Returns the body once it is there; must be called before the request's handler returns. */
  public static Future<Buffer> read(RoutingContext context) {
    return new BodyReader(context, MOST_BYTES, MOST_SECONDS).read();
  }

  /** The same for a file, which may be larger and take longer. */
  public static Future<Buffer> readFile(RoutingContext context, int mostBytes) {
    return new BodyReader(context, mostBytes, MOST_FILE_SECONDS).read();
  }

  private Future<Buffer> read() {
    OptionalLong announced = announced();
    if (announced.isPresent() && announced.getAsLong() > mostBytes) {
      request.handler(chunk -> {}).exceptionHandler(gone -> {});
      cutOff(ProblemType.BODY_TOO_LARGE);
      return whole.future();
    }
    long deadline = context
        .vertx()
        .setTimer(TimeUnit.SECONDS.toMillis(mostSeconds), late -> cutOff(ProblemType.TOO_SLOW));
    whole.future().onComplete(read -> context.vertx().cancelTimer(deadline));
    request
        .handler(this::take)
        .endHandler(end -> whole.tryComplete(body))
        .exceptionHandler(broken -> whole.tryFail(Problem.of(ProblemType.MALFORMED_REQUEST)));
    return whole.future();
  }

  private OptionalLong announced() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    } catch (NumberFormatException e) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
  }

  private void take(Buffer chunk) {
    if (whole.future().isComplete()) {
      return;
    }
    if (body.length() + chunk.length() > mostBytes) {
      cutOff(ProblemType.BODY_TOO_LARGE);
    } else {
      body = body.length() == 0 ? chunk : body.appendBuffer(chunk);
    }
  }

  private void cutOff(ProblemType reason) {
    if (whole.future().isComplete()) {
      return;
    }
    body = Buffer.buffer();
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    context.vertx().setTimer(TimeUnit.SECONDS.toMillis(LINGER_SECONDS), over -> request
        .connection()
        .close());
    whole.tryFail(Problem.of(reason));
  }
}
