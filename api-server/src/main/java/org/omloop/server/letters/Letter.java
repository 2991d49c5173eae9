package org.omloop.server.letters;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An invitation to be printed. Immutable.
 *
 * @param name whom it is for, 1 … 70 characters on one line
 * @param code 26 symbols of Crockford's base32
 * @param until when the code ends
 */
public record Letter(String name, String code, Instant until) {
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]{1,70}");
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

  /** Throws {@link IllegalArgumentException} with what is wrong, and without what was given. */
  public Letter {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name must be 1 to 70 plain characters");
    }
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code must be 26 symbols of Crockford's base32");
    }
  }

  /** Who has the code has the account, until it is used: no log may hold it. */
  @Override
  public String toString() {
    return "Letter[hidden]";
  }
}
