package org.omloop.ledger.circulation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/** A ledger file becomes rows. */
class LedgerFileTest {
  private static final String HEADER = "id,time,from,to,amount,kind,refund_of";
  private static final String ROW = "i1,1.5,,A,12.34,issue,";

  private static LedgerFile parse(String file) throws MalformedFile {
    return LedgerText.parse(file.getBytes(UTF_8), Accounts.eachItsOwnUnit());
  }

  private static void assertOneIssue(LedgerFile file) {
    Rows rows = file.rows();
    assertEquals(1, rows.size());
    assertEquals("i1", rows.id(0));
    assertEquals(129_600_000, rows.time(0));
    assertEquals(Accounts.OUTSIDE, rows.payer(0));
    assertEquals("A", rows.accounts().id(rows.payee(0)));
    assertEquals(1234, rows.amount(0));
    assertEquals(EntryKind.ISSUE, rows.kind(0));
    assertEquals(Movement.INFLOW, rows.movement(0));
    assertEquals(Rows.NONE, rows.original(0));
  }

  @Test
  void linesEndInEitherWayAndTheLastNeedNotEnd() throws MalformedFile {
    assertOneIssue(parse(HEADER + "\n" + ROW + "\n"));
    assertOneIssue(parse(HEADER + "\n" + ROW));
    assertOneIssue(parse(HEADER + "\r\n" + ROW + "\r\n"));
    assertOneIssue(parse(HEADER + "\r\n" + ROW));
  }

  @Test
  void aByteOrderMarkIsAllowed() throws MalformedFile {
    assertOneIssue(parse("\ufeff" + HEADER + "\n" + ROW));
  }

  @Test
  void cellsMayBeQuoted() throws MalformedFile {
    assertOneIssue(
        parse(
            "\"id\",\"time\",from,to,amount,kind,refund_of\n\"i1\",\"1.5\",\"\",\"A\",\"12.34\",\"issue\",\"\""));
    LedgerFile file = parse(HEADER + "\n\"a \"\"b\"\",\nc\",1,,\"Ren\u00e9, Ltd\",1.00,issue,\n");
    assertEquals("a \"b\",\nc", file.rows().id(0));
    assertEquals("Ren\u00e9, Ltd", file.rows().accounts().id(0));
  }

  @Test
  void aHeaderAloneIsAnEmptyLedger() throws MalformedFile {
    LedgerFile file = parse(HEADER + "\n");
    assertEquals(0, file.rowCount());
    assertEquals(0, file.rows().size());
    assertEquals(Optional.empty(), file.timeForm());
    assertFalse(file.rows().accounts().areDeclared());
  }

  @Test
  void theHashIsThatOfTheFile() throws MalformedFile {
    String caseA = HEADER
        + "\ni1,0,,R,100.00,issue,\nt1,10,R,S,60.00,purchase,\nt2,20,S,B,50.00,b2b,\nx1,30,B,,50.00,redeem,\n";
    assertEquals(
        "a6fc738794b854952a0ad418601a0e351008368e8221503ae4481acddef6ef2f",
        parse(caseA).sha256());
  }

  @Test
  void whatARowDoesFollowsFromKindAndSides() {
    Rows rows = LedgerText.read("""
        i1,0,,A,9.00,issue,
        g1,0,T,A,9.00,grant,
        p1,1,A,B,5.00,purchase,
        o1,1,A,A2,1.00,gift,
        c1,2,A,F,1.00,contribution,
        d1,2,B,F,1.00,demurrage,
        g2,3,F,B,1.00,grant,
        r1,4,B,A,1.00,refund,p1
        r2,4,A2,A,1.00,refund,o1
        d2,5,B,,1.00,demurrage,
        r3,5,A,,1.00,refund,i1
        x1,6,A,T,1.00,redeem,
        s1,7,T,S,1.00,redeem,
        """, """
        A,anna,resident,,
        A2,anna,resident,,
        B,bakery,firm,,
        F,anna,fund,,
        T,city,treasury,,
        S,city,issuance,,
        """).rows();
    assertEquals(12, rows.size());
    Movement[] expected = {
      Movement.INFLOW, Movement.INFLOW, Movement.HOP, Movement.OWN_TRANSFER, Movement.CONTRIBUTION,
      Movement.LEVY, Movement.HOP, Movement.REFUND, Movement.OWN_TRANSFER, Movement.EXIT,
      Movement.EXIT, Movement.EXIT
    };
    for (int row = 0; row < expected.length; row++) {
      assertEquals(expected[row], rows.movement(row), rows.id(row));
    }
    assertEquals(2, rows.original(7));
    assertEquals(0, rows.original(10));
  }

  @Test
  void rowsBetweenAccountsOutsideAreCountedAndLeftOut() {
    LedgerFile file = LedgerText.read(
        "a,0,S,T,9.00,issue,\nb,1,T,A,9.00,grant,\n",
        "A,anna,,,\nT,city,treasury,,\nS,city,issuance,,\n");
    assertEquals(2, file.rowCount());
    assertEquals(1, file.rowsOutside());
    assertEquals(1, file.rows().size());
    assertEquals("b", file.rows().id(0));
  }
}
