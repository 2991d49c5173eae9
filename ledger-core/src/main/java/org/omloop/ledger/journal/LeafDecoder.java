package org.omloop.ledger.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.MalformedOrder;
import org.omloop.ledger.order.SignedOrder;

/** Reads leaves back into entries, and takes no leaf that it would not write itself. Thread-safe. */
public final class LeafDecoder {
  private LeafDecoder() {}

  /**
   * Reads a leaf.
   *
   * @throws MalformedLeaf when the bytes are not exactly the leaf of some entry
   */
  public static JournalEntry decode(byte[] leaf) {
    try {
      JournalEntry entry = read(CanonicalJson.parseAnyForm(leaf));
      if (!Arrays.equals(entry.leaf(), leaf)) {
        throw new MalformedLeaf("is not written as the entry in it is");
      }
      return entry;
    } catch (MalformedOrder e) {
      throw new MalformedLeaf("is malformed: " + e.getMessage(), e);
    } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
      throw new MalformedLeaf("is no journal entry: " + e.getMessage(), e);
    }
  }

  /** Returns the text of a leaf, for people. */
  public static String text(byte[] leaf) {
    return new String(leaf, StandardCharsets.UTF_8);
  }

  private static JournalEntry read(Map<String, Object> members) {
    List<Posting> postings = new ArrayList<>();
    for (Object each : member(members, "postings", List.class)) {
      postings.add(posting((Map<?, ?>) each));
    }
    Object reason = member(members, "reason", Object.class);
    return new JournalEntry(
        member(members, "index", Long.class),
        member(members, "at", Long.class),
        EntryKind.named(member(members, "kind", String.class)).orElseThrow(() -> none("kind")),
        SignedOrder.parse(member(members, "order", String.class)),
        reason instanceof String name
            ? Optional.of(Refusal.named(name).orElseThrow(() -> none("reason")))
            : Optional.empty(),
        postings);
  }

  private static Posting posting(Map<?, ?> members) {
    String side = member(members, "side", String.class);
    return new Posting(
        new AccountId(member(members, "account", String.class)),
        side.equals("debit") ? Side.DEBIT : Side.CREDIT,
        new Amount(member(members, "amount", Long.class)));
  }

  private static <T> T member(Map<?, ?> members, String name, Class<T> type) {
    Object value = members.get(name);
    if (value == null) {
      throw none(name);
    }
    return type.cast(value);
  }

  private static IllegalArgumentException none(String name) {
    return new IllegalArgumentException("no " + name);
  }
}
