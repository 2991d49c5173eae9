package org.omloop.server.demo.people;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/**
 * Enrols a visitor's key for one of the demo's people, with the person's own key, as a further device of theirs. Anybody
 * may come, so it is fit for play money alone. Thread-safe; before it is opened it has nobody to offer.
 */
public final class PeopleDesk implements Consumer<Router> {
  private static final long LIFE_SECONDS = 600;
  private static final int MOST_BYTES = 1_000;

  private final List<Person> people;
  private final Keyring keyring;
  private final String origin;
  private volatile Optional<Function<SignedOrder, Future<Boolean>>> enrol = Optional.empty();

  /** Makes a desk for a neighbourhood's people. */
  public PeopleDesk(Neighbourhood neighbourhood, Keyring keyring, String origin) {
    this.people = Person.of(neighbourhood);
    this.keyring = keyring;
    this.origin = origin;
  }

  /**
   * Lets visitors in.
   *
   * @param enrolment sends an order and tells whether it was posted
   */
  public void open(Function<SignedOrder, Future<Boolean>> enrolment) {
    enrol = Optional.of(enrolment);
  }

  @Override
  public void accept(Router router) {
    router.get("/demo/people").handler(this::list);
    router.post("/demo/people/:person/keys").handler(this::enrol);
  }

  private void list(RoutingContext context) {
    JsonArray list = new JsonArray();
    people.forEach(each -> list.add(new JsonObject()
        .put("person", each.id())
        .put("name", each.name())
        .put("face", each.face())));
    context.json(new JsonObject().put("people", enrol.isPresent() ? list : new JsonArray()));
  }

  private void enrol(RoutingContext context) {
    Optional<Person> person = people.stream()
        .filter(each -> each.id().equals(context.pathParam("person")))
        .findFirst();
    if (person.isEmpty() || enrol.isEmpty()) {
      refuse(404, context);
      return;
    }
    context
        .request()
        .body()
        .map(body -> PublicKey.enrol(Base64Url.decode(
            body.length() > MOST_BYTES ? "" : body.toJsonObject().getString("key", ""))))
        .onFailure(malformed -> refuse(400, context))
        .onSuccess(key -> enrol(person.get(), key, context));
  }

  /** Without the router's own word for it, which calls every refusal an error. */
  private static void refuse(int status, RoutingContext context) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(new JsonObject().put("status", status).encode());
  }

  /** Nobody at the office enrols another alone, nor for a programme. */
  private List<SigningKey> signers(Person person) {
    return person.face().equals("office")
        ? keyring.operators()
        : List.of(keyring.of(person.account()));
  }

  private void enrol(Person person, PublicKey key, RoutingContext context) {
    long now = Clock.systemUTC().instant().getEpochSecond() - 1;
    Terms terms =
        new Terms(origin, OrderId.create(now * 1_000, new SecureRandom()), now, now + LIFE_SECONDS);
    Order order = new Order.KeyAdd(
        terms,
        person.account(),
        key,
        person.rights(),
        "visitor-as-" + person.id(),
        "browser",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    enrol
        .orElseThrow()
        .apply(SignedOrder.sign(order, signers(person)))
        .onFailure(unknown -> refuse(503, context))
        .onSuccess(isPosted -> {
          if (isPosted) {
            context.json(new JsonObject()
                .put("faces", new JsonArray(person.faces()))
                .put(
                    "enrolment",
                    new JsonObject()
                        .put("origin", origin)
                        .put("account", person.account().value())
                        .put("name", person.name())
                        .put("person", person.id())));
          } else {
            refuse(409, context); // the account stands still, or has all the keys it may have
          }
        });
  }
}
