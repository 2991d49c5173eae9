package org.omloop.ledger.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.ledger.order.SignedOrder;

/**
 * One numbered, immutable record: a leaf of the log. Corrections are new entries, never edits.
 *
 * @param index its number, from 0
 * @param bookedAt when the server booked it, in unix microseconds; strictly increasing
 * @param kind what it means; {@link EntryKind#REFUSED} if and only if there is a refusal
 * @param order the order it decides, as received
 * @param refusal why it was refused; empty when it was posted
 * @param postings what moves, as pairs of a debit and a credit; empty when nothing does
 */
public record JournalEntry(
    long index,
    long bookedAt,
    EntryKind kind,
    SignedOrder order,
    Optional<Refusal> refusal,
    List<Posting> postings) {
  /** The longest leaf, in bytes: an entry bundle counts with 16 bits. */
  public static final int LONGEST_LEAF = 65_535;

  public JournalEntry {
    postings = List.copyOf(postings);
    require(index >= 0, index, "counts from 0");
    require(refusal.isEmpty() || postings.isEmpty(), index, "is refused, yet moves money");
    require(refusal.isPresent() == (kind == EntryKind.REFUSED), index, "is of the wrong kind");
    require(kind != EntryKind.CREDIT, index, "is of a kind that only rows have");
    require(total(postings, Side.DEBIT) == total(postings, Side.CREDIT), index, "is unbalanced");
  }

  /** Returns the leaf: this entry as canonical JSON (RFC 8785) in UTF-8. */
  public byte[] leaf() {
    StringBuilder text = new StringBuilder(1024);
    text.append("{\"at\":").append(bookedAt);
    text.append(",\"decision\":\"").append(refusal.isPresent() ? "refused" : "posted");
    text.append("\",\"index\":").append(index);
    text.append(",\"kind\":\"").append(kind.wireName()).append("\",\"order\":");
    CanonicalJson.appendText(text, order.text());
    text.append(",\"postings\":[");
    appendPostings(text);
    text.append("],\"reason\":");
    text.append(refusal.map(reason -> '"' + reason.wireName() + '"').orElse("null"));
    byte[] leaf = text.append(",\"v\":1}").toString().getBytes(StandardCharsets.UTF_8);
    require(leaf.length <= LONGEST_LEAF, index, "is longer than a leaf may be");
    return leaf;
  }

  private void appendPostings(StringBuilder text) {
    for (int at = 0; at < postings.size(); at++) {
      Posting each = postings.get(at);
      text.append(at == 0 ? "" : ",")
          .append("{\"account\":\"")
          .append(each.account().value());
      text.append("\",\"amount\":").append(each.amount().minorUnits());
      text.append(",\"side\":\"").append(each.side().wireName()).append("\"}");
    }
  }

  private static long total(List<Posting> postings, Side side) {
    long total = 0;
    for (Posting each : postings) {
      total = each.side() == side ? Math.addExact(total, each.amount().minorUnits()) : total;
    }
    return total;
  }

  private static void require(boolean holds, long index, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("entry " + index + " " + otherwise);
    }
  }
}
