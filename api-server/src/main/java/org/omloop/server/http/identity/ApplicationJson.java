package org.omloop.server.http.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.Application;
import org.omloop.server.identity.ApplicationPage;
import org.omloop.server.identity.ApplicationQuestion;
import org.omloop.server.identity.ApplicationQuestion.Place;
import org.omloop.server.identity.Same;

/** Applications as the API has them. */
final class ApplicationJson {
  private ApplicationJson() {}

  /** Reads where a page goes on, in the form that the contract has checked. */
  static Place place(String text) {
    int dot = text.indexOf('.');
    return new Place(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
  }

  static JsonObject page(ApplicationPage page, ApplicationQuestion question) {
    JsonObject counts = new JsonObject();
    for (String state : new String[] {"waiting", "asked", "approved", "refused"}) {
      counts.put(state, page.counts().getOrDefault(state, 0L));
    }
    JsonObject json = new JsonObject()
        .put(
            "applications",
            new JsonArray(page.applications().stream().map(ApplicationJson::of).toList()))
        .put("total", question.states().stream().mapToLong(counts::getLong).sum())
        .put("counts", counts);
    if (page.hasMore()) {
      Application last = page.applications().get(page.applications().size() - 1);
      json.put("next", last.person().madeAt() + "." + last.person().id());
    }
    return json;
  }

  private static JsonObject of(Application application) {
    JsonObject json = state(application)
        .put("application", application.person().id())
        .put("dossier", application.person().dossier().json())
        .put(
            "doubles",
            new JsonArray(
                application.doubles().stream().map(ApplicationJson::same).toList()));
    application.person().account().map(AccountId::value).ifPresent(id -> json.put("account", id));
    return json;
  }

  private static JsonObject same(Same same) {
    JsonObject json = new JsonObject().put("field", same.field());
    same.account()
        .ifPresentOrElse(
            account -> json.put("account", account.value()),
            () -> json.put("application", same.other()));
    return json;
  }

  /** What the office alone knows is not in it. */
  static JsonObject forTheApplicant(Application application) {
    return state(application);
  }

  private static JsonObject state(Application application) {
    JsonObject json = new JsonObject()
        .put("kind", application.kind())
        .put("state", application.state())
        .put("madeAt", Instant.ofEpochSecond(application.person().madeAt()).toString());
    application
        .decidedAt()
        .ifPresent(time -> json.put("decidedAt", Instant.ofEpochSecond(time).toString()));
    application.refused().ifPresent(why -> json.put("reason", why.reason())
        .put("words", why.words()));
    return json;
  }
}
