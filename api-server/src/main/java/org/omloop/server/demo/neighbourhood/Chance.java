package org.omloop.server.demo.neighbourhood;

import java.util.ArrayList;
import java.util.List;

/**
 * A seeded stream of choices: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * 2014), written out because the platform promises its own generators' numbers for no later release.
 *
 * <p>Confined to one thread.
 */
public final class Chance {
  private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
  private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

  private long state;

  /** Begins the plain stream of a seed, as published. */
  Chance(long seed) {
    this.state = seed;
  }

  /** Returns the stream of a seed that serves one purpose; streams of other purposes are unrelated. */
  public static Chance of(long seed, String purpose) {
    Chance chance = new Chance(seed);
    long mixed = chance.next();
    for (int place = 0; place < purpose.length(); place++) {
      mixed = mix(mixed ^ purpose.charAt(place)) + GOLDEN_GAMMA;
    }
    return new Chance(mixed);
  }

  /** Returns any of 2<sup>64</sup> numbers. */
  public long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long once = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return twice ^ (twice >>> 31);
  }

  /** Returns a number 0 … bound − 1; the bound is 1 or more. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("nothing to choose from");
    }
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Returns a number from the least to the most, both included. */
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** Returns a number from the least to the most that is rather in the middle than at either end. */
  public int around(int least, int most) {
    return (between(least, most) + between(least, most)) / 2;
  }

  /** Returns true so many times in a thousand. */
  public boolean perMille(int times) {
    return below(1000) < times;
  }

  /** Returns one of the list, which is not empty. */
  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Returns the place of one of the weights, each as often as it is large; one of them is above 0. */
  public int weighted(int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int left = below(total);
    int place = 0;
    while (left >= weights[place]) {
      left -= weights[place];
      place++;
    }
    return place;
  }

  /** Returns the same members in another order (Fisher and Yates). */
  public <T> List<T> shuffled(List<T> members) {
    List<T> shuffled = new ArrayList<>(members);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      int other = below(last + 1);
      T kept = shuffled.get(last);
      shuffled.set(last, shuffled.get(other));
      shuffled.set(other, kept);
    }
    return List.copyOf(shuffled);
  }

  /** Returns so many characters of Crockford's base32, in lower case. */
  public String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int place = 0; place < length; place++) {
      text.append(CROCKFORD.charAt(below(CROCKFORD.length())));
    }
    return text.toString();
  }
}
