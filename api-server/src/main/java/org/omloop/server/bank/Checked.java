package org.omloop.server.bank;

/**
 * What a check found.
 *
 * @param check which one
 * @param result what follows from it
 * @param reason why, for programs: a word such as {@code broken-xml}; {@code ok} where all is well
 * @param facts what is wrong, in figures and the file's own words; empty where all is well
 */
public record Checked(Check check, Result result, String reason, String facts) {
  /** What follows from a check. */
  public enum Result {
    OK,
    /** Nothing of the file is taken in. */
    REFUSED,
    /** The statement waits for another file. */
    HELD,
    /** Lines are put on the work list. */
    WORK,
    /** Lines, or the file, were there already and are left out. */
    SKIPPED;

    /** Returns the name in the API. */
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Returns that all is well. */
  public static Checked ok(Check check) {
    return new Checked(check, Result.OK, "ok", "");
  }
}
