package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the check which all other tests trust does find what is wrong, also in the shadow of an element. */
@ExtendWith(Chromium.class)
class AccessibilityBrowserTest {
  private static final String SHADOW = """
      () => {
        const host = document.querySelector('main').appendChild(document.createElement('div'));
        host.attachShadow({ mode: 'open' }).innerHTML = '<p style="color: #ccc">Barely seen</p>';
      }""";

  @Test
  void findsWhatIsWrong(Browser browser) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.setContent(
          "<html lang=nl><head><title>Proef</title></head><body><main>Dag</main></body></html>");
      assertEquals(List.of(), Accessibility.violations(page));
      page.evaluate(SHADOW);
      List<String> found = Accessibility.violations(page);
      assertEquals(1, found.size(), found.toString());
      assertTrue(found.get(0).startsWith("color-contrast: "), found.toString());
    }
  }
}
