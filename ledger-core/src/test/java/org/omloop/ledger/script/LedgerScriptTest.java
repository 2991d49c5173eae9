package org.omloop.ledger.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A script that does not hold says which line, what was expected and what came. */
class LedgerScriptTest {
  @Test
  void aWrongDecisionNamesItsLine() {
    assertEquals(
        "line 4: pay p1 anna -> bakery 10.01 refused expired: expected: <refused expired>"
            + " but was: <refused insufficient-funds>",
        failure("""
            # two who have nothing
            open anna resident
            open bakery organisation
            pay p1 anna -> bakery 10.01 refused expired
            """));
  }

  @Test
  void aWrongKindIsAWrongDecision() {
    assertEquals(
        "line 1: open anna resident posted as close: expected: <posted as close> but was: <posted as open>",
        failure("open anna resident posted as close"));
  }

  @Test
  void aRefusalIsNotExpectedWhereTheLineSaysNothing() {
    assertEquals(
        "line 1: limit nobody 5.00: expected: <posted> but was: <refused unknown-account>",
        failure("limit nobody 5.00"));
  }

  @Test
  void aWrongBalanceNamesItsLine() {
    assertEquals("line 3: balance anna 5.01: expected: <5.01> but was: <5.00>", failure("""
            open anna resident
            issue i1 anna 5.00
            balance anna 5.01
            """));
  }

  @Test
  void anEnrolmentThatFailsFailsTheScript() {
    assertTrue(failure("open anna resident until=-1s")
        .endsWith("expected: <posted as key-add> but was: <refused unknown-key>"));
  }

  @Test
  void whatIsNoScriptIsSaidToBeNone() {
    assertEquals("line 1: payy p1: there is no verb payy", fault("payy p1"));
    assertEquals("line 1: pay p1 anna: names no payee", fault("pay p1 anna"));
    assertEquals(
        "line 1: pay p1 a -> b 1: an amount is written like 10.01, not 1",
        fault("pay p1 a -> b 1"));
    assertEquals(
        "line 1: close anna now: has more than this verb takes: now{}", fault("close anna now"));
    assertEquals(
        "line 1: close anna colour=red: has more than this verb takes: {colour=red}",
        fault("close anna colour=red"));
    assertEquals(
        "line 1: close anna refused broke: expects what does not exist: refused broke",
        fault("close anna refused broke"));
    assertEquals(
        "line 1: open anna resident posted as opening: expects what does not exist:"
            + " posted as opening",
        fault("open anna resident posted as opening"));
    assertEquals(
        "line 1: at noon: a moment is written like 2026-11-01T10:00 or 2h, not noon",
        fault("at noon"));
    assertEquals("line 1: policy colour=red: knows no setting colour", fault("policy colour=red"));
  }

  @Test
  void linesAreCountedWithCommentsAndBlanks() {
    assertEquals("line 3: payy: there is no verb payy", fault("\n  # nothing\n  payy # here"));
  }

  private static String failure(String script) {
    return assertThrows(AssertionError.class, () -> LedgerScript.run(script))
        .getMessage()
        .replace(" ==> ", ": ");
  }

  private static String fault(String script) {
    return assertThrows(IllegalStateException.class, () -> LedgerScript.run(script))
        .getMessage();
  }
}
