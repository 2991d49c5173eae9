package org.omloop.ledger.account;

import java.util.regex.Pattern;

/**
 * An account's name in the journal: 1 to 40 of {@code a-z 0-9 -}, beginning and ending with a letter or digit.
 * Members' ids are random, so that the journal alone names nobody.
 */
public record AccountId(String value) implements Comparable<AccountId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  /** Throws {@link IllegalArgumentException} when the value has another form. */
  public AccountId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("an account id is 1 to 40 of a-z, 0-9 and -");
    }
  }

  /** Tells whether a text has the form of an account id. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
