package org.omloop.ledger.circulation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.omloop.ledger.circulation.rows.Accounts;

/** Ledgers written as text in a test. */
public final class LedgerText {
  private static final String HEADER = "id,time,from,to,amount,kind,refund_of\n";
  private static final String ACCOUNTS_HEADER = "account,owner,role,sector,area\n";

  private LedgerText() {}

  /** Reads rows, without their header, that are as they should be; each account is its own unit. */
  public static LedgerFile read(String rows) {
    try {
      return parse((HEADER + rows).getBytes(UTF_8), Accounts.eachItsOwnUnit());
    } catch (MalformedFile e) {
      throw new AssertionError(e);
    }
  }

  /** Reads rows and accounts, without their headers, that are as they should be. */
  public static LedgerFile read(String rows, String accounts) {
    try {
      return parse((HEADER + rows).getBytes(UTF_8), accounts(accounts));
    } catch (MalformedFile e) {
      throw new AssertionError(e);
    }
  }

  static Accounts accounts(String rows) throws MalformedFile {
    return accountsFile((ACCOUNTS_HEADER + rows).getBytes(UTF_8)).accounts();
  }

  static AccountsFile accountsFile(byte[] bytes) throws MalformedFile {
    try {
      return AccountsFile.read(new ByteArrayInputStream(bytes), done -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LedgerFile parse(byte[] bytes, Accounts accounts) throws MalformedFile {
    try {
      return LedgerFile.read(new ByteArrayInputStream(bytes), accounts, done -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
