package org.omloop.server.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page as it stands, by WCAG 2.2 AA. */
final class Accessibility {
  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .withTags(WCAG_2_2_AA).analyze().getViolations().stream()
            .map(Accessibility::inWords)
            .toList();
  }

  private static String inWords(Rule rule) {
    return rule.getId() + ": "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getHtml())
            .toList();
  }
}
