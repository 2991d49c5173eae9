package org.omloop.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.NoteVerdict;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.order.Order;

/**
 * One verification of an exported journal, from its files alone (protocol.md, "Verifier").
 *
 * <p>Confined to the thread that runs it; it has a pool of its own.
 */
public final class Verification {
  /** How many bundles, and batches of signatures, may be in flight for each core. */
  private static final int AHEAD = 6;

  private final ExportedFiles files;
  private final Optional<LogPublicKey> expectedKey;
  private final LongConsumer progress;
  private final EntryFollower follower;
  private final int cores;
  private final Findings findings = new Findings();
  private final ReceiptFiles receipts;
  private final Heads heads;
  private final JournalTree tree = JournalTree.empty();

  private Verification(
      ExportedFiles files,
      Optional<LogPublicKey> expectedKey,
      List<KnownHead> known,
      LongConsumer progress,
      EntryFollower follower,
      int cores) {
    this.files = files;
    this.expectedKey = expectedKey;
    this.progress = progress;
    this.follower = follower;
    this.cores = cores;
    this.receipts = ReceiptFiles.read(files, findings);
    this.heads =
        new Heads(Stream.concat(known.stream(), receipts.heads().stream()).toList(), findings);
  }

  /**
   * Verifies an export.
   *
   * @param expectedKey the log's key, when the auditor has it from elsewhere
   * @param known signed heads from elsewhere
   * @param progress is told how many entries are done, on this thread
   */
  public static VerificationReport run(
      ExportedFiles files,
      Optional<LogPublicKey> expectedKey,
      List<KnownHead> known,
      LongConsumer progress) {
    int cores = Runtime.getRuntime().availableProcessors();
    return run(files, expectedKey, known, progress, EntryFollower.NONE, cores);
  }

  /**
   * Verifies an export while somebody reads along.
   *
   * @param follower is given every entry that holds, on this thread
   * @param cores how many threads may read and check signatures beside this one
   */
  public static VerificationReport run(
      ExportedFiles files,
      Optional<LogPublicKey> expectedKey,
      List<KnownHead> known,
      LongConsumer progress,
      EntryFollower follower,
      int cores) {
    return new Verification(files, expectedKey, known, progress, follower, cores).run();
  }

  /** Reads how many entries an export says to have; empty when its checkpoint cannot be read. */
  public static Optional<Long> size(ExportedFiles files) {
    return files.read("checkpoint").flatMap(bytes -> {
      try {
        return Optional.of(
            SignedCheckpoint.parse(new String(bytes, UTF_8)).checkpoint().size());
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    });
  }

  private VerificationReport run() {
    Optional<SignedCheckpoint> head = readHead();
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    try {
      SignatureChecks signatures = new SignatureChecks(pool, cores * AHEAD);
      Replay replay = new Replay(signatures, findings, follower);
      head.ifPresent(each -> readEntries(pool, cores * AHEAD, each.checkpoint().size(), replay));
      signatures.finish().ifPresent(findings::add);
      Optional<LogPublicKey> key = readKey(replay);
      head.ifPresent(each -> conclude(each, key, replay));
      return report(head, key, replay, signatures);
    } finally {
      pool.shutdownNow();
    }
  }

  private Optional<SignedCheckpoint> readHead() {
    Optional<byte[]> bytes = files.read("checkpoint");
    if (bytes.isEmpty()) {
      findings.add(Finding.ofAll(Check.FILES, "checkpoint is missing"));
      return Optional.empty();
    }
    try {
      return Optional.of(SignedCheckpoint.parse(new String(bytes.get(), UTF_8)));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.ofAll(Check.CHECKPOINT, "checkpoint is none: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private void readEntries(ExecutorService pool, int ahead, long size, Replay replay) {
    SectionReader reader = new SectionReader(files, size);
    HigherTiles higher = new HigherTiles(files, size, findings);
    long sections = (size + Tile.FULL_WIDTH - 1) / Tile.FULL_WIDTH;
    Deque<Awaited<Section>> coming = new ArrayDeque<>();
    long asked = 0;
    heads.pass(tree);
    boolean whole = true;
    for (long number = 0; whole && number < sections; number++) {
      for (; asked < sections && coming.size() < ahead; asked++) {
        long next = asked;
        coming.add(Awaited.on(pool, () -> reader.read(next)));
      }
      Section section = coming.remove().get();
      section.findings().forEach(findings::add);
      section.leaves().forEach(leaf -> take(leaf, higher, replay));
      whole = section.isWhole();
      progress.accept(tree.size());
    }
  }

  private void take(ReadLeaf leaf, HigherTiles higher, Replay replay) {
    tree.append(leaf.hash(), higher);
    heads.pass(tree);
    replay.take(leaf);
  }

  private Optional<LogPublicKey> readKey(Replay replay) {
    Optional<LogPublicKey> beside = files
        .read("log.vkey")
        .map(bytes -> new String(bytes, UTF_8))
        .flatMap(text -> parseKey(
            text.endsWith("\n") ? text.substring(0, text.length() - 1) : text, "log.vkey"));
    if (files.read("log.vkey").isEmpty()) {
      findings.add(Finding.ofAll(Check.FILES, "log.vkey is missing"));
    }
    Optional<LogPublicKey> named = replay
        .ledger()
        .genesis()
        .map(Order.Genesis::logKey)
        .flatMap(text -> parseKey(text, "the log's key in entry 0"));
    named.ifPresent(key -> {
      require(key, beside, "log.vkey");
      require(key, expectedKey, "the key you gave");
      findings.done(Check.LOG_KEY);
    });
    return expectedKey.or(() -> named).or(() -> beside);
  }

  private Optional<LogPublicKey> parseKey(String text, String what) {
    try {
      return Optional.of(LogPublicKey.parse(text));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.ofAll(Check.LOG_KEY, what + " is no key of a log: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private void require(LogPublicKey named, Optional<LogPublicKey> other, String what) {
    other
        .filter(key -> !key.equals(named))
        .ifPresent(key -> findings.add(Finding.ofAll(
            Check.LOG_KEY, what + " is " + key.text() + ", but genesis names " + named.text())));
  }

  private void conclude(SignedCheckpoint head, Optional<LogPublicKey> key, Replay replay) {
    long size = head.checkpoint().size();
    boolean whole = tree.size() == size;
    key.ifPresent(known -> {
      checkSigned(head, known);
      receipts.check(known);
    });
    if (whole) {
      checkRoot(head);
      findings.done(Check.TREE);
    }
    if (whole && !replay.isStopped()) {
      replay.closeBooks();
      List.of(Check.LEAVES, Check.TIMES, Check.SIGNATURES, Check.DECISIONS, Check.TOTALS)
          .forEach(findings::done);
    }
    key.ifPresent(known -> heads.compare(head, known));
    new StrayFiles(files, size).find(findings);
  }

  private void checkSigned(SignedCheckpoint head, LogPublicKey key) {
    if (!head.checkpoint().origin().equals(key.name())) {
      findings.add(Finding.ofAll(
          Check.CHECKPOINT,
          "checkpoint is of the log " + head.checkpoint().origin() + ", not of " + key.name()));
    } else if (head.signedBy(key) != NoteVerdict.SIGNED) {
      findings.add(Finding.ofAll(
          Check.CHECKPOINT, "checkpoint is not signed by the log's key " + key.text()));
    } else {
      findings.done(Check.CHECKPOINT);
    }
  }

  private void checkRoot(SignedCheckpoint head) {
    if (!tree.root().equals(head.checkpoint().root())) {
      findings.add(Finding.at(
          findings.firstIndex().orElse(0),
          Check.CHECKPOINT,
          "the entries lead to root " + tree.root() + ", the checkpoint says "
              + head.checkpoint().root()));
    }
  }

  private VerificationReport report(
      Optional<SignedCheckpoint> head,
      Optional<LogPublicKey> key,
      Replay replay,
      SignatureChecks signatures) {
    Map<Check, CheckState> checks = new EnumMap<>(Check.class);
    for (Check each : Check.values()) {
      checks.put(each, findings.state(each));
    }
    return new VerificationReport(
        head.map(SignedCheckpoint::checkpoint),
        key,
        replay.ledger().size(),
        signatures.count(),
        replay.ledger().genesis().map(Order.Genesis::scale).orElse(0),
        replay.totals(),
        new TreeMap<>(checks),
        findings.sorted(),
        heads.remarks(),
        heads.forks());
  }
}
