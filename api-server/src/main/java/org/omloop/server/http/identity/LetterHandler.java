package org.omloop.server.http.identity;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.guard.OwnAddress;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.letters.Letter;
import org.omloop.server.letters.LetterPdf;

/** {@code POST /v1/invitation-letters}: drawn from what is sent, and kept nowhere. Thread-safe. */
public final class LetterHandler implements Handler<RoutingContext> {
  private static final String PDF = "application/pdf";
  private static final int MOST = 200;
  private static final Set<String> MEMBERS = Set.of("code", "name", "until");

  private final Directory directory;
  private final Vertx vertx;
  private final Clock clock;

  public LetterHandler(Directory directory, Vertx vertx, Clock clock) {
    this.directory = directory;
    this.vertx = vertx;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    String address = OwnAddress.of(context);
    boolean isDutch = Language.of(context) == Language.NL;
    String circuit = directory.genesis().map(Order.Genesis::name).orElse("");
    BodyReader.read(context)
        .map(LetterHandler::letters)
        .compose(letters -> vertx.executeBlocking(
            () ->
                Buffer.buffer(LetterPdf.draw(letters, circuit, address, isDutch, clock.instant())),
            false))
        .onSuccess(drawn -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, PDF)
            .putHeader("Content-Disposition", "attachment; filename=\"omloop-letters.pdf\"")
            .end(drawn))
        .onFailure(context::fail);
  }

  private static List<Letter> letters(Buffer body) {
    JsonObject json = Told.object(body, Set.of("letters"));
    if (!(json.getValue("letters") instanceof JsonArray list)
        || list.isEmpty()
        || list.size() > MOST) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/letters", "malformed", "must be a list of 1 to " + MOST));
    }
    List<Letter> letters = new ArrayList<>();
    for (int at = 0; at < list.size(); at++) {
      letters.add(letter(list.getValue(at), "/letters/" + at));
    }
    return letters;
  }

  private static Letter letter(Object told, String place) {
    if (!(told instanceof JsonObject json)) {
      throw wrong(place, "must be an object");
    }
    Told.known(json, MEMBERS, place);
    try {
      return new Letter(
          Told.text(json, "name"),
          Told.text(json, "code"),
          Instant.parse(Told.text(json, "until")));
    } catch (DateTimeParseException e) {
      throw wrong(place + "/until", "must be a time");
    } catch (IllegalArgumentException e) {
      throw wrong(place, String.valueOf(e.getMessage()));
    }
  }

  private static Problem wrong(String place, String reason) {
    return Problem.of(
        ProblemType.MALFORMED_REQUEST, InvalidPart.inBody(place, "malformed", reason));
  }
}
