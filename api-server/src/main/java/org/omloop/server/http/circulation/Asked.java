package org.omloop.server.http.circulation;

import io.vertx.ext.web.RoutingContext;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** What a request names of a report. */
final class Asked {
  private Asked() {}

  static Period period(RoutingContext context) {
    return Period.named(Parameters.of(context).text("period"))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  static String table(RoutingContext context) {
    return Parameters.of(context).text("table");
  }

  static OptionalInt edition(RoutingContext context) {
    OptionalLong asked = Parameters.of(context).optionalInteger("edition");
    return asked.isPresent()
        ? OptionalInt.of(Math.toIntExact(asked.getAsLong()))
        : OptionalInt.empty();
  }
}
