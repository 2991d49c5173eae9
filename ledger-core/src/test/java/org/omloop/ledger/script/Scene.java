package org.omloop.ledger.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;

/**
 * Who and what the lines of one script have named so far. Keys and order ids follow from the script's text and the name,
 * so that each run makes the same bytes, and no two scripts share any.
 *
 * <p>Confined to the thread of its script.
 */
final class Scene {
  static final String ORIGIN = "example.org/oost";
  static final Set<Right> MEMBER = EnumSet.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);

  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final String LIFE = "1d";
  private static final long REQUEST_SECONDS = 600;

  private final String script;
  private final Map<String, SigningKey> keys = new HashMap<>();
  private final Map<String, OrderId> ids = new HashMap<>();
  private final Map<String, Terms> terms = new HashMap<>();
  private final Map<String, String> payees = new HashMap<>();
  private final Map<String, RequestTerms> requests = new HashMap<>();
  private Instant now = START;

  Scene(String script) {
    this.script = script;
  }

  Instant now() {
    return now;
  }

  void go(Instant moment) {
    now = moment;
  }

  /** Returns the moment that a word of the script means, in unix seconds. */
  long seconds(String moment) {
    return MomentText.read(moment, now).getEpochSecond();
  }

  SigningKey key(String name) {
    return keys.computeIfAbsent(name, each -> SigningKey.fromSeed(digest("key", each)));
  }

  /** Returns the code that invites the holder of a key. */
  static String code(String name) {
    return "WELCOME-" + name.toUpperCase(Locale.ROOT);
  }

  /** Returns the id of a labelled order, decided or not. */
  OrderId order(String label) {
    return ids.computeIfAbsent(label, each -> {
      ByteBuffer bits = ByteBuffer.wrap(digest("order", each));
      return OrderId.of(now.toEpochMilli(), bits.getLong(), bits.getLong());
    });
  }

  /** Returns the terms of a labelled order: made now, unless the label has been used before or the line says otherwise. */
  Terms terms(ScriptLine line, String label) {
    Optional<Terms> before = Optional.ofNullable(terms.get(label));
    Terms made = new Terms(
        line.option("ledger", ORIGIN),
        order(label),
        line.option("iat")
            .map(this::seconds)
            .orElseGet(() -> before.map(Terms::issuedAt).orElse(now.getEpochSecond())),
        line.option("exp")
            .map(this::seconds)
            .orElseGet(() -> before.map(Terms::expiresAt).orElse(seconds(LIFE))));
    terms.putIfAbsent(label, made);
    return made;
  }

  /** Returns the terms of an order that no line asks for. */
  Terms terms(String label) {
    return new Terms(ORIGIN, order(label), now.getEpochSecond(), seconds(LIFE));
  }

  /** Returns the terms of an order that needs no label: nothing refers to it. */
  Terms terms(ScriptLine line) {
    return terms(line, line.option("as", "the order of " + line));
  }

  /** Remembers whose key gives a payment back, or takes a hold. */
  void payee(String label, String account) {
    payees.put(label, account);
  }

  String payee(String label) {
    return payees.getOrDefault(label, "chair");
  }

  /**
   * Returns the request of that name, for ten minutes: by whom and for how much is as the first line says that names it;
   * a name that ends in a question mark leaves the amount to the payer.
   */
  RequestTerms request(String name, AccountId payee, Amount amount) {
    return requests.computeIfAbsent(
        name,
        each -> RequestTerms.of(
            key(payee.value()).publicKey().keyId(),
            payee,
            name.endsWith("?") ? Optional.empty() : Optional.of(amount),
            ORIGIN,
            now.getEpochSecond(),
            REQUEST_SECONDS,
            Arrays.copyOf(digest("request", each), Long.BYTES),
            ""));
  }

  private byte[] digest(String kind, String name) {
    return Sha256.of((kind + '\0' + name + '\0' + script).getBytes(StandardCharsets.UTF_8));
  }
}
