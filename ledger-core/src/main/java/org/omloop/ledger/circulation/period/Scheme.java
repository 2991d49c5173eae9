package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.omloop.ledger.policy.Baseline;

/**
 * What another scheme published of itself (circulation.md, section 11), or the city measured before this circuit.
 *
 * @param name as published; {@link #BASELINE} for the city's own measurement without the circuit
 * @param year as published; {@code before} is the scheme's own measurement without its money
 * @param theirs the figure, a share as 0 … 1
 * @param formula by which it is measured, in the catalogue's letters
 */
record Scheme(
    String name, String year, Figure figure, BigDecimal theirs, String formula, String source) {
  /** What is compared; each is worked out for this circuit by {@link Schemes}. */
  enum Figure {
    /** LM3 over all money. */
    LM3,
    /** The same before the scheme began, in euros. */
    LM3_BEFORE,
    /** The part of money that was spent at least once. */
    SPENT_LOCALLY,
    /** The part of what there was and came in that left. */
    LEAKED,
    /** The part of what there was and came in that did not leave. */
    RETAINED,
    /** The same before the scheme began, in euros. */
    RETAINED_BEFORE,
    /** The part of money spent once that was spent again. */
    SPENT_AGAIN,
    /** Payments for each unit issued. */
    SPENT_PER_ISSUED,
    /** What left for each unit that came in, in a year. */
    CHANGED_BACK,
    /** Turns a year. */
    VELOCITY,
    /** Turns a week. */
    VELOCITY_WEEKLY,
    /** Turns a week of money that moves. */
    HOLDING_VELOCITY_WEEKLY,
    /** The part of a business's receipts that it redeems. */
    REDEEMED_REVENUE,
    /** One for each unit issued, and what was paid with it. */
    CHAIN_MULTIPLIER,
    /** The part of money that moves. */
    EFFECTIVE_SHARE,
    /** All payments for each unit that is inside now. */
    VOLUME_PER_STOCK,
    /** The largest part of net balances that can go round. */
    NET_CIRCULAR_SHARE;

    String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final String BASELINE = "baseline";

  private static final String GRAMA = "Grama, Santa Coloma de Gramenet";
  private static final String GRAMA_SOURCE = "gramamoneda.cat, gramenet.cat";
  private static final String REC = "REC, Barcelona";
  private static final String REC_SOURCE = "Martín Belmonte et al. 2021, JRFM 14(9):430";
  private static final String EUSKO = "Eusko";
  private static final String EUSKO_SOURCE =
      "euskalmoneta.org; Lafuente-Sampietro, halshs-03324625";
  private static final String WIR = "WIR";
  private static final String CHIEMGAUER = "Chiemgauer";
  private static final String CHIEMGAUER_SOURCE = "Chiemgauer-Statistik 2003–2014; Time 2009";
  private static final String SARAFU = "Sarafu";
  private static final String SARAFU_SOURCE = "Mattsson, Luedtke, Takes, arXiv 2209.01512";
  private static final String BASELINE_SOURCE = "own survey, by policy order";
  private static final String LM3 = "C8: 1 + P(h ≥ 1) + P(h ≥ 2)";
  private static final String VELOCITY = "C4: V ÷ B̄ × 365 ÷ d";

  /** Returns all figures, scheme by scheme. */
  static List<Scheme> published() {
    return List.of(
        of(GRAMA, "before", Figure.LM3_BEFORE, "1.81", "LM3 (NEF), €", GRAMA_SOURCE),
        of(GRAMA, "2016/17", Figure.LM3, "2.34", LM3, GRAMA_SOURCE),
        of(GRAMA, "before", Figure.RETAINED_BEFORE, "0.2912", "LM3 (NEF), €", GRAMA_SOURCE),
        of(
            GRAMA,
            "2016/17",
            Figure.RETAINED,
            "0.9278",
            "NEF; C14: 1 − X ÷ (B(t0) + E)",
            GRAMA_SOURCE),
        of(
            REC,
            "2018–19",
            Figure.SPENT_AGAIN,
            "0.27",
            "P(h ≥ 2) ÷ P(h ≥ 1)",
            "pladebarris.barcelona; " + REC_SOURCE),
        of(REC, "2018–19", Figure.SPENT_PER_ISSUED, "1.54", "C7: V ÷ Σ E", REC_SOURCE),
        of(EUSKO, "2020", Figure.CHANGED_BACK, "0.49", "X ÷ E, 365 d", EUSKO_SOURCE),
        of(EUSKO, "2020", Figure.LM3, "2", LM3 + "; > 2", EUSKO_SOURCE),
        of("Sardex", "2015", Figure.VELOCITY, "12", VELOCITY, "beyondmoney.net"),
        of(WIR, "2016", Figure.VELOCITY, "1.5", VELOCITY, "saldo.ch; Solothurner Zeitung 2017"),
        of(WIR, "2015", Figure.VELOCITY, "2.6", VELOCITY, "de la Rosa & Stodder 2015"),
        of(CHIEMGAUER, "2009", Figure.REDEEMED_REVENUE, "0.333333", "X ÷ V in", CHIEMGAUER_SOURCE),
        of(CHIEMGAUER, "2009", Figure.CHAIN_MULTIPLIER, "3", "C9: 1 + V ÷ Σ E", CHIEMGAUER_SOURCE),
        of(CHIEMGAUER, "2009", Figure.VELOCITY, "18", VELOCITY, CHIEMGAUER_SOURCE),
        of(
            SARAFU,
            "2020–21",
            Figure.HOLDING_VELOCITY_WEEKLY,
            "0.7352",
            "1 ÷ C5 × 7 d",
            SARAFU_SOURCE),
        of(SARAFU, "2020–21", Figure.VELOCITY_WEEKLY, "0.3086", "V ÷ B̄ × 7 ÷ d", SARAFU_SOURCE),
        of(SARAFU, "2020–21", Figure.EFFECTIVE_SHARE, "0.42", "V × C5 ÷ d ÷ B̄", SARAFU_SOURCE),
        of(
            SARAFU,
            "2020–21",
            Figure.VOLUME_PER_STOCK,
            "19",
            "V ÷ B(T)",
            "Grassroots Economics recap 2021"),
        of(
            SARAFU,
            "2020–21",
            Figure.NET_CIRCULAR_SHARE,
            "0.67",
            "κ (C15), Σ net(i, j)",
            "ledgerloops"));
  }

  /** Returns what the city measured, in the order in which it is shown. */
  static List<Scheme> of(Baseline baseline) {
    List<Scheme> lines = new ArrayList<>();
    baseline
        .spentLocally()
        .ifPresent(
            share -> lines.add(of(baseline, Figure.SPENT_LOCALLY, share, "€; C8: P(h ≥ 1)")));
    baseline
        .leaked()
        .ifPresent(share ->
            lines.add(of(baseline, Figure.LEAKED, share, "€; C14: X ÷ (B(t0) + E), 365 d")));
    baseline
        .lm3()
        .ifPresent(lm3 -> lines.add(of(baseline, Figure.LM3, lm3, "LM3 (NEF), €; " + LM3)));
    return lines;
  }

  private static Scheme of(Baseline baseline, Figure figure, BigDecimal theirs, String formula) {
    return new Scheme(
        BASELINE, Integer.toString(baseline.year()), figure, theirs, formula, BASELINE_SOURCE);
  }

  private static Scheme of(
      String name, String year, Figure figure, String theirs, String formula, String source) {
    return new Scheme(name, year, figure, new BigDecimal(theirs), formula, source);
  }
}
