package org.omloop.server.audit;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * Something that is not as it must be.
 *
 * @param check what it breaks
 * @param index the first entry that is wrong or is not proven because of it; empty when it is about no entry
 * @param reason what is wrong, as a sentence for an auditor
 */
public record Finding(Check check, OptionalLong index, String reason) {
  /** The lowest index first, and what concerns no entry last. */
  static final Comparator<Finding> FIRST_BAD = Comparator.comparingLong(
          (Finding each) -> each.index().orElse(Long.MAX_VALUE))
      .thenComparing(Finding::check);

  static Finding at(long index, Check check, String reason) {
    return new Finding(check, OptionalLong.of(index), reason);
  }

  static Finding ofNone(Check check, String reason) {
    return new Finding(check, OptionalLong.empty(), reason);
  }

  /** Nothing is proven while this is so. */
  static Finding ofAll(Check check, String reason) {
    return at(0, check, reason);
  }
}
