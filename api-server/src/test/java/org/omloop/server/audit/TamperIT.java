package org.omloop.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Effort;
import org.omloop.ledger.checkpoint.EntryBundle;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SigningKey;

/** Whatever is changed in an exported journal, verification finds it and names the first bad entry. */
class TamperIT {
  private static WrittenJournal journal;

  @TempDir
  private Path folder;

  @BeforeAll
  static void writeOnce() {
    journal = new WrittenJournal();
  }

  @BeforeEach
  void writeExport() throws IOException {
    journal.write(folder, journal.leaves());
  }

  @Test
  void anUntouchedJournalPasses() {
    VerificationReport report = verify();
    assertEquals(List.of(), report.findings());
    assertEquals(journal.leaves().size(), report.verified());
    assertTrue(report.signatures() >= report.verified());
  }

  @Test
  void oneFlippedBitInAnyFileIsFound() throws IOException {
    long seed = Effort.seed(TamperIT.class);
    SplittableRandom random = new SplittableRandom(seed);
    for (Path file : WrittenJournal.filesBelow(folder)) {
      if (file.endsWith("README.txt")) {
        continue;
      }
      byte[] whole = Files.readAllBytes(file);
      for (int time = 0; time < Effort.of(3, 200); time++) {
        int bit = random.nextInt(whole.length * 8);
        byte[] changed = whole.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, changed);
        VerificationReport report = verify();
        assertFalse(report.passed(), file + ", bit " + bit);
      }
      Files.write(file, whole);
    }
  }

  @Test
  void aFlippedBitInAnEntryNamesThatEntry() throws IOException {
    SplittableRandom random = new SplittableRandom(Effort.seed(TamperIT.class));
    for (int time = 0; time < Effort.of(10, 500); time++) {
      int index = random.nextInt(journal.leaves().size());
      EntryBundle bundle = EntryBundle.all(journal.leaves().size()).get(index / 256);
      Path file = folder.resolve(bundle.path());
      byte[] whole = Files.readAllBytes(file);
      byte[] changed = whole.clone();
      int inLeaf = random.nextInt(journal.leaves().get(index).length);
      changed[offset(whole, index % 256) + inLeaf] ^= 1;
      Files.write(file, changed);
      assertFirst(index, verify());
      Files.write(file, whole);
    }
  }

  /** Where a leaf begins in its bundle. */
  private static int offset(byte[] bundle, int position) {
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    for (int before = 0; before < position; before++) {
      rest.position(2 + rest.position() + Short.toUnsignedInt(rest.getShort(rest.position())));
    }
    return rest.position() + 2;
  }

  @Test
  void twoSwappedEntriesNameTheFirst() throws IOException {
    List<byte[]> leaves = journal.leaves();
    Collections.swap(leaves, 700, 701);
    rewrite(leaves);
    assertFirst(700, verify());
  }

  @Test
  void aDroppedTailNamesTheFirstMissingEntry() throws IOException {
    List<byte[]> some = journal.leaves().subList(0, 650);
    rewrite(some);
    Files.writeString(
        folder.resolve("checkpoint"), journal.head(journal.leaves()).encoded());
    assertFirst(650, verify());
  }

  @Test
  void aTailDroppedWithANewHeadIsFoundByTheHeadKeptEarlier() throws IOException {
    SignedCheckpoint kept = journal.head(journal.leaves());
    rewrite(journal.leaves().subList(0, 650));
    assertTrue(verify().passed(), "a shorter journal is whole in itself");
    VerificationReport report =
        verify(List.of(new KnownHead("kept", KnownHead.Kind.EARLIER, kept)));
    assertFirst(650, report);
    assertEquals(Check.HISTORY, report.first().orElseThrow().check());
  }

  @Test
  void aForgedAmountIsFoundByDecidingAgain() throws IOException {
    int index = journal.find(Order.Pay.class, 0);
    long amount = journal.entry(index).postings().get(0).amount().minorUnits();
    assertForged(
        index,
        Check.DECISIONS,
        WrittenJournal.edited(
            journal.leaves().get(index),
            "\"amount\":" + amount + ",",
            "\"amount\":" + (amount + 1) + ","));
  }

  @Test
  void aForgedRefusalIsFoundByDecidingAgain() throws IOException {
    int index = journal.find(Order.Pay.class, 0);
    JournalEntry entry = journal.entry(index);
    JournalEntry refused = new JournalEntry(
        index,
        entry.bookedAt(),
        org.omloop.ledger.journal.EntryKind.REFUSED,
        entry.order(),
        Optional.of(org.omloop.ledger.journal.Refusal.INSUFFICIENT_FUNDS),
        List.of());
    assertForged(index, Check.DECISIONS, refused.leaf());
  }

  /** Whoever has the log's key can write any head, but cannot sign a member's order or an operator's. */
  @Test
  void aForgedLimitIsFoundByItsSignature() throws IOException {
    int index = journal.find(Order.Limit.class, 0);
    assertForged(index, Check.SIGNATURES, withOrder(index, forgedLimit(index)));
  }

  private static SignedOrder forgedLimit(int index) {
    SignedOrder order = journal.entry(index).order();
    Order.Limit limit = (Order.Limit) order.order();
    SignedOrder forged = SignedOrder.sign(
        new Order.Limit(limit.terms(), limit.account(), limit.limit() + 1),
        order.signatures().stream()
            .map(each -> SigningKey.generate(new java.security.SecureRandom()))
            .toList());
    String text = forged.text();
    for (int at = 0; at < order.signatures().size(); at++) {
      text = text.replace(header(forged, at), header(order, at));
    }
    return SignedOrder.parse(text);
  }

  private static String header(SignedOrder order, int at) {
    String signed =
        new String(order.signatures().get(at).signed(), java.nio.charset.StandardCharsets.US_ASCII);
    return signed.substring(0, signed.indexOf('.'));
  }

  @Test
  void anEntryBookedBeforeTheOneBeforeItIsFound() throws IOException {
    JournalEntry entry = journal.entry(700);
    JournalEntry early = new JournalEntry(
        700,
        journal.entry(699).bookedAt(),
        entry.kind(),
        entry.order(),
        entry.refusal(),
        entry.postings());
    assertForged(700, Check.TIMES, early.leaf());
  }

  @Test
  void anOrderDecidedTwiceIsFound() throws IOException {
    JournalEntry payment = journal.entry(journal.find(Order.Pay.class, 0));
    JournalEntry last = journal.entry(journal.leaves().size() - 1);
    List<byte[]> leaves = journal.leaves();
    leaves.add(new JournalEntry(
            leaves.size(),
            last.bookedAt() + 1,
            payment.kind(),
            payment.order(),
            Optional.empty(),
            payment.postings())
        .leaf());
    rewrite(leaves);
    assertFirst(leaves.size() - 1, verify());
  }

  @Test
  void twoHistoriesOfOneLengthAreProvenByTheirHeads() throws IOException {
    List<byte[]> other = journal.leaves();
    other.set(900, other.get(901));
    VerificationReport report =
        verify(List.of(new KnownHead("theirs", KnownHead.Kind.OTHER, journal.head(other))));
    assertFalse(report.passed());
    assertEquals(1, report.forks().size());
    assertTrue(report.forks().get(0).contains(journal.head(other).encoded()));
  }

  @Test
  void missingAndStrayFilesAreFound() throws IOException {
    Path tile = folder.resolve("tile/0/001");
    byte[] kept = Files.readAllBytes(tile);
    Files.delete(tile);
    assertFirst(256, verify());
    Files.write(tile, kept);
    for (String stray : List.of("tile/0/077", "tile/note")) {
      Path file = folder.resolve(stray);
      Files.createDirectories(file.getParent());
      Files.write(file, kept);
      VerificationReport report = verify();
      assertEquals(CheckState.FAILED, report.checks().get(Check.FILES), stray);
      assertTrue(report.findings().get(0).reason().startsWith(stray + " does not belong"));
      Files.delete(file);
    }
    assertTrue(verify().passed());
  }

  @Test
  void manyFindingsHideNoOther() throws IOException {
    Path receipts = Files.createDirectory(folder.resolve("receipts"));
    for (int each = 0; each < 150; each++) {
      Files.createFile(receipts.resolve(each + ".txt"));
    }
    Path bundle = folder.resolve(EntryBundle.all(journal.leaves().size()).get(0).path());
    byte[] changed = Files.readAllBytes(bundle);
    changed[offset(changed, 10) + 1] ^= 1;
    Files.write(bundle, changed);
    VerificationReport report = verify();
    assertFirst(10, report);
    for (Check check : List.of(Check.FILES, Check.TREE, Check.LEAVES, Check.CHECKPOINT)) {
      assertEquals(CheckState.FAILED, report.checks().get(check), check.toString());
    }
  }

  @Test
  void aHeadThatCannotBeComparedIsNotSaidToAgree() throws IOException {
    KnownHead beyond =
        new KnownHead("theirs", KnownHead.Kind.OTHER, journal.head(journal.leaves()));
    assertEquals(CheckState.PASSED, verify(List.of(beyond)).checks().get(Check.HISTORY));
    rewrite(journal.leaves().subList(0, 650));
    VerificationReport report = verify(List.of(beyond));
    assertTrue(report.passed());
    assertEquals(1, report.remarks().size());
    assertEquals(CheckState.NOT_REACHED, report.checks().get(Check.HISTORY));
    Files.delete(folder.resolve("checkpoint"));
    assertEquals(CheckState.NOT_REACHED, verify(List.of(beyond)).checks().get(Check.HISTORY));
  }

  @Test
  void anotherKeyThanTheAuditorHasIsFound() {
    var other = org.omloop.ledger.checkpoint.LogKey.of(
        journal.key().publicKey().name(), SigningKey.generate(new java.security.SecureRandom()));
    VerificationReport report = Verification.run(
        new ExportFolder(folder), Optional.of(other.publicKey()), List.of(), done -> {});
    assertEquals(CheckState.FAILED, report.checks().get(Check.LOG_KEY));
  }

  private void assertForged(int index, Check check, byte[] leaf) throws IOException {
    List<byte[]> leaves = journal.leaves();
    leaves.set(index, leaf);
    rewrite(leaves);
    VerificationReport report = verify();
    assertFirst(index, report);
    assertEquals(check, report.first().orElseThrow().check(), report.findings().toString());
  }

  private static byte[] withOrder(int index, SignedOrder order) {
    JournalEntry entry = journal.entry(index);
    return new JournalEntry(
            index, entry.bookedAt(), entry.kind(), order, entry.refusal(), entry.postings())
        .leaf();
  }

  private void rewrite(List<byte[]> leaves) throws IOException {
    for (Path file : WrittenJournal.filesBelow(folder)) {
      Files.delete(file);
    }
    journal.write(folder, leaves);
  }

  private static void assertFirst(long index, VerificationReport report) {
    assertFalse(report.passed());
    assertEquals(
        OptionalLong.of(index),
        report.first().orElseThrow().index(),
        () -> new ArrayList<>(report.findings()).toString());
  }

  private VerificationReport verify() {
    return verify(List.of());
  }

  private VerificationReport verify(List<KnownHead> known) {
    return Verification.run(new ExportFolder(folder), Optional.empty(), known, done -> {});
  }
}
