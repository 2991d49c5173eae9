package org.omloop.server.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;

/** Names of bank lines (I13): account, statement, and the bank's own reference or else the line's place. */
public final class LineKey {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");
  private static final int LONGEST = 64;
  private static final int HASHED = 32;

  private LineKey() {}

  /**
   * Returns the name of a line that the bank gives a reference of its own, on a statement of one page.
   *
   * @param statement the bank's name for it
   */
  public static String of(Iban account, String statement, String bankReference) {
    return of(account, statement, 1, bankReference, 0, 0);
  }

  /**
   * Returns the name of a line: readable where it fits an order's {@code bank} reference, else a hash of the same.
   *
   * @param bankReference empty where the bank gave none
   * @param page of a statement in several files: places begin anew on each
   * @param detail from 1 where the bank put several payments in one line; else 0
   */
  static String of(
      Iban account, String statement, int page, String bankReference, int position, int detail) {
    String place = page == 1 ? "p" + position : "p" + page + "." + position;
    String within = bankReference.isEmpty() ? place : bankReference;
    String part = detail == 0 ? "" : ":" + detail;
    String readable = account + ":" + statement + ":" + within + part;
    boolean fits = readable.length() <= LONGEST
        && PLAIN.matcher(statement).matches()
        && PLAIN.matcher(within).matches();
    return fits ? readable : account + ":h:" + hash(statement + "\n" + within + part);
  }

  /** Some banks give many lines one reference: from the second on, a line is named by its place. */
  static List<BankLine> distinct(List<BankLine> lines, Iban account, String statement, int page) {
    Set<String> known = new HashSet<>();
    List<BankLine> named = new ArrayList<>();
    int place = 0;
    for (BankLine line : lines) {
      place++;
      boolean isNew = known.add(line.key());
      String key = isNew ? line.key() : of(account, statement, page, "", line.position(), place);
      known.add(key);
      named.add(line.named(key));
    }
    return named;
  }

  private static String hash(String text) {
    return Base64Url.encode(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))
        .substring(0, HASHED)
        .replace("_", ".");
  }
}
