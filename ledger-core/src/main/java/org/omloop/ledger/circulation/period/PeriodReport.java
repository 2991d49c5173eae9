package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.coins.MarkedCoins;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.trace.Offset;

/**
 * All tables on one period.
 *
 * @param tier for whom it is
 * @param origin the journal's
 * @param name the circuit's
 * @param unit the currency's
 * @param scale the currency's decimals
 * @param size how many entries it rests on
 * @param root the journal's root hash at that size, base64
 */
public record PeriodReport(
    Tier tier,
    String origin,
    String name,
    String unit,
    int scale,
    Period period,
    long size,
    String root,
    List<Table> tables) {
  /** For whom a report is. */
  public enum Tier {
    /** Exact; for holders of the audit right. */
    AUDIT,
    /** For everybody: every figure has passed disclosure control. */
    PUBLIC
  }

  /** The version of all formulas together; a published report names the one it was made by. */
  public static final int VERSION = 1;

  /** Copies the tables. */
  public PeriodReport {
    tables = List.copyOf(tables);
  }

  /**
   * Measures a period exactly.
   *
   * @param root the journal's root hash at the scope's size, base64
   */
  public static PeriodReport audit(Scope scope, String root) {
    MarkedCoins coins = MarkedCoins.of(scope.rows(), 0, scope.endRow(), Offset.hashed());
    var genesis = scope.journal().genesis().orElseThrow();
    return new PeriodReport(
        Tier.AUDIT,
        genesis.terms().ledger(),
        genesis.name(),
        genesis.unit(),
        genesis.scale(),
        scope.period(),
        scope.size(),
        root,
        List.of(
            Closing.of(scope),
            Exits.of(scope),
            Sectors.of(scope),
            Matrix.ofSectors(scope),
            MissingSuppliers.of(scope),
            Areas.of(scope),
            Matrix.ofAreas(scope),
            Distribution.of(scope),
            Lorenz.of(scope),
            FundMonths.of(scope),
            Provisions.of(scope),
            Roles.of(scope),
            MoneyFlow.of(scope, coins),
            Schemes.of(scope, Optional.empty()),
            Quality.of(scope),
            Returned.of(scope, coins)));
  }
}
