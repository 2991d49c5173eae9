package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.signing.SigningKey;

class ReceiptTest {
  private static final String ORIGIN = "omloop.example/oost";
  private static final LogKey KEY = LogKey.of(ORIGIN, SigningKey.fromSeed(new byte[32]));
  private static final LogPublicKey LOG = KEY.publicKey();
  private static final GrownTree GROWN = GrownTree.ofSize(11);
  private static final Receipt RECEIPT = receipt(6, 11);
  private static final String PROOF = RECEIPT.proofText();

  private static Receipt receipt(int index, int size) {
    return new Receipt(
        GROWN.leaves.get(index),
        InclusionProof.create(index, size, GROWN.hashes),
        KEY.sign(new Checkpoint(ORIGIN, size, GROWN.root(size))));
  }

  @Test
  void everyReceiptReadsBackAndIsValid() {
    for (int size = 1; size <= 11; size++) {
      for (int index = 0; index < size; index++) {
        Receipt receipt = receipt(index, size);
        Receipt read = Receipt.parse(receipt.leaf(), receipt.proofText());
        assertEquals(receipt, read);
        assertEquals(ReceiptVerdict.VALID, read.verify(LOG));
      }
    }
  }

  @Test
  void textIsATlogProof() {
    assertEquals(
        "c2sp.org/tlog-proof@v1\nindex 6\n"
            + GROWN.leafHash(7)
            + "\n"
            + GROWN.hashes.read(1, 2)
            + "\n"
            + GROWN.hashes.read(2, 0)
            + "\n"
            + Hash.node(GROWN.hashes.read(1, 4), GROWN.leafHash(10))
            + "\n\n"
            + RECEIPT.checkpoint().encoded(),
        PROOF);
  }

  @Test
  void extraLineIsPassedOver() {
    String text = PROOF.replace("\nindex", "\nextra YWdl\nindex");
    assertEquals(RECEIPT, Receipt.parse(RECEIPT.leaf(), text));
  }

  @Test
  void oneFileHoldsProofAndEntry() {
    Receipt read = Receipt.parseFile(RECEIPT.fileText());
    assertEquals(RECEIPT, read);
    assertEquals(ReceiptVerdict.VALID, read.verify(LOG));
    assertEquals(RECEIPT, Receipt.parse(RECEIPT.leaf(), RECEIPT.fileText()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v1\nextra !\nindex 6\n"})
  void aFileWithoutAnEntryIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> Receipt.parseFile(text));
    assertThrows(IllegalArgumentException.class, () -> Receipt.parseFile(PROOF));
  }

  @Test
  void anotherEntryIsNotIncluded() {
    Receipt changed = new Receipt(GrownTree.leaf(60), RECEIPT.proof(), RECEIPT.checkpoint());
    assertEquals(ReceiptVerdict.NOT_INCLUDED, changed.verify(LOG));
  }

  @Test
  void anotherPlaceIsNotIncluded() {
    Receipt moved = Receipt.parse(RECEIPT.leaf(), PROOF.replace("index 6", "index 7"));
    assertEquals(ReceiptVerdict.NOT_INCLUDED, moved.verify(LOG));
  }

  @Test
  void checkpointOfAnotherLogIsNotBelieved() {
    LogPublicKey other = new LogPublicKey("omloop.example/west", LOG.key());
    assertEquals(ReceiptVerdict.OTHER_LOG, RECEIPT.verify(other));
  }

  @Test
  void checkpointWithoutTheLogsSignatureIsNotBelieved() {
    LogPublicKey successor = LogKey.of(ORIGIN, SigningKey.fromSeed(seedOfOne())).publicKey();
    assertEquals(ReceiptVerdict.UNSIGNED, RECEIPT.verify(successor));
  }

  @Test
  void changedCheckpointIsForged() {
    String root = GROWN.root(11).toString();
    String text = PROOF.replace(root, Hash.EMPTY_ROOT.toString());
    assertEquals(ReceiptVerdict.FORGED, Receipt.parse(RECEIPT.leaf(), text).verify(LOG));
  }

  @Test
  void onlyValidIsValid() {
    for (ReceiptVerdict verdict : ReceiptVerdict.values()) {
      assertEquals(verdict == ReceiptVerdict.VALID, verdict.isValid());
      assertFalse(verdict.explanation().isEmpty());
    }
  }

  @Test
  void noChangedCharacterGoesUnnoticed() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int place = 0; place < PROOF.length(); place++) {
      StringBuilder changed = new StringBuilder(PROOF);
      char other = (char) (' ' + random.nextInt(95));
      if (other == PROOF.charAt(place)) {
        continue;
      }
      changed.setCharAt(place, other);
      assertFalse(isValid(changed.toString()), "seed " + seed + ", place " + place);
    }
    assertTrue(isValid(PROOF));
  }

  private static boolean isValid(String text) {
    try {
      return Receipt.parse(RECEIPT.leaf(), text).verify(LOG).isValid();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v2\nindex 6\n",
        "index 6\n",
        "c2sp.org/tlog-proof@v1\nextra YWdl\n",
        "c2sp.org/tlog-proof@v1\nextra YWdm=\nindex 6\n",
        "c2sp.org/tlog-proof@v1\nextra YWdl\nextra YWdl\nindex 6\n",
        "c2sp.org/tlog-proof@v1\nindex 06\n",
        "c2sp.org/tlog-proof@v1\nindex -6\n",
        "c2sp.org/tlog-proof@v1\nindex  6\n",
        "c2sp.org/tlog-proof@v1\nindex 11\n",
        "c2sp.org/tlog-proof@v1\nindex 6\nAAAA\n",
        "c2sp.org/tlog-proof@v1\r\nindex 6\r\n"
      })
  void otherHeadsAreRefused(String head) {
    String text = head + "\n" + RECEIPT.checkpoint().encoded();
    assertThrows(IllegalArgumentException.class, () -> Receipt.parse(RECEIPT.leaf(), text));
  }

  @Test
  void proofAndCheckpointAreOfOneTree() {
    InclusionProof ofAnother = InclusionProof.create(6, 10, GROWN.hashes);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Receipt(RECEIPT.leaf(), ofAnother, RECEIPT.checkpoint()));
  }

  private static byte[] seedOfOne() {
    byte[] seed = new byte[32];
    seed[0] = 1;
    return seed;
  }
}
