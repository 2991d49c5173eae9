package org.omloop.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.LogKey;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.demo.DemoLedger;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.Keyring;
import org.omloop.server.demo.MarketCalendar;
import org.omloop.server.demo.market.MarketPlan;
import org.omloop.server.export.LogFolder;

/**
 * A real journal, of one market day, that can be written with forged leaves by somebody who has the log's key: hashes,
 * root and signed head are then in order, and only the entries tell.
 */
final class WrittenJournal {
  private static final Instant FOUNDED = Instant.parse("2026-11-02T03:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

  private static final Instant LIMITED = Instant.parse("2026-11-02T23:30:00Z");

  private static final Instant SURVEYED = Instant.parse("2026-11-02T23:40:00Z");

  private final DemoLedger demo = DemoLedger.founded(FOUNDED);
  private final List<byte[]> leaves = new ArrayList<>();

  WrittenJournal() {
    MarketPlan plan = MarketPlan.of(demo.neighbourhood(), 7, FIRST_DAY, 1);
    IntentOrders orders = demo.orders(plan, MarketCalendar.AS_PLANNED);
    plan.days().forEach(day -> day.intents()
        .forEach(intent -> demo.decide(orders.write(intent), orders.moment(intent))));
    demo.decide(limit(), LIMITED);
    demo.journal().forEach(entry -> leaves.add(entry.leaf()));
  }

  /** Two operators let a shop go 100.00 below zero. */
  private SignedOrder limit() {
    long seconds = LIMITED.getEpochSecond();
    Terms terms = new Terms(
        key().publicKey().name(), OrderId.of(LIMITED.toEpochMilli(), 1, 1), seconds, seconds + 60);
    AccountId shop = demo.neighbourhood().organisations().get(0).account();
    return SignedOrder.sign(
        new Order.Limit(terms, shop, 10_000),
        Keyring.of(demo.neighbourhood(), 7).operators());
  }

  /** Two operators enter what a survey of 2025 found; nothing was measured of what was spent again. */
  void enterBaseline() {
    long seconds = SURVEYED.getEpochSecond();
    Terms terms = new Terms(
        key().publicKey().name(), OrderId.of(SURVEYED.toEpochMilli(), 2, 2), seconds, seconds + 60);
    Map<Setting, Optional<Object>> baseline = Map.of(
        Setting.BASELINE_YEAR, Optional.of(2025L),
        Setting.BASELINE_SPENT_LOCALLY, Optional.empty(),
        Setting.BASELINE_LEAKED, Optional.of(5_610L),
        Setting.BASELINE_LM3, Optional.of(181L));
    demo.decide(
        SignedOrder.sign(
            new Order.PolicyChange(terms, seconds, baseline),
            Keyring.of(demo.neighbourhood(), 7).operators()),
        SURVEYED);
    leaves.add(demo.journal().get(leaves.size()).leaf());
  }

  List<byte[]> leaves() {
    return new ArrayList<>(leaves);
  }

  LogKey key() {
    return demo.logKey();
  }

  JournalEntry entry(int index) {
    return LeafDecoder.decode(leaves.get(index));
  }

  /** Returns the first entry from an index on whose order is of that type and was carried out. */
  int find(Class<? extends Order> type, int from) {
    for (int at = from; at < leaves.size(); at++) {
      JournalEntry entry = entry(at);
      if (type.isInstance(entry.order().order()) && entry.refusal().isEmpty()) {
        return at;
      }
    }
    throw new IllegalArgumentException("this journal has no " + type.getSimpleName());
  }

  /** Writes an export of these leaves under a head that the log's key signs. */
  void write(Path folder, List<byte[]> some) throws IOException {
    try (LogFolder log = new LogFolder(folder)) {
      JournalEntry any = entry(0);
      for (int at = 0; at < some.size(); at++) {
        JournalEntry placed = new JournalEntry(
            at, any.bookedAt(), any.kind(), any.order(), Optional.empty(), List.of());
        log.take(placed, some.get(at), demo.ledger());
      }
      log.finish(head(some).encoded(), demo.ledger());
    }
  }

  SignedCheckpoint head(List<byte[]> some) {
    JournalTree tree = JournalTree.empty();
    some.forEach(leaf -> tree.append(Hash.leaf(leaf), (level, index, hash) -> {}));
    return key().sign(Checkpoint.of(key().publicKey().name(), tree));
  }

  /** Returns the leaf with one piece of its text replaced; it must be there. */
  static byte[] edited(byte[] leaf, String from, String to) {
    String text = new String(leaf, UTF_8);
    if (!text.contains(from)) {
      throw new IllegalArgumentException("not in the leaf: " + from);
    }
    return text.replace(from, to).getBytes(UTF_8);
  }

  static List<Path> filesBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
