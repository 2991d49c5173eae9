package org.omloop.ledger.circulation.catalogue;

/**
 * One figure of the measurement: what it is called, how it is worked out, and where it misleads.
 *
 * @param id C1 … C32; never given to another indicator
 * @param formula in the notation of circulation.md, section 2
 * @param unit as printed behind the figure; a range such as 0..1 where it has none
 * @param pitfall what a reader has to know beside the figure
 * @param source whose formula it is
 * @param version of the formula, from 1; a changed formula has the next
 */
public record Indicator(
    String id,
    Standing standing,
    Basis basis,
    Text name,
    Text formula,
    String unit,
    Text pitfall,
    String source,
    int version) {
  /** Whether an indicator stands on the first page. */
  public enum Standing {
    HEADLINE,
    FURTHER
  }

  /** What a figure rests on. */
  public enum Basis {
    /** Sums over the ledger: the same under every reading. */
    BOOKS,
    /** A tracing rule, in all of it or in a part: three values are printed side by side. */
    TRACED
  }

  /** Refuses an indicator without unit, source or version. */
  public Indicator {
    if (!id.matches("C[1-9][0-9]?") || unit.isBlank() || source.isBlank() || version < 1) {
      throw new IllegalArgumentException("incomplete: " + id);
    }
  }

  public boolean isHeadline() {
    return standing == Standing.HEADLINE;
  }

  public boolean isTraced() {
    return basis == Basis.TRACED;
  }
}
