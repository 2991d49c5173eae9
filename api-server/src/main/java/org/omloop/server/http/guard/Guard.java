package org.omloop.server.http.guard;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalInt;
import org.omloop.server.http.contract.Operation;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** Stands before one operation's handler: what passes is as the contract says, and not too often. Thread-safe. */
public final class Guard implements Handler<RoutingContext> {
  private final Operation operation;
  private final ResponseHeaders headers;
  private final CallerAddress caller;
  private final RateLimit perAddress;

  public Guard(
      Operation operation, ResponseHeaders headers, CallerAddress caller, RateLimit perAddress) {
    this.operation = operation;
    this.headers = headers;
    this.caller = caller;
    this.perAddress = perAddress;
  }

  @Override
  public void handle(RoutingContext context) {
    headers.put(context);
    String path = context.request().path();
    if (path.endsWith("/") || !path.equals(context.normalizedPath())) {
      throw Problem.of(ProblemType.NOT_FOUND); // one address for each thing
    }
    OptionalInt wait = perAddress.take(caller.of(context.request()));
    if (wait.isPresent()) {
      throw Problem.later(ProblemType.RATE_LIMITED, wait.getAsInt());
    }
    if (path.startsWith("/v1/")) {
      OwnAddress.of(context); // also where it is needed only at the end
    }
    MediaTypes.checkAccept(operation, context);
    MediaTypes.checkContent(operation, context.request());
    Parameters.check(operation, context);
    context.next();
  }
}
