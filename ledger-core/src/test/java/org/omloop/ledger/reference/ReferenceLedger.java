package org.omloop.ledger.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Decides orders as protocol.md says, simply and slowly. Confined to one thread.
 *
 * <p>It takes an order's text as received, and trusts, as the core does, that its signatures hold.
 */
final class ReferenceLedger {
  /** How far a signer's clock may be ahead, in seconds. */
  private static final long TOLERANCE = 120;

  private static final Map<String, Consumer<ReferenceCase>> RULES = rules();

  private final ReferenceBook book = new ReferenceBook();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Long> indexes = new HashMap<>();
  private long lastAt;

  private static Map<String, Consumer<ReferenceCase>> rules() {
    Map<String, Consumer<ReferenceCase>> rules = new TreeMap<>();
    rules.put("genesis", ReferenceLedger::genesis);
    rules.put("open", ReferenceOffice::open);
    rules.put("close", ReferenceOffice::close);
    rules.put("suspend", ReferenceOffice::suspend);
    rules.put("classify", ReferenceOffice::classify);
    rules.put("limit", ReferenceOffice::limit);
    rules.put("policy", ReferenceOffice::policy);
    rules.put("key-add", ReferenceOffice::keyAdd);
    rules.put("key-revoke", ReferenceOffice::keyRevoke);
    rules.put("pay", ReferenceMoney::pay);
    rules.put("hold", ReferenceMoney::hold);
    rules.put("capture", ReferenceMoney::capture);
    rules.put("release", ReferenceMoney::release);
    rules.put("refund", ReferenceMoney::refund);
    rules.put("issue", ReferenceMoney::issue);
    rules.put("grant", ReferenceProgramme::grant);
    rules.put("programme", ReferenceProgramme::programme);
    rules.put("redeem", ReferenceRedemption::redeem);
    rules.put("paid-out", ReferenceRedemption::paidOut);
    rules.put("returned", ReferenceRedemption::returned);
    rules.put("levy", ReferenceService::levy);
    rules.put("seal", ReferenceService::seal);
    rules.put("statement", ReferenceService::statement);
    return rules;
  }

  ReferenceVerdict decide(String text, long now) {
    Payload order = Payload.read(text);
    if (texts.containsKey(order.id())) {
      boolean same = texts.get(order.id()).equals(text);
      return ReferenceVerdict.known(same ? "replayed" : "conflicting", indexes.get(order.id()));
    }
    long index = texts.size();
    lastAt = Math.max(now, lastAt + 1);
    ReferenceCase it = new ReferenceCase(book, order, index, lastAt);
    if (book.genesis().isPresent()) {
      examineTerms(it);
    }
    RULES.get(order.type()).accept(it);
    texts.put(order.id(), text);
    indexes.put(order.id(), index);
    return verdict(it);
  }

  /** Returns a line for each account, by id, as it stood when the last entry was booked. */
  List<String> accounts() {
    long second = lastAt / 1_000_000;
    return book.accounts().stream()
        .map(id -> "%s %s %s %d %d %d %d"
            .formatted(
                id,
                book.type(id),
                book.status(id),
                book.level(id),
                book.balance(id),
                book.limit(id),
                book.available(id, second)))
        .toList();
  }

  private static void examineTerms(ReferenceCase it) {
    String origin = it.book.genesis().orElseThrow().text("ledger");
    it.objectIf(!it.order.text("ledger").equals(origin), "wrong-ledger");
    it.objectIf(it.second() > it.order.number("exp").longValueExact(), "expired");
    it.objectIf(it.order.number("iat").longValueExact() > it.second() + TOLERANCE, "not-yet-valid");
  }

  /** Returns the accounts that programmes bind to more than is at hand; a limit that came down may do that. */
  List<String> boundBeyondMeans() {
    long second = lastAt / 1_000_000;
    ReferenceEarmarks marks = ReferenceEarmarks.read(book, second);
    return book.accounts().stream()
        .filter(id -> marks.locked(id, "", second).signum() > 0)
        .filter(id ->
            book.facts("limit").noneMatch(fact -> fact.order().text("account").equals(id)))
        .filter(id -> marks.locked(id, "", second).compareTo(book.available(id, second)) > 0)
        .toList();
  }

  private static void genesis(ReferenceCase it) {
    if (it.book.genesis().isPresent()) {
      it.mustBeSignedFor("operator", "serve");
      it.objectIf(true, "policy-forbids");
    }
    it.kind = "genesis";
  }

  private ReferenceVerdict verdict(ReferenceCase it) {
    Optional<String> objection = it.objection()
        .or(() -> it.overflows() ? Optional.of("balance-cap-exceeded") : Optional.empty());
    if (objection.isPresent()) {
      return new ReferenceVerdict(
          "refused", "refused", objection.get(), List.of(), it.at, it.index);
    }
    book.add(new Fact(it.at, it.order, List.copyOf(it.moves)));
    List<String> postings = it.moves.stream()
        .flatMap(move -> Stream.of(
            "debit " + move.from() + " " + move.amount(),
            "credit " + move.to() + " " + move.amount()))
        .toList();
    return new ReferenceVerdict("posted", it.kind, "", postings, it.at, it.index);
  }
}
