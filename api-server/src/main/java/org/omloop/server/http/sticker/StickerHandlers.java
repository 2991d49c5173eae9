package org.omloop.server.http.sticker;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.payment.StickerId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.guard.OwnAddress;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.http.view.StillHere;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;
import org.omloop.server.stickers.Sheet;
import org.omloop.server.stickers.SheetPdf;
import org.omloop.server.stickers.SheetSize;
import org.omloop.server.stickers.SheetSvg;
import org.omloop.server.stickers.Sticker;
import org.omloop.server.stickers.StickerStore;

/** Printed codes: made, looked up, printed, ended. Thread-safe. */
public final class StickerHandlers {
  private static final int CREATED = 201;
  private static final long LATE_SECONDS = 300;
  private static final String PDF = "application/pdf";
  private static final String SVG = "image/svg+xml";
  private static final InvalidPart FORM = InvalidPart.inBody(
      "",
      "malformed",
      "must be a compact JWS of type omloop-sticker+jws over exactly iat, ledger, payee, sticker and, if wished,"
          + " amount and text, in canonical form");

  private final Vertx vertx;
  private final Directory directory;
  private final StickerStore stickers;
  private final MemberStore members;
  private final Supplier<String> origin;
  private final Clock clock;

  /**
   * Makes the handlers.
   *
   * @param members says what is printed above a code
   * @param origin the ledger's, which signed codes must name
   */
  public StickerHandlers(
      Vertx vertx,
      Directory directory,
      StickerStore stickers,
      MemberStore members,
      Supplier<String> origin,
      Clock clock) {
    this.vertx = vertx;
    this.directory = directory;
    this.stickers = stickers;
    this.members = members;
    this.origin = origin;
    this.clock = clock;
  }

  /** {@code POST /v1/stickers}. */
  public void create(RoutingContext context) {
    BodyReader.read(context)
        .map(this::checked)
        .compose(asked -> Reading.of(
                "printed codes", stickers.add(asked.sticker(), asked.signed().text()))
            .map(isKept -> {
              if (!isKept) {
                throw Problem.of(ProblemType.STICKER_CONFLICT);
              }
              return asked.sticker().id();
            }))
        .compose(this::found)
        .onSuccess(sticker -> {
          context
              .response()
              .setStatusCode(CREATED)
              .putHeader(HttpHeaders.LOCATION, "/v1/stickers/" + sticker.id());
          context.json(json(sticker, context));
        })
        .onFailure(context::fail);
  }

  private SignedSticker checked(Buffer body) {
    SignedSticker asked = SignedSticker.parse(body.toString(StandardCharsets.US_ASCII))
        .filter(each -> each.ledger().equals(origin.get()))
        .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST, FORM));
    EnrolledKey key = directory
        .key(asked.signed().key())
        .filter(
            each -> each.stands(now()) && each.account().equals(asked.sticker().payee()))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!asked.signed().isSignedBy(key.key())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (!key.may(Right.PAY) || !key.may(Right.RECEIVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING); // a cashier's till prints no codes that stay
    }
    if (Math.abs(asked.sticker().madeAt() - now()) > LATE_SECONDS) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/iat", "time", "must be the present time"));
    }
    StillHere.require(key.account(), directory);
    return asked;
  }

  /** {@code GET /v1/stickers/{sticker}}. */
  public void sticker(RoutingContext context) {
    found(id(context))
        .onSuccess(sticker -> context.json(json(sticker, context)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/stickers}. */
  public void list(RoutingContext context) {
    Reading.of("printed codes", stickers.of(new AccountId(context.pathParam("account"))))
        .onSuccess(all -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(json(each, context)));
          context.json(new JsonObject().put("stickers", list));
        })
        .onFailure(context::fail);
  }

  /** {@code POST /v1/stickers/{sticker}/replacements}. */
  public void replace(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    own(context)
        .compose(sticker -> Reading.of(
                "printed codes", stickers.replace(sticker.id(), key.account(), now()))
            .compose(replaced -> found(sticker.id())))
        .onSuccess(sticker -> context.json(json(sticker, context)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/stickers/{sticker}/sheet}. */
  public void sheet(RoutingContext context) {
    SheetSize size =
        SheetSize.valueOf(Parameters.of(context).text("size").toUpperCase(Locale.ROOT));
    boolean isPdf =
        MediaTypes.best(Set.of(PDF, SVG), context).filter(PDF::equals).isPresent();
    own(context)
        .compose(sticker -> Reading.of("printed codes", members.all())
            .map(all -> Sheet.of(size, words(sticker, all, context))))
        .compose(sheet -> vertx.executeBlocking(
            () -> isPdf ? Buffer.buffer(SheetPdf.draw(sheet)) : Buffer.buffer(SheetSvg.draw(sheet)),
            false))
        .onSuccess(drawn -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, isPdf ? PDF : SVG)
            .putHeader(
                "Content-Disposition", "attachment; filename=\"" + name(context, isPdf) + "\"")
            .end(drawn))
        .onFailure(context::fail);
  }

  private static String name(RoutingContext context, boolean isPdf) {
    Parameters parameters = Parameters.of(context);
    return "omloop-" + parameters.text("sticker") + "-" + parameters.text("size")
        + (isPdf ? ".pdf" : ".svg");
  }

  private Sheet.Words words(Sticker sticker, List<Member> all, RoutingContext context) {
    Optional<Member> member =
        all.stream().filter(each -> each.account().equals(sticker.payee())).findFirst();
    Order.Genesis genesis = directory.genesis().orElseThrow();
    return new PrintedWords(
            Language.of(context),
            genesis.unit().equals("euro") ? "€" : genesis.unit(),
            genesis.scale())
        .of(
            sticker,
            member.map(Member::name).orElse(sticker.payee().value()),
            member.map(Member::street).orElse(""),
            address(sticker.id(), context),
            LocalDate.ofInstant(Instant.ofEpochSecond(sticker.madeAt()), ZoneOffset.UTC));
  }

  /** The caller's own code. */
  private Future<Sticker> own(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    return found(id(context)).map(sticker -> {
      if (!key.may(Right.RECEIVE) || !sticker.payee().equals(key.account())) {
        throw Problem.of(ProblemType.RIGHT_MISSING);
      }
      return sticker;
    });
  }

  private Future<Sticker> found(StickerId id) {
    return Reading.of("printed codes", stickers.find(id))
        .map(sticker -> sticker.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static StickerId id(RoutingContext context) {
    try {
      return new StickerId(Parameters.of(context).text("sticker"));
    } catch (IllegalArgumentException mistyped) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private static JsonObject json(Sticker sticker, RoutingContext context) {
    JsonObject json = new JsonObject()
        .put("sticker", sticker.id().text())
        .put("state", sticker.replaced() ? "replaced" : "active")
        .put("payee", sticker.payee().value())
        .put("madeAt", Instant.ofEpochSecond(sticker.madeAt()).toString())
        .put("address", address(sticker.id(), context));
    sticker.amount().ifPresent(amount -> json.put("amount", amount.minorUnits()));
    sticker.text().ifPresent(text -> json.put("text", text));
    return json;
  }

  /** In capitals, which a code holds in less room; hosts and schemes are the same in either case. */
  private static String address(StickerId id, RoutingContext context) {
    return OwnAddress.of(context).toUpperCase(Locale.ROOT) + "/P/" + id;
  }
}
