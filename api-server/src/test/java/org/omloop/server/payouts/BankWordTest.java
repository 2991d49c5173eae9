package org.omloop.server.payouts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.Iban;

class BankWordTest {
  private static final OrderId ORDER = OrderId.parse("01a20eb6-f107-75d1-8000-042b3c4d5e77");
  private static final Optional<Payee> PAYEE =
      Optional.of(new Payee("De Kruik", "NL91ABNA0417164300"));

  private static BankLine line(long cents, Side side, boolean isReversal, String iban) {
    return new BankLine(
        "line-1",
        1,
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2026, 12, 1),
        cents,
        side,
        isReversal,
        "ref",
        EndToEndId.of(ORDER).toUpperCase(),
        List.of(),
        "",
        "De Kruik",
        Iban.find(iban),
        side == Side.CREDIT ? "AC04" : "",
        true);
  }

  private static String said(BankLine line) {
    BankWord word = BankWord.of(BankWord.redemption(line).orElseThrow(), 250, PAYEE, line);
    assertEquals(ORDER, word.redemption());
    return word.kind().wireName()
        + word.fault().map(each -> " " + each.wireName()).orElse("");
  }

  @Test
  void onlyTheSameAmountToTheSameAccountIsPaid() {
    assertEquals("paid", said(line(250, Side.DEBIT, false, "NL91ABNA0417164300")));
    assertEquals("paid other-amount", said(line(251, Side.DEBIT, false, "NL91ABNA0417164300")));
    assertEquals("paid other-account", said(line(250, Side.DEBIT, false, "NL02ABNA0123456789")));
    assertEquals("paid other-account", said(line(250, Side.DEBIT, false, "")));
    assertEquals("paid odd-line", said(line(250, Side.DEBIT, true, "NL91ABNA0417164300")));
  }

  @Test
  void aReturnMayComeFromNoAccountAtAll() {
    assertEquals("back", said(line(250, Side.CREDIT, false, "")));
    assertEquals("back other-amount", said(line(249, Side.CREDIT, false, "")));
  }

  @Test
  void whomItNamesIsNotGuessed() {
    BankLine line = line(250, Side.DEBIT, false, "NL91ABNA0417164300");
    BankWord word = BankWord.of(ORDER, 250, Optional.empty(), line);
    assertEquals(Optional.of(BankWord.Fault.OTHER_ACCOUNT), word.fault());
  }
}
