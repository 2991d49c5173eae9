package org.omloop.server.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe finds wrong with a page as it stands, by WCAG 2.2 AA. No page here has frames of other hosts, so axe runs in the
 * page itself: its own builder for Playwright opens a second page each time, which takes five times as long.
 */
final class Accessibility {
  private static final String AXE = script();

  /** A finding in one line: the rule, and the elements that break it. */
  private static final String FIND = """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { passes, violations } = await axe.run({
          runOnly: { type: 'tag', values: tags },
          resultTypes: ['violations'],
        });
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html}`)}`);
        return passes.length > 0 ? found : ['axe found nothing to look at'];
      }""";

  private Accessibility() {}

  @SuppressWarnings("unchecked") // the script above answers with texts
  static List<String> violations(Page page) {
    if (page.evaluate("typeof axe") instanceof String kind && kind.equals("undefined")) {
      page.evaluate(AXE);
    }
    return (List<String>) page.evaluate(FIND);
  }

  private static String script() {
    try (InputStream script =
        Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
