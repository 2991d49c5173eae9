package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone fetches before it can show a member's page for the first time. */
@ExtendWith(Chromium.class)
class WeightBrowserTest {
  private static final int MOST_BYTES = 60_000;
  private static final SampleCircuit CIRCUIT = new SampleCircuit();

  private final Browser browser;

  WeightBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @AfterAll
  static void stop() {
    CIRCUIT.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/till", "/wallet", "/join"})
  void aPageWeighsNoMoreThanSixtyKilobytes(String page) {
    try (Visit visit =
        new Visit(browser, Visitor.AT_A_DESK.on(360), CIRCUIT.address(page)).toleratingSilence()) {
      visit.page().locator("main").waitFor();
      int bytes = visit.weight();
      System.out.println("First JavaScript and CSS of " + page + ": " + bytes + " bytes");
      assertTrue(bytes > 10_000 && bytes <= MOST_BYTES, bytes + " bytes");
    }
  }
}
