package org.omloop.server.members;

import java.util.regex.Pattern;
import org.omloop.ledger.account.AccountId;

/**
 * What a member that sells is called in public, and where it is. Immutable.
 *
 * @param name the trade name, as on the door, 1 … 40 characters
 * @param legalName as in the trade register, 1 … 70 characters
 * @param street with the number, 1 … 70 characters
 * @param neighbourhood as people there call it, 1 … 40 characters
 */
public record Member(
    AccountId account, String name, String legalName, String street, String neighbourhood) {
  private static final int SHORT = 40;
  private static final int LONG = 70;
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]+");

  public Member {
    requireWords(name, SHORT);
    requireWords(legalName, LONG);
    requireWords(street, LONG);
    requireWords(neighbourhood, SHORT);
  }

  private static void requireWords(String text, int longest) {
    boolean isPlain = WORDS.matcher(text).matches() && text.strip().equals(text);
    if (!isPlain || text.codePointCount(0, text.length()) > longest) {
      throw new IllegalArgumentException("not 1 to " + longest + " plain characters: " + text);
    }
  }
}
