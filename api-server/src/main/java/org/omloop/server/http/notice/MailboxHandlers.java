package org.omloop.server.http.notice;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.identity.MailboxJson;
import org.omloop.server.http.identity.Told;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.http.view.StillHere;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.notices.NoticeKind;
import org.omloop.server.notices.Notices;

/** Where somebody wants mail, and what. Thread-safe. */
public final class MailboxHandlers {
  private final Mailboxes mailboxes;
  private final Notices notices;
  private final Directory directory;

  public MailboxHandlers(Mailboxes mailboxes, Notices notices, Directory directory) {
    this.mailboxes = mailboxes;
    this.notices = notices;
    this.directory = directory;
  }

  /** {@code GET /v1/accounts/{account}/mailbox}. */
  public void mailbox(RoutingContext context) {
    answer(manager(context), context);
  }

  private void answer(AccountId account, RoutingContext context) {
    Reading.of(mailboxes.of(account))
        .map(found -> found.map(MailboxJson::of).orElseGet(() -> nothing(context)))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private static JsonObject nothing(RoutingContext context) {
    return new JsonObject()
        .put("address", "")
        .put("pending", "")
        .put("language", Language.of(context).tag())
        .put("events", "none")
        .put("statement", "none");
  }

  /** {@code POST /v1/accounts/{account}/mailbox}. */
  public void choose(RoutingContext context) {
    AccountId account = manager(context);
    BodyReader.read(context)
        .map(
            body -> choice(Told.object(body, Set.of("address", "language", "events", "statement"))))
        .compose(choice -> {
          if (!choice.address().isEmpty()) { // whoever left may still end their mail
            StillHere.require(account, directory);
          }
          return keep(account, choice);
        })
        .onSuccess(box -> context.json(MailboxJson.of(box)))
        .onFailure(context::fail);
  }

  /** Nobody's mailbox is filled with codes that a member asks for: so many a day, and no more. */
  private Future<Mailbox> keep(AccountId account, Mailboxes.Choice choice) {
    return Reading.of(mailboxes.choose(account, choice)).compose(chosen -> {
      if (chosen instanceof Mailboxes.Kept kept) {
        return Reading.of(tell(account, kept)).map(kept.mailbox());
      }
      return Future.failedFuture(Problem.of(
          chosen instanceof Mailboxes.CodesExhausted
              ? ProblemType.MAIL_CODES_EXHAUSTED
              : ProblemType.MEMBER_LEFT));
    });
  }

  /** The address before is told first: of another one, or that it was taken away. */
  private Future<Void> tell(AccountId account, Mailboxes.Kept kept) {
    NoticeKind change =
        kept.nonce().isPresent() ? NoticeKind.ADDRESS_CHANGE : NoticeKind.ADDRESS_REMOVED;
    Future<Void> told = kept.change()
        .map(about -> notices.tell(account, change, about))
        .orElseGet(Future::succeededFuture);
    return kept.nonce()
        .map(nonce -> told.compose(done -> notices.tell(account, NoticeKind.CONFIRMATION, nonce)))
        .orElse(told);
  }

  private static Mailboxes.Choice choice(JsonObject json) {
    String address = Told.text(json, "address").strip();
    if (!address.isEmpty() && !Mailbox.isAddress(address)) {
      throw malformed("/address", "must be an e-mail address");
    }
    return new Mailboxes.Choice(
        address,
        oneOf(Mailbox.LANGUAGES, "language", json),
        oneOf(Mailbox.EVENTS, "events", json),
        oneOf(Mailbox.STATEMENTS, "statement", json));
  }

  private static String oneOf(Set<String> known, String name, JsonObject json) {
    String text = Told.text(json, name);
    if (!known.contains(text)) {
      throw malformed("/" + name, "must be one that the contract names");
    }
    return text;
  }

  private static Problem malformed(String pointer, String reason) {
    return Problem.of(
        ProblemType.MALFORMED_REQUEST, InvalidPart.inBody(pointer, "malformed", reason));
  }

  /** {@code POST /v1/accounts/{account}/mailbox/confirmations}. */
  public void confirm(RoutingContext context) {
    AccountId account = manager(context);
    BodyReader.read(context)
        .map(body -> Told.text(Told.object(body, Set.of("code")), "code"))
        .compose(code -> Reading.of(mailboxes.confirm(account, code)))
        .onSuccess(isRight -> {
          if (isRight) {
            answer(account, context);
          } else {
            context.fail(Problem.of(ProblemType.MAIL_CODE_WRONG));
          }
        })
        .onFailure(context::fail);
  }

  /** Who may choose for an account: who may pay and be paid there; of the office's own, its people. */
  private static AccountId manager(RoutingContext context) {
    Caller caller = Caller.of(context);
    EnrolledKey key = caller.key();
    if (!key.account().value().equals(context.pathParam("account"))) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    boolean isManager = key.account().equals(Ledger.OPERATOR)
        ? caller.isOffice()
        : key.may(Right.PAY) && key.may(Right.RECEIVE);
    if (!isManager) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    return key.account();
  }
}
