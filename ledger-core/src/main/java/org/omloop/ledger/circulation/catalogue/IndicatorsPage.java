package org.omloop.ledger.circulation.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/indicators.md} from the catalogue. */
public final class IndicatorsPage {
  private static final String HEAD = """
      # Indicators

      What Omloop measures, in Dutch and in English. This page is written from the catalogue in
      `org.omloop.ledger.circulation.catalogue`, and a test keeps it so; change it there.

      ★ is a headline figure. *Traced* depends on which money is taken to be spent first, so three readings are
      printed side by side; the readings are assumptions, not bounds. All others are sums over the books. V is what was
      spent, B what is in circulation, Σ a sum. A figure that cannot be worked out is ".", a hidden one "x".
      """;

  private IndicatorsPage() {}

  /** Returns the page as Markdown, ending in a line feed. */
  public static String markdown() {
    List<Indicator> all = Catalogue.all();
    return HEAD + all.stream().map(IndicatorsPage::section).collect(Collectors.joining());
  }

  private static String section(Indicator indicator) {
    return "\n## %s%s %s / %s\n\n| | Nederlands | English |\n|---|---|---|\n%s%s\n%s\n"
        .formatted(
            indicator.id(),
            indicator.isHeadline() ? " ★" : "",
            indicator.name().nl(),
            indicator.name().en(),
            row("formula", indicator.formula()),
            row("pitfall", indicator.pitfall()),
            "Unit: %s. Source: %s. Formula version %d%s."
                .formatted(
                    indicator.unit(),
                    indicator.source(),
                    indicator.version(),
                    indicator.isTraced() ? "; traced" : ""));
  }

  private static String row(String what, Text text) {
    return "| %s | %s | %s |\n".formatted(what, text.nl(), text.en());
  }
}
