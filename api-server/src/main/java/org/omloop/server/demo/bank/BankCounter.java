package org.omloop.server.demo.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.omloop.server.demo.MarketCalendar;

/**
 * Where the demo's visitors do what they would do at a bank: pay the circuit, bring a payment file, and take the statement
 * home. Anybody may come, so it is fit for play money alone. Thread-safe. While somebody is at the counter the market makes no
 * statement of its own, and what nobody brought to the office it brings itself.
 */
public final class BankCounter implements Consumer<Router> {
  private static final int SHOWN = 5;
  private static final int MOST_BYTES = 1_000_000;
  private static final long MOST_CENTS = 100_000_000;
  private static final int LONGEST_TEXT = 140;
  private static final int LONGEST_NAME = 70;

  /** How long a visitor is thought to be busy still. */
  private static final Duration VISIT = Duration.ofMinutes(5);

  private final String iban;
  private volatile Instant lastVisit = Instant.MIN;
  private volatile Optional<DemoBank> bank = Optional.empty();

  // guarded by this
  private final Deque<AccountStatement> made = new ArrayDeque<>();
  private final List<AccountStatement> left = new ArrayList<>();

  /** Makes a counter, closed until the bank is known. */
  public BankCounter(String iban) {
    this.iban = iban;
  }

  /** Lets visitors in. */
  public void open(DemoBank opened) {
    bank = Optional.of(opened);
  }

  @Override
  public void accept(Router router) {
    router
        .get("/demo/bank")
        .handler(context -> context.json(shown().put("isOpen", bank.isPresent())));
    router.post("/demo/bank/transfers").handler(context -> bring(context, this::receive));
    router.post("/demo/bank/payments").handler(context -> bring(context, this::pay));
    router.post("/demo/bank/statements").handler(context -> visit(context, this::state));
    router.get("/demo/bank/statements/:name").handler(this::file);
  }

  private void visit(RoutingContext context, Function<DemoBank, JsonObject> wish) {
    ask(context, wish, context::json);
  }

  private void bring(RoutingContext context, BiFunction<DemoBank, Buffer, JsonObject> wish) {
    context.request().body().onSuccess(body -> {
      if (body.length() > MOST_BYTES) {
        refuse(413, context);
      } else {
        visit(context, bank -> wish.apply(bank, body));
      }
    });
  }

  private void file(RoutingContext context) {
    String name = context.pathParam("name");
    ask(context, bank -> statement(name), found -> {
      if (found.isEmpty()) {
        refuse(404, context);
      } else {
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml")
            .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
            .end(found.getString("file"));
      }
    });
  }

  /** The bank writes files, so it is asked on a worker. */
  private void ask(
      RoutingContext context, Function<DemoBank, JsonObject> wish, Consumer<JsonObject> told) {
    Optional<DemoBank> opened = bank;
    if (opened.isEmpty()) {
      refuse(404, context);
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> answer(opened.get(), wish))
        .onSuccess(told::accept)
        .onFailure(malformed -> refuse(400, context));
  }

  private static JsonObject answer(DemoBank bank, Function<DemoBank, JsonObject> wish) {
    try {
      return wish.apply(bank);
    } catch (PaymentFileRefused refused) {
      return new JsonObject().put("refused", refused.reason().wireName());
    }
  }

  private static void refuse(int status, RoutingContext context) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(new JsonObject().put("status", status).encode());
  }

  private synchronized JsonObject shown() {
    JsonArray names = new JsonArray();
    made.forEach(each -> names.add(each.fileName()));
    return new JsonObject().put("iban", iban).put("statements", names);
  }

  private synchronized JsonObject statement(String name) {
    return made.stream()
        .filter(each -> each.fileName().equals(name))
        .findFirst()
        .map(each -> new JsonObject().put("file", new String(each.bytes(), UTF_8)))
        .orElseGet(JsonObject::new);
  }

  private JsonObject receive(DemoBank bank, Buffer body) {
    JsonObject transfer = body.toJsonObject();
    String text = line(transfer, "text", LONGEST_TEXT);
    String name = line(transfer, "name", LONGEST_NAME);
    long cents = transfer.getLong("cents");
    if (cents <= 0 || cents > MOST_CENTS || name.isEmpty()) {
      throw new IllegalArgumentException("no transfer that a bank would make");
    }
    lastVisit = Instant.now();
    bank.receiveFromVisitor(text, cents, name);
    return shown();
  }

  /** Cut to what a bank has room for, without what a file could not hold. */
  private static String line(JsonObject from, String name, int longest) {
    String line = from.getString(name, "").replaceAll("\\p{C}", " ").strip();
    return line.substring(0, Math.min(longest, line.length()));
  }

  private JsonObject pay(DemoBank bank, Buffer file) {
    lastVisit = Instant.now();
    return shown().put("paid", bank.pay(file.getBytes()));
  }

  private JsonObject state(DemoBank bank) {
    lastVisit = Instant.now();
    bank.state(LocalDate.now(MarketCalendar.ZONE), Instant.now()).ifPresent(this::keep);
    return shown();
  }

  private synchronized void keep(AccountStatement statement) {
    left.add(statement);
    made.addFirst(statement);
    if (made.size() > SHOWN) {
      made.removeLast();
    }
  }

  /** Whether a visitor may be about to ask for the statement. */
  public boolean isBusy(Instant now) {
    return lastVisit.isAfter(now.minus(VISIT));
  }

  /** Takes the statements that were made here and that somebody may have forgotten to bring, in their order. */
  public synchronized List<AccountStatement> forgotten(Instant now) {
    if (isBusy(now)) {
      return List.of();
    }
    List<AccountStatement> all = List.copyOf(left);
    left.clear();
    return all;
  }
}
