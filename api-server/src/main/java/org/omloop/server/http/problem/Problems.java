package org.omloop.server.http.problem;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.UUID;
import org.omloop.ledger.order.MalformedOrder;
import org.omloop.server.sequencer.OutcomeUnknown;
import org.omloop.server.sequencer.SequencerFull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever failed with a problem. The one place that knows which failure is which. Thread-safe. */
public final class Problems implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int RETRY_SECONDS = 1;

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      context.request().connection().close(); // half an answer is better cut off than completed
    } else if (!response.closed()) {
      answer(context, problem(context));
    }
  }

  private static void answer(RoutingContext context, Problem problem) {
    Language language = Language.of(context);
    HttpServerResponse response = context
        .response()
        .setStatusCode(problem.type().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemText.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, "" + seconds));
    if (problem.type().status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response.end(ProblemText.of(problem, language, instance(context, problem)));
  }

  /** Errors of ours get a number that stands in the log too; everything else is about the address asked for. */
  private static String instance(RoutingContext context, Problem problem) {
    if (problem.type() != ProblemType.INTERNAL_ERROR) {
      return context.request().path() == null ? "/" : context.request().path();
    }
    UUID number = UUID.randomUUID();
    LOG.error("request failed, {}", number, context.failure());
    return "urn:uuid:" + number;
  }

  private static Problem problem(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof MalformedOrder malformed) {
      return Problem.of(ProblemType.MALFORMED_ORDER, InvalidPart.of(malformed));
    }
    if (failure instanceof SequencerFull) {
      return Problem.later(ProblemType.QUEUE_FULL, RETRY_SECONDS);
    }
    if (failure instanceof OutcomeUnknown) {
      return Problem.later(ProblemType.OUTCOME_UNKNOWN, RETRY_SECONDS);
    }
    return ofStatus(context.statusCode());
  }

  /** The router itself fails requests with a status alone, such as 404 or 405. */
  private static Problem ofStatus(int status) {
    ProblemType type = Arrays.stream(ProblemType.values())
        .filter(each -> each.status() == status && status != ProblemType.UNAVAILABLE.status())
        .findFirst()
        .orElse(
            status >= 400 && status < 500
                ? ProblemType.MALFORMED_REQUEST
                : ProblemType.INTERNAL_ERROR);
    return Problem.of(type);
  }
}
