package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/**
 * Our formulas on the published aggregates of Sarafu, 2020–21 (Mattsson, Luedtke, Takes, arXiv 2209.01512): a ledger
 * with the same volume, mean balance, length and mean holding time has to show the same velocities.
 */
class PublishedAggregatesTest {
  private static final BigDecimal VOLUME = new BigDecimal("302468064.998");
  private static final BigDecimal MEAN_BALANCE = new BigDecimal("13547008.261");
  private static final BigDecimal WEEKS = new BigDecimal("72.351190");
  private static final BigDecimal HOLDING_WEEKS = new BigDecimal("1.360261");
  private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);
  private static final int HOPS = 53;

  /** One holder keeps what never moves; the rest goes to and fro, held for the mean time before each of 53 hops. */
  private static String ledger() {
    BigDecimal moving = VOLUME.divide(BigDecimal.valueOf(HOPS), 2, RoundingMode.HALF_EVEN);
    BigDecimal still = MEAN_BALANCE.subtract(moving).setScale(2, RoundingMode.HALF_EVEN);
    StringBuilder rows = new StringBuilder();
    rows.append("i1,0,,S,").append(still.toPlainString()).append(",issue,\n");
    rows.append("i2,0,,A,").append(moving.toPlainString()).append(",issue,\n");
    for (int hop = 1; hop <= HOPS; hop++) {
      BigDecimal day = HOLDING_WEEKS
          .multiply(DAYS_PER_WEEK)
          .multiply(BigDecimal.valueOf(hop))
          .setScale(5, RoundingMode.HALF_EVEN);
      rows.append("t").append(hop).append(',').append(day.toPlainString());
      rows.append(hop % 2 == 1 ? ",A,B," : ",B,A,").append(moving.toPlainString());
      rows.append(",purchase,\n");
    }
    return rows.toString();
  }

  @Test
  void velocityHoldingAndEffectiveBalanceAreThoseOfSarafu() {
    String end =
        WEEKS.multiply(DAYS_PER_WEEK).setScale(5, RoundingMode.HALF_EVEN).toPlainString();
    Json report = Measured.json(end, ledger());
    double volume = report.at("volume.net").number().doubleValue() / 100;
    double meanStock = report.at("meanStock").number().doubleValue() / 100;
    double weeks = report.at("window.days").number().doubleValue() / 7;
    double holding = report.at("rules.fifo.holdingDays").number().doubleValue() / 7;
    assertEquals(MEAN_BALANCE.doubleValue(), meanStock, 0.01);
    assertEquals(0.3086, report.at("velocityPerYear").number().doubleValue() * 7 / 365, 0.00005);
    assertEquals(0.7352, 1 / holding, 0.00005);
    assertEquals(5_686_646, volume * holding / weeks, 5);
    assertEquals(0.4198, volume * holding / weeks / meanStock, 0.00005);
    // What is not idle is what moved: the same share, from the other side.
    assertEquals(0.4198, 1 - report.at("rules.fifo.idleShare").number().doubleValue(), 0.00005);
  }
}
