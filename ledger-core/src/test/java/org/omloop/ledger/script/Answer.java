package org.omloop.ledger.script;

import java.util.Optional;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;

/**
 * What a driver tells of one order.
 *
 * @param kind of the entry; only where it was posted now
 * @param reason of the refusal, now or before; only where it was refused
 */
public record Answer(Verdict verdict, Optional<EntryKind> kind, Optional<Refusal> reason) {
  /** The five ways an order can end. */
  public enum Verdict {
    /** Carried out, now. */
    POSTED,
    /** Refused, now or before; the same answer for ever. */
    REFUSED,
    /** Carried out before: the same bytes. */
    REPLAYED,
    /** The id is known with other bytes. */
    CONFLICTING,
    /** Its signatures do not hold under keys that are known: nothing was journalled. */
    UNSIGNED
  }

  public static Answer posted(EntryKind kind) {
    return new Answer(Verdict.POSTED, Optional.of(kind), Optional.empty());
  }

  public static Answer refused(Refusal reason) {
    return new Answer(Verdict.REFUSED, Optional.empty(), Optional.of(reason));
  }

  public static Answer replayed() {
    return new Answer(Verdict.REPLAYED, Optional.empty(), Optional.empty());
  }

  public static Answer conflicting() {
    return new Answer(Verdict.CONFLICTING, Optional.empty(), Optional.empty());
  }

  public static Answer unsigned() {
    return new Answer(Verdict.UNSIGNED, Optional.empty(), Optional.empty());
  }

  /** Writes it as scripts do. */
  @Override
  public String toString() {
    return switch (verdict) {
      case POSTED -> "posted as " + kind.orElseThrow().wireName();
      case REFUSED -> "refused " + reason.orElseThrow().wireName();
      case REPLAYED -> "replayed";
      case CONFLICTING -> "conflicting";
      case UNSIGNED -> "unsigned";
    };
  }
}
