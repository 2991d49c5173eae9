package org.omloop.server.http.notice;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;
import org.omloop.server.identity.Mailboxes;

/**
 * Where a mail's {@code List-Unsubscribe} leads: a mail program that knows one-click ends the mail itself, and any other opens
 * the address, which ends nothing yet, as programs open what they find to look for harm (RFC 8058). Thread-safe.
 */
public final class MailStops {
  private static final int SEE_OTHER = 303;

  /** Far more than a form of one field, and too little to keep an expression busy. */
  private static final int MOST_BYTES = 1_024;

  /** As RFC 8058 section 3.2 has it: a form of one field, in either of the two ways that forms are sent. */
  private static final Pattern ONE_CLICK = Pattern.compile(
      "List-Unsubscribe=One-Click|--.*\\bname=\"?List-Unsubscribe\"?\\s.*?\\bOne-Click\\s+--.*",
      Pattern.DOTALL);

  private final Mailboxes mailboxes;

  public MailStops(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  /** {@code GET /v1/mail/stops/{stopToken}}: to the page that asks; what is behind # is in no log. */
  public static void show(RoutingContext context) {
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader(HttpHeaders.LOCATION, "/mail-stop#" + context.pathParam("stopToken"))
        .end();
  }

  /** {@code POST /v1/mail/stops/{stopToken}}. */
  public void stop(RoutingContext context) {
    String token = context.pathParam("stopToken");
    BodyReader.read(context)
        .map(MailStops::requireOneClick)
        .compose(clicked -> Reading.of(mailboxes.stop(token)))
        .onSuccess(stopped -> context.json(new JsonObject().put("state", "stopped")))
        .onFailure(context::fail);
  }

  private static Buffer requireOneClick(Buffer body) {
    if (body.length() > MOST_BYTES
        || !ONE_CLICK.matcher(body.toString(StandardCharsets.UTF_8).strip()).matches()) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("", "malformed", "must be List-Unsubscribe=One-Click"));
    }
    return body;
  }
}
