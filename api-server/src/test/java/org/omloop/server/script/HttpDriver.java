package org.omloop.server.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.script.Answer;
import org.omloop.ledger.script.Founding;
import org.omloop.ledger.script.ScriptDriver;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;

/**
 * Takes a script to a server of its own, as members and operators would. To read what no member may read, it seats an
 * auditor among the operators: one invitation in genesis, one entry after it, which no script can tell.
 *
 * <p>Confined to the thread of its script, but for the clock, which the server reads.
 */
final class HttpDriver implements ScriptDriver {
  private static final String AUDITOR = "script-auditor";
  private static final String CODE = "WELCOME-SCRIPT-AUDITOR";
  private static final long DAY_SECONDS = 86_400;
  private static final Set<String> NOT_SIGNED =
      Set.of("/problems/unknown-signer", "/problems/wrong-signature");

  private final SigningKey auditor =
      SigningKey.fromSeed(Sha256.of(AUDITOR.getBytes(StandardCharsets.US_ASCII)));
  private final Queue<Throwable> ends = new ConcurrentLinkedQueue<>();
  private final ScriptDatabase database;
  private volatile long micros;
  private Optional<ScriptServer> server = Optional.empty();
  private Optional<String> token = Optional.empty();

  HttpDriver(ScriptDatabase database) {
    this.database = database;
  }

  @Override
  public void found(Founding founding) {
    at(founding.moment());
    server =
        Optional.of(ScriptServer.start(database, withAuditor(founding), () -> micros, ends::add));
    assertEquals(Answer.posted(EntryKind.KEY_ADD), submit(enrolment(founding)));
  }

  private static Founding withAuditor(Founding founding) {
    List<Invitation> operators = new ArrayList<>(founding.operators());
    long until = founding.moment().getEpochSecond() + DAY_SECONDS;
    operators.add(
        new Invitation(Invitation.hash(CODE), AUDITOR, AUDITOR, Set.of(Right.AUDIT), until));
    return new Founding(
        founding.origin(), founding.moment(), founding.serverKey(), operators, founding.settings());
  }

  private SignedOrder enrolment(Founding founding) {
    long now = founding.moment().getEpochSecond();
    Order.KeyAdd enrolment = new Order.KeyAdd(
        new Terms(founding.origin(), OrderId.of(now * 1_000, 0, 1), now, now + DAY_SECONDS),
        Ledger.OPERATOR,
        auditor.publicKey(),
        Set.of(Right.AUDIT),
        AUDITOR,
        AUDITOR,
        Optional.empty(),
        Optional.empty(),
        Optional.of(CODE));
    return SignedOrder.sign(enrolment, auditor);
  }

  @Override
  public void at(Instant moment) {
    micros = moment.getEpochSecond() * 1_000_000;
  }

  @Override
  public Answer submit(SignedOrder order) {
    HttpResponse<String> answer = client().post(order);
    JsonObject body = new JsonObject(answer.body());
    return switch (answer.statusCode()) {
      case 201 -> proven(order, body, Answer.posted(kind(body)));
      case 200 -> proven(order, body, Answer.replayed());
      case 422 -> proven(order, body, Answer.refused(reason(body)));
      case 409 -> Answer.conflicting();
      default -> unsigned(order, answer, body);
    };
  }

  private static EntryKind kind(JsonObject booking) {
    return EntryKind.named(booking.getString("kind")).orElseThrow();
  }

  private static Refusal reason(JsonObject problem) {
    return Refusal.named(problem.getString("reason")).orElseThrow();
  }

  private static Answer unsigned(SignedOrder order, HttpResponse<String> answer, JsonObject body) {
    if (answer.statusCode() != 400 || !NOT_SIGNED.contains(body.getString("type"))) {
      throw new AssertionError(
          order.order() + " was answered " + answer.statusCode() + " " + answer.body());
    }
    return Answer.unsigned();
  }

  /** Whatever has been booked comes with its proof, and the proof is about the very bytes that were sent. */
  private Answer proven(SignedOrder order, JsonObject booking, Answer answer) {
    JsonObject receipt = booking.getJsonObject("receipt");
    Leaf leaf = Leaf.of(receipt.getString("leaf").getBytes(StandardCharsets.UTF_8));
    assertEquals(
        ReceiptVerdict.VALID,
        Receipt.parse(leaf, receipt.getString("proof")).verify(server().logKey()));
    assertEquals(order.text(), new JsonObject(receipt.getString("leaf")).getString("order"));
    return answer;
  }

  @Override
  public long balance(AccountId account) {
    return account(account).getLong("balance");
  }

  @Override
  public long available(AccountId account) {
    return account(account).getLong("available");
  }

  @Override
  public long earmarked(AccountId account) {
    return account(account).getJsonArray("earmarked").stream()
        .mapToLong(each -> ((JsonObject) each).getLong("amount"))
        .sum();
  }

  private JsonObject account(AccountId account) {
    String session = token.orElseGet(() -> client().signIn(auditor));
    token = Optional.of(session);
    return client().get("/v1/accounts/" + account, session);
  }

  @Override
  public long size() {
    return client().get("/v1/currency").getLong("treeSize");
  }

  /** The server says no such thing to anybody: whoever states a seal works it out from the journal. */
  @Override
  public String balanceRoot() {
    return server().books().ledger().balanceRoot();
  }

  @Override
  public void close() {
    if (server.isPresent()) {
      try (ScriptServer ending = server.get()) {
        check(ending.books());
      }
    }
  }

  private void check(KeptBooks books) {
    assertEquals(List.of(), List.copyOf(ends), "the writer could not go on");
    assertEquals(books.ledger().size(), size());
    assertEquals(books.accountsOfJournal(), books.accounts());
    assertEquals(
        settings(books.ledger().policy()),
        client().get("/v1/policies").getJsonObject("settings").getMap());
  }

  private static Map<String, Object> settings(Policy policy) {
    JsonObject settings = new JsonObject();
    for (Setting each : Setting.values()) {
      settings.put(each.wireName(), policy.value(each).orElse(null));
    }
    return new JsonObject(settings.encode()).getMap();
  }

  private ScriptServer server() {
    return server.orElseThrow();
  }

  private ScriptClient client() {
    return new ScriptClient(server().address());
  }
}
