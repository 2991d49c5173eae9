package org.omloop.server.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What has been found so far, and which checks have been carried through. Confined to the verifying thread.
 */
final class Findings {
  private static final int ENOUGH = 100;

  private final List<Finding> found = new ArrayList<>();
  private final Set<Check> done = EnumSet.noneOf(Check.class);

  void add(Finding finding) {
    if (found.size() < ENOUGH) {
      found.add(finding);
    }
  }

  /** The check was carried through to its end, whatever it found. */
  void done(Check check) {
    done.add(check);
  }

  /** Returns all of them, the first bad entry's in front. */
  List<Finding> sorted() {
    return found.stream().sorted(Finding.FIRST_BAD).toList();
  }

  /** Returns the lowest index that any finding names. */
  OptionalLong firstIndex() {
    return found.stream()
        .filter(each -> each.index().isPresent())
        .mapToLong(each -> each.index().getAsLong())
        .min();
  }

  /** Returns the lowest index in a half-open span that any finding names; empty when none does. */
  OptionalLong firstWithin(long from, long until) {
    return found.stream()
        .filter(each -> each.index().isPresent())
        .mapToLong(each -> each.index().getAsLong())
        .filter(index -> index >= from && index < until)
        .min();
  }

  CheckState state(Check check) {
    if (found.stream().anyMatch(each -> each.check() == check)) {
      return CheckState.FAILED;
    }
    return done.contains(check) ? CheckState.PASSED : CheckState.NOT_REACHED;
  }
}
