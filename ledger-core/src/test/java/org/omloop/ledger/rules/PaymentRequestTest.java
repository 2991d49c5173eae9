package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A payment request is paid once, in time, to the one who asked, and as asked. */
class PaymentRequestTest {
  @Test
  void aSecondPaymentFindsItClosed() {
    LedgerScript.run("""
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        issue  i1  anna  10.00
        issue  i2  ben   10.00
        pay    p1  anna -> bakery  2.00 request=sale-1 memo=bread  posted
        pay    p2  ben -> bakery   2.00 request=sale-1  refused request-not-open
        pay    p3  ben -> bakery   2.00 request=sale-2  posted
        """);
  }

  @Test
  void whoeverSawItsCodeCannotUseItUp() {
    LedgerScript.run("""
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  10.00
        issue  i2  ben   10.00
        pay    p1  anna -> bakery  20.00 request=sale  refused insufficient-funds
        pay    p2  ben -> bakery    0.01 request=sale  refused request-mismatch
        pay    p3  ben -> grocer   20.00 request=sale  refused request-mismatch
        issue  i3  anna  10.00
        pay    p4  anna -> bakery  20.00 request=sale  posted
        pay    p5  ben -> grocer   20.00 request=sale  refused request-not-open
        """);
  }

  @Test
  void afterItsTimeItIsOver() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        pay    p1  anna -> bakery  2.00 request=sale  refused insufficient-funds
        issue  i1  anna  10.00
        later  10m
        pay    p2  anna -> bakery  2.00 request=sale  posted
        pay    p3  anna -> bakery  3.00 request=next  posted
        pay    p4  anna -> bakery  6.00 request=last  refused insufficient-funds
        later  601s
        pay    p5  anna -> bakery  6.00 request=last  refused request-not-open
        """);
  }

  @Test
  void thePayerFillsInWhatItLeavesOpen() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  2.50 request=tip?  posted
        pay    p2  anna -> bakery  1.00 request=tip?  refused request-not-open
        """);
  }
}
