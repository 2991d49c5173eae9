package org.omloop.ledger.circulation;

import java.math.BigInteger;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.CertificateCheck;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.circulation.trace.Tracing;

/**
 * What has to hold after every fold, under every rule (circulation.md, section 3): all money is somewhere, (a) V = Σ
 * amount × hops, and (b) ∫B dt = Σ amount × time inside. Each check throws {@link IdentityFailed}.
 */
public final class Identities {
  private Identities() {}

  /** Checks what the lots add up to, against the books, at one moment. */
  public static void check(Books books, Rule rule, TracedFigures traced) {
    String under = " under " + rule.wireName();
    check("stock" + under, books.stock(), BigInteger.valueOf(traced.open()));
    check("exits" + under, books.exited(), BigInteger.valueOf(traced.exited()));
    check("(a)" + under, books.volume(), traced.hopSum());
    check("(b)" + under, books.moneyTime(), traced.moneyTime());
  }

  /** Checks that each account's lots add up to its balance. */
  public static void check(Books books, Rule rule, Tracing tracing, Accounts accounts) {
    for (int account = 0; account < accounts.size(); account++) {
      check(
          "balance of " + accounts.id(account) + " under " + rule.wireName(),
          books.balance(account),
          BigInteger.valueOf(tracing.balance(account)));
    }
  }

  /** Checks that a maximum circulation is one, by its certificate. */
  public static void check(HopGraph graph, Certificate certificate) {
    CertificateCheck.fault(graph, certificate).ifPresent(fault -> {
      throw new IdentityFailed("the certificate of the maximum circulation fails: " + fault);
    });
  }

  private static void check(String name, long books, BigInteger traced) {
    check(name, BigInteger.valueOf(books), traced);
  }

  private static void check(String name, BigInteger books, BigInteger traced) {
    if (!books.equals(traced)) {
      throw new IdentityFailed(
          "identity " + name + " fails: the books say " + books + ", the lots " + traced);
    }
  }
}
