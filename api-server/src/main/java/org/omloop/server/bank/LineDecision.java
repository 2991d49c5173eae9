package org.omloop.server.bank;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;

/**
 * A decision about bank lines, as it is kept: what was said stays, also once it is withdrawn.
 *
 * @param id of a match the id of the order that issues
 * @param lines their names
 * @param reason why, without names
 * @param by the key of who said it first
 * @param madeAt unix seconds
 * @param signed their own words, a compact JWS
 * @param state how far it is
 * @param second the key of who agreed; empty before
 * @param withdrawn the key of who took it back; empty before, and for what was taken back before this was kept
 * @param decidedAt when it was agreed to or taken back, unix seconds; empty before
 */
public record LineDecision(
    OrderId id,
    DecisionKind kind,
    List<String> lines,
    String reason,
    KeyId by,
    long madeAt,
    String signed,
    State state,
    Optional<KeyId> second,
    Optional<KeyId> withdrawn,
    OptionalLong decidedAt) {
  /** How far a decision is. */
  public enum State {
    /** A match: its order decides. */
    NOTED,
    /** It waits for a second person. */
    OPEN,
    AGREED,
    WITHDRAWN;

    /** Returns the name in the API and the database. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the state of that name. */
    public static State named(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  public LineDecision {
    lines = List.copyOf(lines);
  }

  /** Tells whether it says for whom a line is, and stands. */
  public boolean isMatchOf(String line) {
    return kind == DecisionKind.MATCH && state != State.WITHDRAWN && lines.contains(line);
  }

  /** Returns what is kept of words that have been checked. */
  public static LineDecision of(SignedLineDecision said, long now) {
    return new LineDecision(
        said.decision(),
        said.kind(),
        said.lines(),
        said.reason(),
        said.signed().key(),
        now,
        said.signed().text(),
        said.kind().closesLines() ? State.OPEN : State.NOTED,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }
}
