package org.omloop.ledger;

/**
 * How hard a test with seeds and counts tries: the same few inputs in every normal run, many with {@code -Plong}. The
 * seed is printed; {@code -Domloop.seed=N} sets another.
 */
public final class Effort {
  private static final String SEED = "omloop.seed";

  private Effort() {}

  /** Returns how many inputs to take. */
  public static int of(int normally, int inLongRuns) {
    return Boolean.getBoolean("omloop.long") ? inLongRuns : normally;
  }

  /** Returns the first seed of a test, and prints it. */
  public static long seed(Class<?> test) {
    long seed = Long.getLong(SEED, 1);
    System.out.println(test.getSimpleName() + " begins with -D" + SEED + "=" + seed);
    return seed;
  }
}
