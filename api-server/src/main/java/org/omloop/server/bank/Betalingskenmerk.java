package org.omloop.server.bank;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Dutch payment reference that stood on giro forms, as some bank apps still send it: 7, 9 to 14 or 16 digits. It is read,
 * so that a line's facts are shown as what they are, and never made.
 *
 * @param digits as the payer sent them, the check digit first where there is one
 */
public record Betalingskenmerk(String digits) {
  private static final Pattern FORM = Pattern.compile("\\d{7}|\\d{9,14}|\\d{16}");
  private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};
  private static final int WITHOUT_CHECK = 7;
  private static final int WITHOUT_LENGTH = 16;
  private static final int MODULUS = 11;
  private static final int CHECK_AND_LENGTH = 2;

  /** @throws IllegalArgumentException if the digits are no such reference */
  public Betalingskenmerk {
    if (!isSound(digits)) {
      throw new IllegalArgumentException("no betalingskenmerk: " + digits);
    }
  }

  /** Reads one as people write it, with spaces or dots; empty if it is none. */
  public static Optional<Betalingskenmerk> find(String written) {
    String digits = written.replaceAll("[\\s.]", "");
    return isSound(digits) ? Optional.of(new Betalingskenmerk(digits)) : Optional.empty();
  }

  private static boolean isSound(String digits) {
    if (!FORM.matcher(digits).matches()) {
      return false;
    }
    return digits.length() == WITHOUT_CHECK
        || hasRightLength(digits) && Character.digit(digits.charAt(0), 10) == check(digits);
  }

  /** Between 9 and 14 digits, the second says how many follow it, by its last digit alone. */
  private static boolean hasRightLength(String digits) {
    return digits.length() == WITHOUT_LENGTH
        || Character.digit(digits.charAt(1), 10) == (digits.length() - CHECK_AND_LENGTH) % 10;
  }

  private static int check(String digits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length() - 1; fromRight++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - fromRight), 10);
      sum += digit * WEIGHTS[fromRight % WEIGHTS.length];
    }
    int check = MODULUS - sum % MODULUS;
    return check == 10 ? 1 : check == MODULUS ? 0 : check;
  }
}
