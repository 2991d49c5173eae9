package org.omloop.ledger.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.AnyOrder;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.SignedOrder;

/** A leaf is read back as the entry it was written from, and no other bytes are read as one. */
class LeafRoundTripTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void leavesAreReadBack(@ForAll("entries") JournalEntry entry) {
    byte[] leaf = entry.leaf();
    JournalEntry read = LeafDecoder.decode(leaf);
    assertArrayEquals(leaf, read.leaf());
    assertEquals(entry.order().text(), read.order().text());
    assertEquals(entry.order().order(), read.order().order());
    assertEquals(entry.refusal(), read.refusal());
    assertEquals(entry.postings(), read.postings());
    assertEquals(entry.kind(), read.kind());
  }

  @Provide
  Arbitrary<JournalEntry> entries() {
    return AnyEntry.entry();
  }

  @Example
  void aLeafIsCanonicalJson() {
    byte[] leaf = AnyEntry.entry().sample().leaf();
    assertEquals(
        new String(leaf, StandardCharsets.UTF_8), CanonicalJson.write(CanonicalJson.parse(leaf)));
  }

  @Example
  void nothingMayBeAddedTakenOrChanged() {
    Map<String, Object> leaf = new TreeMap<>(CanonicalJson.parse(posted().leaf()));
    LeafDecoder.decode(bytes(leaf));
    refuse(leaf, "extra", 1L);
    refuse(leaf, "v", 2L);
    refuse(leaf, "decision", "refused");
    refuse(leaf, "decision", 1L);
    refuse(leaf, "reason", "expired");
    refuse(leaf, "reason", "no-such-reason");
    refuse(leaf, "kind", "refused");
    refuse(leaf, "kind", "Pay");
    refuse(leaf, "index", -1L);
    refuse(leaf, "index", "1");
    refuse(leaf, "order", "");
    refuse(leaf, "order", Optional.empty());
    refuse(leaf, "postings", Optional.empty());
    refuse(leaf, "postings", List.of(posting("debit", 1)));
    refuse(leaf, "postings", List.of(posting("debit", 1), posting("credit", 2)));
    refuse(leaf, "postings", List.of(posting("debit", 1), posting("Credit", 1)));
    refuse(leaf, "postings", List.of(posting("debit", 0), posting("credit", 0)));
    refuse(leaf, "postings", List.of(1L));
    for (String name : leaf.keySet()) {
      Map<String, Object> less = new TreeMap<>(leaf);
      less.remove(name);
      assertThrows(MalformedLeaf.class, () -> LeafDecoder.decode(bytes(less)), name);
    }
  }

  /** A thousand times the largest amount is more than 64 bits hold. */
  @Example
  void sumsThatRunOverAreMalformed() {
    Map<String, Object> leaf = new TreeMap<>(CanonicalJson.parse(posted().leaf()));
    List<Object> postings = new ArrayList<>();
    for (int each = 0; each < 1100; each++) {
      postings.add(posting("debit", Amount.MAXIMUM));
    }
    refuse(leaf, "postings", postings);
  }

  @Example
  void theLongestEntryFitsInALeaf() {
    SignedOrder longest =
        new SignedOrder("x".repeat(SignedOrder.LONGEST), AnyOrder.order().sample(), List.of());
    AccountId longestName = new AccountId("f".repeat(40));
    List<Posting> postings = new ArrayList<>();
    for (int each = 0; each < 2; each++) { // a payment and its contribution
      postings.add(new Posting(longestName, Side.DEBIT, Amount.of(Amount.MAXIMUM)));
      postings.add(new Posting(longestName, Side.CREDIT, Amount.of(Amount.MAXIMUM)));
    }
    JournalEntry entry = new JournalEntry(
        Amount.MAXIMUM, Amount.MAXIMUM, EntryKind.DEMURRAGE, longest, Optional.empty(), postings);
    assertTrue(entry.leaf().length <= JournalEntry.LONGEST_LEAF);
  }

  private static JournalEntry posted() {
    return new JournalEntry(
        7,
        1_793_610_000_000_000L,
        EntryKind.PURCHASE,
        AnyOrder.signedOrder().sample(),
        Optional.empty(),
        List.of(
            new Posting(new AccountId("anna"), Side.DEBIT, Amount.of(1250)),
            new Posting(new AccountId("bakery"), Side.CREDIT, Amount.of(1250))));
  }

  private static Map<String, Object> posting(String side, long amount) {
    return Map.of("account", "anna", "amount", amount, "side", side);
  }

  private static void refuse(Map<String, Object> leaf, String name, Object value) {
    Map<String, Object> changed = new TreeMap<>(leaf);
    changed.put(name, value);
    assertThrows(MalformedLeaf.class, () -> LeafDecoder.decode(bytes(changed)), name + " " + value);
  }

  private static byte[] bytes(Map<String, Object> leaf) {
    return CanonicalJson.write(leaf).getBytes(StandardCharsets.UTF_8);
  }
}
