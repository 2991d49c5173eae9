package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** The municipality's page on a real market, as everybody sees it. */
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
}
