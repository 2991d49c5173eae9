package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the pictures of a year's report that the documents show, and runs only where it is named: {@code mvn verify
 * -Dit.test=YearPictures}. {@code ./omloop demo --days 365} answers at {@code -Domloop.year=http://127.0.0.1:8080},
 * {@code -Domloop.quarter=2026-Q3} is over, and {@code -Domloop.screenshots=../docs/images} says where they go.
 */
@ExtendWith(Chromium.class)
class YearPictures {
  private static final int WIDTH = 900;
  private static final int QUALITY = 55;

  private final Browser browser;

  YearPictures(Browser browser) {
    this.browser = browser;
  }

  @Test
  void anAuditorsReportPosesForTheDocuments() {
    String year = Objects.requireNonNull(System.getProperty("omloop.year"), "-Domloop.year");
    String pictures =
        Objects.requireNonNull(System.getProperty("omloop.screenshots"), "-Domloop.screenshots");
    try (DemoVisitor auditor = DemoVisitor.become("Controleur", WIDTH, browser, year)) {
      auditor.page().navigate(year + "/city?period=" + System.getProperty("omloop.quarter"));
      take(auditor, "#table-flow", Path.of(pictures, "year-flow.jpg"));
      take(auditor, "#table-retention", Path.of(pictures, "year-retention.png"));
    }
  }

  private static void take(DemoVisitor auditor, String part, Path into) {
    Locator chart = auditor.page().locator(part);
    chart.scrollIntoViewIfNeeded();
    assertThat(chart.locator("om-chart-picture[drawn]").first()).isVisible();
    Locator.ScreenshotOptions picture = new Locator.ScreenshotOptions().setPath(into);
    chart.screenshot(
        into.toString().endsWith(".jpg")
            ? picture
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY) // a hundred bands are large as PNG
            : picture);
  }
}
