package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.cli.RunningDemo;

/** The books in the office: what is in order, the reserve, the trial balance and the journal of a day. */
@ExtendWith(Chromium.class)
class BooksBrowserTest {
  /** Of its own: in the shared one others type bank lines by hand, which the audit rightly misses on a statement. */
  private static RunningDemo demo;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException, InterruptedException {
    demo = RunningDemo.start(data.resolve("demo"));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  private static DemoVisitor office(int width, Browser browser) {
    DemoVisitor office = DemoVisitor.become("Kantoor, nodigt", width, browser, demo.address());
    office
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Boeken"))
        .click();
    return office;
  }

  private static Locator button(Locator part, String name) {
    return part.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)));
  }

  /** The day of the latest statement: money came in then. */
  private static String dayOf(Locator reserve) {
    Matcher day = Pattern.compile("\\d{4}-\\d\\d-\\d\\d")
        .matcher(reserve.getByText("afschrift van").innerText());
    assertTrue(day.find(), "no statement");
    return day.group();
  }

  @Test
  void theTreasurerSeesThatTheBooksAreInOrder(Browser browser) {
    try (DemoVisitor office = office(1280, browser)) {
      Page page = office.page();
      Locator checks = page.locator("om-audit-checks");
      assertThat(checks).containsText("Alle 31 controles zijn in orde");
      Locator reserve = page.locator("om-reserve-table");
      assertThat(reserve).containsText("De reserve sluit op de cent");
      checks.getByText("R2:").press("Enter");
      assertThat(checks.getByText("Uitgegeven min uitbetaald").first()).isVisible();
      Locator trial = page.locator("om-trial-balance");
      button(trial, "Bekijk").press("Enter");
      assertThat(trial.getByRole(AriaRole.TABLE).first()).containsText("Uitgifte");
      String file =
          page.waitForDownload(() -> button(trial, "Bewaar als CSV").click()).suggestedFilename();
      assertTrue(file.matches("trial-balance-\\d{4}-\\d\\d-\\d\\d\\.csv"), file);
      Locator journal = page.locator("om-day-journal");
      journal.getByLabel("Dag").fill(dayOf(reserve));
      journal.getByLabel("Soort").selectOption("issue");
      button(journal, "Bekijk").press("Enter");
      assertThat(journal.getByRole(AriaRole.TABLE)).containsText("issuance");
      assertEquals(List.of(), Accessibility.violations(page));
      office.look("office-books");
    }
  }

  @Test
  void onAPhoneNothingStandsBesideTheScreen(Browser browser) {
    try (DemoVisitor office = office(320, browser)) {
      Page page = office.page();
      assertThat(page.locator("om-audit-checks")).containsText("controles");
      button(page.locator("om-trial-balance"), "Bekijk").click();
      assertThat(page.locator("om-trial-balance").getByRole(AriaRole.TABLE).first())
          .isVisible();
      assertEquals(320, page.evaluate("() => document.documentElement.scrollWidth"));
      assertEquals(List.of(), Accessibility.violations(page));
      office.look("office-books-phone");
    }
  }
}
