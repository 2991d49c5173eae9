package org.omloop.server.identity;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why somebody was not admitted, as they may read it. Immutable.
 *
 * @param reason one of {@link #REASONS}
 * @param words the office's own, 0 … 500 characters; at least one where the reason is {@code other}
 */
public record Refused(String reason, String words) {
  /** What the list has to choose from. */
  public static final Set<String> REASONS =
      Set.of("outside-area", "incomplete", "unreachable", "double", "rules", "other");

  private static final Pattern WORDS = Pattern.compile("[^\\p{Cf}\\p{Co}\\p{Cn}]{0,500}");

  /** Throws {@link IllegalArgumentException} with what is wrong, and without what was given. */
  public Refused {
    if (!REASONS.contains(reason)) {
      throw new IllegalArgumentException("reason must be one of the contract's");
    }
    if (!WORDS.matcher(words).matches() || !words.strip().equals(words)) {
      throw new IllegalArgumentException("words must be at most 500 plain characters");
    }
    if (reason.equals("other") && words.isEmpty()) {
      throw new IllegalArgumentException("words must not be empty where the reason is other");
    }
  }

  /** Words that somebody wrote for one applicant are kept out of logs. */
  @Override
  public String toString() {
    return "Refused[" + reason + "]";
  }
}
