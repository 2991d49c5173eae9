package org.omloop.ledger.circulation.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.circulation.rows.Accounts;

/** The first bad row is named, with what is wrong with it. */
class MalformedLedgerTest {
  private static final String HEADER = "id,time,from,to,amount,kind,refund_of\n";

  /** Two good rows: A has 40.00 left, and t1 of 60.00 can be refunded. */
  private static final String GOOD = "i1,5,,A,100.00,issue,\nt1,6,A,B,60.00,purchase,\n";

  private static final String ACCOUNTS =
      "account,owner,role,sector,area\nA,anna,resident,,\nB,bakery,firm,,\nF,city,fund,,\nT,city,treasury,,\nS,city,issuance,,\n";

  private static String problem(byte[] file, Accounts accounts) {
    return assertThrows(MalformedFile.class, () -> LedgerText.parse(file, accounts))
        .getMessage();
  }

  private static String problem(String file) {
    return problem(file.getBytes(UTF_8), Accounts.eachItsOwnUnit());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      # cells
      x,7,A,B,1.00,purchase                  | 6 fields instead of 7
      x,7,A,B,1.00,purchase,,                | 8 fields instead of 7
      x                                      | 1 field instead of 7
      x,7,A,"B"b,1.00,purchase,              | a cell goes on after its closing quote
      x,7,A,B"b,1.00,purchase,               | a quote stands in a cell that is not quoted
      x,7,A,"B,1.00,purchase,                | a quoted cell does not end
      # id
      ,7,A,B,1.00,purchase,                  | the id is empty
      i1,7,A,B,1.00,purchase,                | id i1 was used before
      # time
      x,,A,B,1.00,purchase,                  | the time is empty
      x,seven,A,B,1.00,purchase,             | time seven is neither RFC 3339 with at most 3 decimals nor days with at most 5
      x,7.123456,A,B,1.00,purchase,          | time 7.123456 is neither RFC 3339 with at most 3 decimals nor days with at most 5
      x,7.,A,B,1.00,purchase,                | time 7. is neither RFC 3339 with at most 3 decimals nor days with at most 5
      x,-7,A,B,1.00,purchase,                | time -7 is neither RFC 3339 with at most 3 decimals nor days with at most 5
      x,2026-03-01T12:00:00Z,A,B,1.00,purchase, | time 2026-03-01T12:00:00Z is a date, and the rows before have days
      x,5.99999,A,B,1.00,purchase,           | time 5.99999 is earlier than the row before
      # amount
      x,7,A,B,,purchase,                     | the amount is empty
      x,7,A,B,1,purchase,                    | amount 1 is not a number with two decimals, such as 12.50
      x,7,A,B,1.5,purchase,                  | amount 1.5 is not a number with two decimals, such as 12.50
      x,7,A,B,1.505,purchase,                | amount 1.505 is not a number with two decimals, such as 12.50
      x,7,A,B,".50",purchase,                | amount .50 is not a number with two decimals, such as 12.50
      x,7,A,B,"1,50",purchase,               | amount 1,50 is not a number with two decimals, such as 12.50
      x,7,A,B,-1.50,purchase,                | amount -1.50 is not a number with two decimals, such as 12.50
      x,7,A,B,+1.50,purchase,                | amount +1.50 is not a number with two decimals, such as 12.50
      x,7,A,B,1e5.00,purchase,               | amount 1e5.00 is not a number with two decimals, such as 12.50
      x,7,A,B,0.00,purchase,                 | the amount is zero
      x,7,A,B,90071992547409.92,purchase,    | amount 90071992547409.92 is above 90071992547409.91
      x,7,A,B,99999999999999999999999.00,purchase, | amount 99999999999999999999999.00 is above 90071992547409.91
      # kind
      x,7,A,B,1.00,,                         | the kind is empty
      x,7,A,B,1.00,sale,                     | kind sale is unknown
      x,7,A,B,1.00,Purchase,                 | kind Purchase is unknown
      x,7,A,B,1.00,genesis,                  | kind genesis is unknown
      # sides
      x,7,A,B,1.00,credit,                   | kind credit needs an empty from or an empty to
      x,7,,,1.00,purchase,                   | kind purchase needs an account inside as from, which is empty
      x,7,A,,1.00,b2b,                       | kind b2b needs an account inside as to, which is empty
      x,7,,B,1.00,wage,                      | kind wage needs an account inside as from, which is empty
      x,7,A,,1.00,gift,                      | kind gift needs an account inside as to, which is empty
      x,7,A,B,1.00,issue,                    | kind issue needs an empty from, not A
      x,7,,,1.00,issue,                      | kind issue needs an account inside as to, which is empty
      x,7,A,,1.00,grant,                     | kind grant needs an account inside as to, which is empty
      x,7,,B,1.00,contribution,              | kind contribution needs an account inside as from, which is empty
      x,7,A,,1.00,contribution,              | kind contribution needs an account inside as to, which is empty
      x,7,,B,1.00,demurrage,                 | kind demurrage needs an account inside as from, which is empty
      x,7,,A,1.00,refund,t1                  | kind refund needs an account inside as from, which is empty
      x,7,A,B,1.00,redeem,                   | kind redeem needs an empty to, not B
      x,7,A,A,1.00,purchase,                 | from and to are both A
      # refund
      x,7,B,A,1.00,refund,                   | the refund_of of a refund is empty
      x,7,A,B,1.00,purchase,t1               | kind purchase has no refund_of, not t1
      x,7,B,A,1.00,refund,t9                 | refund_of t9 is not an earlier hop, contribution, levy or entry
      x,7,B,A,1.00,refund,x                  | refund_of x is not an earlier hop, contribution, levy or entry
      x,7,A,B,1.00,refund,t1                 | refund_of t1 has other parties: A paid B
      x,7,B,,1.00,refund,t1                  | refund_of t1 has other parties: A paid B
      x,7,B,A,1.00,refund,i1                 | refund_of i1 has other parties: nobody paid A
      x,7,B,A,60.01,refund,t1                | refund_of t1 has 60.00 left of 60.00 and cannot give back 60.01
      # balance
      x,7,A,B,60.00,purchase,                | account A holds 40.00 and cannot pay 60.00
      x,7,C,B,0.01,purchase,                 | account C holds 0.00 and cannot pay 0.01
      """)
  void aBadThirdRowIsNamedAsTheFourth(String row, String reason) {
    assertEquals("row 4: " + reason, problem(HEADER + GOOD + row + "\n"));
  }

  @Test
  void theFirstOfTwoBadRowsIsNamed() {
    assertEquals(
        "row 4: the id is empty", problem(HEADER + GOOD + ",7,A,B,1.00,gift,\nx,7,A,A,1,,\n"));
  }

  @Test
  void checksGoInTheirOrderWithinARow() {
    assertEquals("row 2: the id is empty", problem(HEADER + ",x,,,x,x,x\n"));
    assertEquals(
        "row 2: time x is neither RFC 3339 with at most 3 decimals nor days with at most 5",
        problem(HEADER + "a,x,,,x,x,x\n"));
    assertEquals(
        "row 2: amount x is not a number with two decimals, such as 12.50",
        problem(HEADER + "a,1,,,x,x,x\n"));
    assertEquals("row 2: kind x is unknown", problem(HEADER + "a,1,,,1.00,x,x\n"));
    assertEquals(
        "row 2: kind gift needs an account inside as from, which is empty",
        problem(HEADER + "a,1,,,1.00,gift,x\n"));
    assertEquals("row 2: from and to are both A", problem(HEADER + "a,1,A,A,1.00,gift,x\n"));
    assertEquals(
        "row 2: kind gift has no refund_of, not x", problem(HEADER + "a,1,A,B,1.00,gift,x\n"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "id,time,from,to,amount,kind",
        "id;time;from;to;amount;kind;refund_of",
        "ID,time,from,to,amount,kind,refund_of",
        "id,time,from,to,amount,kind,refund_of,note",
        "' id,time,from,to,amount,kind,refund_of'",
      })
  void anyOtherHeaderIsRefused(String header) {
    assertEquals(
        "row 1: the header is not id,time,from,to,amount,kind,refund_of",
        problem(header + "\n" + GOOD));
  }

  @Test
  void anEmptyFileHasNoHeader() {
    assertEquals("row 1: the header is not id,time,from,to,amount,kind,refund_of", problem(""));
  }

  @Test
  void aBlankLineIsARow() {
    assertEquals("row 4: 1 field instead of 7", problem(HEADER + GOOD + "\n"));
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedBeforeAnythingElseInTheirRow() {
    String file = HEADER + GOOD + "x,,Ren\u00e9\n";
    assertEquals("row 4: not UTF-8", problem(file.getBytes(ISO_8859_1), Accounts.eachItsOwnUnit()));
  }

  @Test
  void halvesOfALetterInTwoCellsAreNotUtf8() {
    byte[] file = (HEADER + GOOD + "x\u00c3,\u00a9,A,B,1.00,gift,\n").getBytes(ISO_8859_1);
    assertEquals("row 4: not UTF-8", problem(file, Accounts.eachItsOwnUnit()));
  }

  @Test
  void aLoneCarriageReturnIsRefused() {
    assertEquals(
        "row 4: a carriage return has no line feed after it",
        problem(HEADER + GOOD + "x\ry,7,A,B,1.00,gift,\n"));
  }

  @Test
  void aRowThatNeverEndsIsRefusedBeforeItFillsTheMemory() {
    assertEquals(
        "row 2: the row is longer than 1048576 bytes",
        problem(HEADER + "\"" + "x".repeat(3 << 20)));
  }

  @Test
  void rowsAreCountedAsRecordsAlsoWhereACellHasLines() {
    String lines = "\"i\n1\",5,,A,100.00,issue,\n";
    assertEquals("row 3: the id is empty", problem(HEADER + lines + ",6,A,B,1.00,gift,\n"));
  }

  @Test
  void aMessageStaysOnOneLine() {
    assertEquals("row 2: kind a\\u000ab is unknown", problem(HEADER + "x,7,A,B,1.00,\"a\nb\",\n"));
  }

  @Test
  void refundsTogetherStayWithinTheOriginal() {
    assertEquals(
        "row 5: refund_of t1 has 20.00 left of 60.00 and cannot give back 20.01",
        problem(HEADER + GOOD + "r1,7,B,A,40.00,refund,t1\nr2,7,B,A,20.01,refund,t1\n"));
  }

  @Test
  void refundsAndExitsAreNotRefunded() {
    String more = "r1,7,B,A,10.00,refund,t1\nx1,7,B,,10.00,redeem,\nd1,7,B,,1.00,demurrage,\n";
    assertEquals(
        "row 7: refund_of r1 is not an earlier hop, contribution, levy or entry",
        problem(HEADER + GOOD + more + "r2,8,A,B,1.00,refund,r1\n"));
    assertEquals(
        "row 7: refund_of x1 is not an earlier hop, contribution, levy or entry",
        problem(HEADER + GOOD + more + "r2,8,B,,1.00,refund,x1\n"));
    assertEquals(
        "row 7: refund_of d1 is not an earlier hop, contribution, levy or entry",
        problem(HEADER + GOOD + more + "r2,8,B,,1.00,refund,d1\n"));
  }

  @Test
  void datesAndDaysAreNotMixed() {
    String date = "i1,2026-03-01T12:00:00Z,,A,100.00,issue,\n";
    assertEquals(
        "row 3: time 8 is a number of days, and the rows before have dates",
        problem(HEADER + date + "t1,8,A,B,1.00,gift,\n"));
  }

  @Test
  void amountsTogetherStayWithinALong() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int row = 0; row < 1025; row++) {
      file.append("i").append(row).append(",1,,A,90071992547409.91,issue,\n");
    }
    assertEquals(
        "row 1026: all amounts together are above 92233720368547758.07", problem(file.toString()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      x,7,A,Z,1.00,purchase,                 | account Z is not in the accounts file
      x,7,Z,A,1.00,purchase,                 | account Z is not in the accounts file
      x,7,A,T,1.00,purchase,                 | kind purchase needs an account inside as to, and T is outside
      x,7,T,A,1.00,wage,                     | kind wage needs an account inside as from, and T is outside
      x,7,A,B,1.00,contribution,             | kind contribution needs a fund as to, and B has role firm
      x,7,A,B,1.00,demurrage,                | kind demurrage needs a fund as to, and B has role firm
      x,7,A,B,1.00,grant,                    | kind grant needs a fund as from, and A has role resident
      x,7,T,T,1.00,redeem,                   | from and to are both T
      x,7,,,1.00,redeem,                     | kind redeem needs an account inside as from, which is empty
      x,7,F,A,1.00,grant,                    | account F holds 0.00 and cannot pay 1.00
      """)
  void declaredAccountsAreHeldTo(String row, String reason) throws MalformedFile {
    assertEquals(
        "row 4: " + reason,
        problem(
            (HEADER + GOOD + row + "\n").getBytes(UTF_8),
            LedgerText.accountsFile(ACCOUNTS.getBytes(UTF_8)).accounts()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      account,owner,role,sector              | row 1: the header is not account,owner,role,sector,area
      account,owner,role,sector,area~A,anna,,| row 2: 4 fields instead of 5
      account,owner,role,sector,area~,anna,,,| row 2: the account is empty
      account,owner,role,sector,area~A,,,,   | row 2: the owner is empty
      account,owner,role,sector,area~A,a,,,~B,b,,,~A,c,,, | row 4: account A was declared before
      """)
  void badRowsOfTheAccountsFileAreNamedTheSameWay(String file, String reason) {
    byte[] bytes = file.replace('~', '\n').getBytes(UTF_8);
    assertEquals(
        reason,
        assertThrows(MalformedFile.class, () -> LedgerText.accountsFile(bytes)).getMessage());
  }
}
