package org.omloop.server.statements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.omloop.ledger.account.AccountId;

/** Names that bookkeeping packages tell statements and accounts apart by; the same statement always has the same. */
final class FileKey {
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("uuMMdd");
  private static final int SHORT_MARK = 8;
  private static final int MARK = 16;

  private FileKey() {}

  /** Returns a statement's name in 15 characters: the first and last day. Another account's may have the same. */
  static String shortId(StatementPeriod period) {
    return "OML" + SHORT_DAY.format(period.from()) + SHORT_DAY.format(period.until());
  }

  /** Returns a statement's name in 32 characters, which no other account, period or size has. */
  static String id(Statement statement) {
    String what = statement.account() + " " + statement.period().from() + " "
        + statement.period().until() + " " + statement.treeSize();
    return shortId(statement.period()) + "-" + mark(what, MARK);
  }

  /** Returns an account's number of at most so many characters; a longer one ends in a mark of its own. */
  static String account(AccountId account, int longest) {
    String id = account.value();
    return id.length() <= longest
        ? id
        : id.substring(0, longest - SHORT_MARK - 1) + "-" + mark(id, SHORT_MARK);
  }

  private static String mark(String text, int length) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
