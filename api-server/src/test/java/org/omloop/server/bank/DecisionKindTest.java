package org.omloop.server.bank;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.journal.Side;

/** What people may say that lines are, and what they may not. */
class DecisionKindTest {
  private static final String ANNA = "NL91ABNA0417164300";
  private static final String BO = "NL02ABNA0123456789";

  private static BankLine line(Side side, int day, boolean isReversal, String iban) {
    LocalDate booked = LocalDate.of(2026, 11, day);
    return new BankLine(
        side + " " + day,
        1,
        booked,
        booked,
        500,
        side,
        isReversal,
        "",
        "",
        List.of(),
        "",
        "",
        Iban.find(iban),
        "",
        true);
  }

  private static BankLine in(int day, String iban) {
    return line(Side.CREDIT, day, false, iban);
  }

  private static BankLine out(int day, String iban) {
    return line(Side.DEBIT, day, false, iban);
  }

  @Test
  void moneyGoesBackToTheAccountItCameFromAndNotBefore() {
    assertTrue(DecisionKind.RETURN.fits(List.of(in(3, ANNA), out(3, ANNA))));
    assertTrue(DecisionKind.RETURN.fits(List.of(out(4, ANNA), in(3, ANNA))));
    assertFalse(DecisionKind.RETURN.fits(List.of(in(3, ANNA), out(4, BO))), "somebody else");
    assertFalse(DecisionKind.RETURN.fits(List.of(in(3, ANNA), out(4, ""))), "nobody knows whom");
    assertFalse(DecisionKind.RETURN.fits(List.of(in(3, ANNA), out(2, ANNA))), "before it came");
    assertFalse(
        DecisionKind.RETURN.fits(List.of(in(3, ANNA), out(3, ANNA), in(4, BO), out(4, BO))),
        "two at once");
  }

  @Test
  void aReversalCarriesNothingElse() {
    BankLine back = line(Side.DEBIT, 4, true, ANNA);
    assertTrue(DecisionKind.REVERSAL.fits(List.of(in(3, ANNA), back)));
    assertFalse(DecisionKind.REVERSAL.fits(List.of(in(5, ANNA), back)), "before it came");
    assertFalse(
        DecisionKind.REVERSAL.fits(List.of(in(3, ANNA), back, in(3, BO), out(4, ANNA))),
        "an unrelated pair");
    assertFalse(
        DecisionKind.REVERSAL.fits(List.of(line(Side.CREDIT, 3, true, ANNA), back)), "both are");
  }
}
