package org.omloop.server.web;

import com.microsoft.playwright.Page;

/** When something was tapped and when a state began to show, noted in the page itself: a test looks only now and then. */
final class Moments {
  private static final String NOTE = """
      () => {
        window.moments = {};
        const note = (name) => (window.moments[name] = performance.timeOrigin + performance.now());
        addEventListener('click', () => note('click'), true);
        new MutationObserver((changes) => changes.forEach(({ target }) => note(target.getAttribute('state'))))
          .observe(document.body, { attributes: true, attributeFilter: ['state'], subtree: true });
      }""";

  private Moments() {}

  /** Notes from now on, until the page goes. */
  static void noteIn(Page page) {
    page.evaluate(NOTE);
  }

  /**
   * Returns when a state last began to show.
   *
   * @param name the state's, or {@code click}
   * @return milliseconds since 1970 by the machine's clock, which all pages share
   */
  static double of(Page page, String name) {
    return ((Number) page.evaluate("name => window.moments[name]", name)).doubleValue();
  }
}
