package org.omloop.server.http.member;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;
import org.omloop.server.http.view.StillHere;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;
import org.omloop.server.members.MemberStore;
import org.omloop.server.signed.SignedText;
import org.omloop.server.web.KnownTag;

/** The members' list: stated line by line by the office, given out whole and signed. Thread-safe. */
public final class MemberHandlers {
  private static final String TYPE = "omloop-members+jws";
  private static final int NOT_MODIFIED = 304;
  private static final long LATE_SECONDS = 300;
  private static final InvalidPart FORM = InvalidPart.inBody(
      "",
      "malformed",
      "must be a compact JWS of type omloop-member+jws over exactly account, iat, ledger, legalName, name,"
          + " neighbourhood and street, in canonical form");

  /** A list as it was signed, with what it said. */
  private record Signed(List<Map<String, Object>> members, String jws, String tag) {}

  private final Directory directory;
  private final MemberStore members;
  private final SigningKey serverKey;
  private final Supplier<String> origin;
  private final Clock clock;

  /** The last list, which any event loop may put in place of another: signed again only when it says something else. */
  private volatile Optional<Signed> last = Optional.empty();

  /**
   * Makes the handlers.
   *
   * @param serverKey signs the list
   * @param origin the ledger's, which statements must name
   */
  public MemberHandlers(
      Directory directory,
      MemberStore members,
      SigningKey serverKey,
      Supplier<String> origin,
      Clock clock) {
    this.directory = directory;
    this.members = members;
    this.serverKey = serverKey;
    this.origin = origin;
    this.clock = clock;
  }

  /** {@code GET /v1/members}. */
  public void list(RoutingContext context) {
    Reading.of("the members' list", members.all())
        .map(all -> signed(MemberList.of(all, directory, now())))
        .onSuccess(list -> answer(list, context))
        .onFailure(context::fail);
  }

  private Signed signed(List<Map<String, Object>> list) {
    Optional<Signed> known = last.filter(each -> each.members().equals(list));
    if (known.isPresent()) {
      return known.get();
    }
    String jws = SignedText.sign(
        TYPE, Map.of("iat", now(), "ledger", origin.get(), "members", list), serverKey);
    Signed made = new Signed(list, jws, "\"" + jws.substring(jws.length() - 22) + "\"");
    last = Optional.of(made);
    return made;
  }

  private static void answer(Signed list, RoutingContext context) {
    context.response().putHeader(HttpHeaders.ETAG, list.tag());
    if (KnownTag.isNamed(list.tag(), context)) {
      context.response().setStatusCode(NOT_MODIFIED).end();
    } else {
      context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/jose").end(list.jws());
    }
  }

  /** {@code POST /v1/members}. */
  public void state(RoutingContext context) {
    BodyReader.read(context)
        .map(this::checked)
        .compose(said -> Reading.of(
                "the members' list",
                members.state(said.member(), said.saidAt(), said.signed().text()))
            .map(isKept -> {
              if (!isKept) {
                throw Problem.of(ProblemType.MEMBER_CONFLICT);
              }
              return said.member();
            }))
        .onSuccess(member -> context.json(json(member)))
        .onFailure(context::fail);
  }

  private MemberStatement checked(Buffer body) {
    MemberStatement said = MemberStatement.parse(body.toString(StandardCharsets.US_ASCII))
        .filter(each -> each.ledger().equals(origin.get()))
        .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST, FORM));
    EnrolledKey key = directory
        .key(said.signed().key())
        .filter(each -> each.stands(now()))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!said.signed().isSignedBy(key.key())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (!key.may(Right.OPERATE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    if (said.saidAt() > now() + LATE_SECONDS) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/iat", "future", "must not be in the future"));
    }
    if (directory.account(said.member().account()).isEmpty()) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/account", "unknown", "must be an account of this ledger"));
    }
    StillHere.require(said.member().account(), directory);
    return said;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private static JsonObject json(Member member) {
    return new JsonObject()
        .put("account", member.account().value())
        .put("name", member.name())
        .put("legalName", member.legalName())
        .put("street", member.street())
        .put("neighbourhood", member.neighbourhood());
  }
}
