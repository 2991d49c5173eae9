package org.omloop.server.http.view;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Cursors.Cursor;

/**
 * Which part of a list is asked for.
 *
 * @param question the list's address with everything that narrows it down: what a cursor is good for
 * @param treeSize how many entries count
 * @param start where the page begins; empty: at the beginning of the list
 * @param limit how many at most
 */
public record Page(String question, long treeSize, OptionalLong start, int limit) {
  /** Reads the limit, the cursor and the size asked for; throws a {@link Problem} when they cannot be. */
  public static Page asked(
      String question, RoutingContext context, long headSize, Cursors cursors) {
    Parameters parameters = Parameters.of(context);
    int limit = (int) parameters.integer("limit");
    Optional<String> text = parameters.optionalText("cursor");
    if (text.isEmpty()) {
      return new Page(question, treeSize(parameters, headSize), OptionalLong.empty(), limit);
    }
    Cursor cursor = cursors
        .read(question, text.get())
        .filter(each ->
            parameters.optionalInteger("treeSize").orElse(each.treeSize()) == each.treeSize())
        .orElseThrow(() -> fault("cursor", "not-ours", "is not the next of this list's pages"));
    return new Page(question, cursor.treeSize(), OptionalLong.of(cursor.position()), limit);
  }

  /** Returns the size asked for, or the journal's; no answer is about entries that are not there yet. */
  public static long treeSize(Parameters parameters, long headSize) {
    long asked = parameters.optionalInteger("treeSize").orElse(headSize);
    if (asked > headSize) {
      throw fault("treeSize", "too-large", "must be at most " + headSize + " now");
    }
    return asked;
  }

  /** Tells the caller where the next page is, and returns its cursor. */
  public String next(long position, Cursors cursors, RoutingContext context) {
    String cursor = cursors.write(question, new Cursor(treeSize, position));
    context
        .response()
        .putHeader(
            "Link",
            "<" + question + (question.contains("?") ? "&" : "?") + "limit=" + limit + "&cursor="
                + cursor + ">; rel=\"next\"");
    return cursor;
  }

  private static Problem fault(String name, String code, String detail) {
    return Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.inQuery(name, code, detail));
  }
}
