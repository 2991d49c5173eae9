package org.omloop.server.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has been found so far, and which checks have been carried through. Of very many findings the first hundred bad
 * entries' are kept; which checks failed, and where first, is known of all. Confined to the verifying thread.
 */
final class Findings {
  private static final int ENOUGH = 100;

  /** The worst on top, which goes first when there are too many. */
  private final PriorityQueue<Finding> kept = new PriorityQueue<>(Finding.FIRST_BAD.reversed());

  private final Set<Check> failed = EnumSet.noneOf(Check.class);
  private final TreeSet<Long> indexes = new TreeSet<>();
  private final Set<Check> done = EnumSet.noneOf(Check.class);

  void add(Finding finding) {
    failed.add(finding.check());
    finding.index().ifPresent(indexes::add);
    kept.add(finding);
    if (kept.size() > ENOUGH) {
      kept.remove();
    }
  }

  /** The check was carried through to its end, whatever it found. */
  void done(Check check) {
    done.add(check);
  }

  /** Returns those that are kept, the first bad entry's in front. */
  List<Finding> sorted() {
    return kept.stream().sorted(Finding.FIRST_BAD).toList();
  }

  /** Returns the lowest index that any finding names. */
  OptionalLong firstIndex() {
    return firstWithin(0, Long.MAX_VALUE);
  }

  /** Returns the lowest index in a half-open span that any finding names; empty when none does. */
  OptionalLong firstWithin(long from, long until) {
    Long first = indexes.ceiling(from);
    return first != null && first < until ? OptionalLong.of(first) : OptionalLong.empty();
  }

  CheckState state(Check check) {
    if (failed.contains(check)) {
      return CheckState.FAILED;
    }
    return done.contains(check) ? CheckState.PASSED : CheckState.NOT_REACHED;
  }
}
