package org.omloop.server.council;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.print.CircuitMoney;

/** What is said of a table with hidden cells, and how these are counted. */
class SayingsTest {
  private static final Cell.Known HALF = new Cell.Known(new BigDecimal("0.5"));

  private static ReportTable roles(Cell otherShare) {
    return new ReportTable(
        "roles",
        "",
        "",
        List.of(
            new ReportTable.Heading("role", "", "word"),
            new ReportTable.Heading("share", "", "share")),
        List.of(
            new ReportTable.Row(Map.of("role", Cell.code("firm"), "share", HALF)),
            new ReportTable.Row(Map.of("role", Cell.code("social"), "share", otherShare))));
  }

  private static String said(ReportTable table) {
    return new Sayings(
            new CellText(PaperWords.ENGLISH, new CircuitMoney("Kring", "euro", 2), false, Map.of()))
        .of(table);
  }

  /** A hidden line may have more than the largest of those that are shown. */
  @Test
  void theLargestIsSaidToBeOfWhatIsShown() {
    assertEquals("Earning most: Firms, 50%.", said(roles(new Cell.Known(BigDecimal.ZERO))));
    assertEquals(
        "Earning most: Firms, 50%. Hidden lines are not counted here.",
        said(roles(new Cell.Hidden())));
  }

  /** As the notes below the tables count them. */
  @Test
  void whatCannotBeToldIsNoCellThatCouldBeHidden() {
    assertEquals(2, roles(new Cell.Hidden()).count());
    assertEquals(1, roles(new Cell.Hidden()).hidden());
    assertEquals(1, roles(new Cell.Absent()).count());
  }
}
