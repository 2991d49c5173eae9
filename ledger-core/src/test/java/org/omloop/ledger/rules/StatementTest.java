package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Each bank statement of the reserve goes on where the one before it ended. */
class StatementTest {
  @Test
  void openingIsTheClosingBefore() {
    LedgerScript.run("""
        statement t1  1    0.00  100.00  20.00  posted as statement
        statement t2  2   80.01    0.00   0.00  refused policy-forbids
        statement t3  1   80.00    0.00   0.00  refused policy-forbids   # that number has been
        statement t4  2   80.00    5.00   0.00  iban=NL91ABNA0417164300  refused policy-forbids
        statement t5  2   80.00    5.00   0.00  posted
        statement t6  3   85.00    0.00  90.00  posted                   # a reserve may be overdrawn; that is for the audit
        statement t7  4   -5.00   10.00   0.00  posted
        """);
  }

  @Test
  void theServerStates() {
    LedgerScript.run("""
        open      anna  resident
        statement t1  1  0.00  1.00  0.00 by chair  refused key-lacks-right
        statement t2  1  0.00  1.00  0.00 by anna   refused unknown-key
        """);
  }
}
