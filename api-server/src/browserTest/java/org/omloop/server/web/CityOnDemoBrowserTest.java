package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** The municipality's page on a real market: what everybody sees of it, and what an auditor finds behind a figure. */
@ExtendWith({Chromium.class, SharedDemo.class})
class CityOnDemoBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @Test
  void everybodySeesThatItCloses() {
    try (DemoVisitor visitor = DemoVisitor.newcomer("/city", 1280, browser, demo.address())) {
      assertThat(visitor.page().locator("om-closing-line")).containsText("Het sluit");
      assertThat(visitor.page().locator("om-entry-list")).hasCount(0);
      assertEquals(List.of(), Accessibility.violations(visitor.page()));
    }
  }

  @Test
  void anAuditorFindsTheReceiptBehindAFigure() {
    try (DemoVisitor auditor = DemoVisitor.become("Controleur", 1280, browser, demo.address())) {
      Page page = auditor.page();
      page.navigate(demo.address() + "/city");
      Locator sectors = page.locator("#table-sectors");
      button(sectors, "Bekijk\\s*: Handel en winkels").click();
      Locator purchase = sectors
          .locator("om-entry-list tbody tr")
          .filter(new Locator.FilterOptions().setHasText("Aankoop"))
          .first();
      button(purchase, "Controleer").click();
      assertThat(purchase).containsText("klopt");
      auditor.keepPicture("city-auditor");
      assertEquals(List.of(), Accessibility.violations(page));
    }
  }

  private static Locator button(Locator within, String name) {
    return within
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)))
        .first();
  }
}
