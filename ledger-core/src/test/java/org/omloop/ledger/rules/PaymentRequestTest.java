package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A payment request is paid once, to the one who asked. */
class PaymentRequestTest {
  @Test
  void aSecondPaymentFindsItClosed() {
    LedgerScript.run("""
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  10.00
        issue  i2  ben   10.00
        pay    p1  anna -> bakery  2.00 request=01J8Z3V5K8QH2M4N6P7R9STVWX memo=bread  posted
        pay    p2  ben -> bakery   2.00 request=01J8Z3V5K8QH2M4N6P7R9STVWX  refused request-not-open
        pay    p3  ben -> grocer   2.00 request=01J8Z3V5K8QH2M4N6P7R9STVWX  refused request-mismatch
        pay    p4  ben -> bakery   2.00 request=01J8Z3V5K8QH2M4N6P7R9STVWY  posted
        """);
  }

  @Test
  void aRefusedPaymentLeavesItOpen() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        pay    p1  anna -> bakery  2.00 request=01J8Z3V5K8QH2M4N6P7R9STVWX  refused insufficient-funds
        issue  i1  anna  10.00
        pay    p2  anna -> bakery  2.00 request=01J8Z3V5K8QH2M4N6P7R9STVWX  posted
        """);
  }
}
