package org.omloop.server.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.server.print.CircuitMoney;

/** A statement as MT940. */
class Mt940StatementTest {
  private static final Pattern LINE =
      Pattern.compile(":61:\\d{10}([CD])(\\d+,\\d{2})NMSC(.{1,16})\r\n"
          + ":86:([^\r"
          + "]{1,65}(?:\r\n"
          + "[^:\r"
          + "-][^\r"
          + "]{0,64}){0,5})\r\n");

  private static String text(SampleStatement sample, CircuitMoney money, StatementWords words) {
    byte[] bytes = sample.write(new Mt940Statement(money, SampleStatement.NAMES, words));
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static String text(SampleStatement sample) {
    return text(sample, SampleStatement.EURO, StatementWords.DUTCH);
  }

  @Test
  void eachFieldIsInItsForm() {
    SampleStatement sample = SampleStatement.mixed();
    String reference = sample.lines().get(3).orderReference();
    List<String> lines = List.of(text(sample).split("\r\n"));

    assertEquals(
        List.of(":20:OML261101261130", ":25:bakery", ":28C:11/1", ":60F:C261101EUR1000,00"),
        lines.subList(0, 4));
    assertEquals(":61:2611011101C12,50NMSC100", lines.get(4));
    assertTrue(lines.get(5).startsWith(":86:/NAME/anna/EREF/"), lines.get(5));
    assertEquals(":61:2611011101D2,50NMSC101", lines.get(7));
    assertTrue(lines.contains(":61:2611101110D120,00NMSC103"), lines.toString());
    assertTrue(
        text(sample)
            .replace("\r\n", "")
            .contains("/NAME/Cafe + Brod .Unicode./EREF/" + reference
                + "/REMI/Leverancier, rekening cafe"),
        lines.toString());
    assertTrue(text(sample).contains(":86:/NAME/emoji/"), "a name of pictures alone says nothing");
    assertEquals(
        List.of(":62F:C261130EUR893,95", "-"), lines.subList(lines.size() - 2, lines.size()));
  }

  @Test
  void openingAndLinesLeadToTheClosing() {
    for (SampleStatement sample : List.of(SampleStatement.mixed(), SampleStatement.many(250))) {
      String text = text(sample);
      BigDecimal sum = balance(text, "60F");
      int count = 0;
      for (Matcher line = LINE.matcher(text); line.find(); count++) {
        BigDecimal amount = number(line.group(2));
        sum = line.group(1).equals("C") ? sum.add(amount) : sum.subtract(amount);
      }
      assertEquals(sample.lines().size(), count);
      assertEquals(balance(text, "62F"), sum);
    }
  }

  private static BigDecimal balance(String text, String field) {
    Matcher found =
        Pattern.compile(":" + field + ":([CD])\\d{6}EUR(\\d+,\\d{2})\r\n").matcher(text);
    assertTrue(found.find(), text);
    BigDecimal amount = number(found.group(2));
    return found.group(1).equals("C") ? amount : amount.negate();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  @Test
  void aPeriodThatIsNoMonthHasNumberZeroAndAnEmptyOneHasNoLines() {
    LocalDate day = LocalDate.of(2026, 11, 5);
    String text = text(new SampleStatement(-7, new StatementPeriod(day, day)));

    assertEquals(
        ":20:OML261105261105\r\n:25:bakery\r\n:28C:0/1\r\n:60F:D261105EUR0,07\r\n"
            + ":62F:D261105EUR0,07\r\n-\r\n",
        text);
  }

  @Test
  void anAmountKeepsItsCommaAndItsDigits() {
    CircuitMoney hours = new CircuitMoney("Uren", "uur", 0);
    SampleStatement sample =
        new SampleStatement(3).in(EntryKind.GIFT, SampleStatement.ANNA, 2, "2026-11-02T00:00:00Z");
    String text = text(sample, hours, StatementWords.ENGLISH);

    assertTrue(text.contains(":60F:C261101XXX3,\r\n"), text);
    assertTrue(text.contains("C2,NMSC100\r\n"), text);
    assertTrue(text.replace("\r\n", "").contains("/REMI/Between neighbours"), text);
  }

  @Test
  void whatDoesNotFitIsNotCut() {
    assertThrows(
        IllegalStateException.class, () -> text(new SampleStatement(999_999_999_999_999L)));
  }
}
