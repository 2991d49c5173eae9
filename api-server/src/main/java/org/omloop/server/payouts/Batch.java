package org.omloop.server.payouts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A batch and what was done with it, in order. Whether its payouts were booked stands in the journal alone.
 *
 * @param steps at most one of each kind
 */
public record Batch(Draft draft, List<Step> steps) {
  public Batch {
    steps = List.copyOf(steps);
  }

  /** How far it is. */
  public enum State {
    /** It waits for a second person. */
    DRAFTED,
    APPROVED,
    SENT_BACK,
    /** The file was handed out. */
    EXPORTED;

    /** Returns the name used in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns how far it is. */
  public State state() {
    return steps.isEmpty()
        ? State.DRAFTED
        : State.valueOf(steps.get(steps.size() - 1).kind().name());
  }

  /** Returns the step of a kind, once it is done. */
  public Optional<Step> step(Step.Kind kind) {
    return steps.stream().filter(each -> each.kind() == kind).findFirst();
  }
}
