package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.signing.SigningKey;

/**
 * Damaged texts are refused with {@link IllegalArgumentException} and nothing else; a text that is taken reads back to
 * itself, so that no two texts mean the same.
 */
class MutatedFormatsTest {
  private static final int ROUNDS = Boolean.getBoolean("omloop.long") ? 1_000_000 : 5_000;
  private static final String ALPHABET =
      " \n\r\t\0+-=/.—x0123456789abcXYZ\u00a0é\ud83d\ude00\ud800";
  private static final LogKey KEY = LogKey.of("omloop.example", SigningKey.fromSeed(new byte[32]));
  private static final GrownTree GROWN = GrownTree.ofSize(9);
  private static final SignedCheckpoint CHECKPOINT =
      KEY.sign(Checkpoint.of("omloop.example", GROWN.tree));
  private static final Receipt RECEIPT =
      new Receipt(GROWN.leaves.get(3), InclusionProof.create(3, 9, GROWN.hashes), CHECKPOINT);

  @Test
  void notes() {
    readsBackOrRefuses(CHECKPOINT.encoded(), text -> SignedNote.parse(text).encoded());
  }

  @Test
  void checkpoints() {
    readsBackOrRefuses(CHECKPOINT.note().text(), text -> Checkpoint.parse(text).text());
  }

  @Test
  void signedCheckpoints() {
    readsBackOrRefuses(
        CHECKPOINT.encoded(), text -> SignedCheckpoint.parse(text).encoded());
  }

  @Test
  void receipts() {
    readsBackOrRefuses(
        RECEIPT.proofText(), text -> Receipt.parse(RECEIPT.leaf(), text).proofText());
  }

  @Test
  void verifierKeys() {
    readsBackOrRefuses(KEY.publicKey().text(), text -> LogPublicKey.parse(text).text());
  }

  @Test
  void tilePaths() {
    for (String path : List.of("tile/0/000", "tile/12/x001/234.p/56", "tile/1/x001/x234/567")) {
      readsBackOrRefuses(path, text -> Tile.parse(text).path());
    }
  }

  @Test
  void entryBundlePaths() {
    for (String path : List.of("tile/entries/000", "tile/entries/x001/234.p/56")) {
      readsBackOrRefuses(path, text -> EntryBundle.parse(text).path());
    }
  }

  @Test
  void entryBundles() {
    EntryBundle bundle = new EntryBundle(0, 9);
    String data = new String(bundle.encode(GROWN.leaves), StandardCharsets.ISO_8859_1);
    readsBackOrRefuses(data, text -> {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      byte[] again = bundle.encode(bundle.decode(bytes));
      // Characters beyond Latin-1 became question marks on the way in, on both sides alike.
      return Arrays.equals(bytes, again) ? text : "something else";
    });
  }

  private static void readsBackOrRefuses(String valid, UnaryOperator<String> readAndWrite) {
    assertEquals(valid, readAndWrite.apply(valid));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = mutated(valid, random);
      try {
        assertEquals(text, readAndWrite.apply(text), "seed " + seed);
      } catch (IllegalArgumentException malformed) {
        refused++;
      } catch (RuntimeException other) {
        throw new AssertionError("seed " + seed + ": " + text, other);
      }
    }
    assertTrue(refused > 0, "seed " + seed);
  }

  private static String mutated(String valid, Random random) {
    StringBuilder text = new StringBuilder(valid);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int place = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), place + random.nextInt(3));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(place, end);
        case 1 -> text.insert(place, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 2 -> text.insert(place, text.substring(place, end));
        default ->
          text.replace(
              place, end, String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
      }
    }
    return text.toString();
  }
}
