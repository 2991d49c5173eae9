package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The books in the office: what is in order, the reserve, the trial balance and the journal of a day. */
class BooksBrowserTest {
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));

  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  private DemoVisitor office(int width) {
    DemoVisitor office = visits.become("Kantoor, nodigt", width);
    office
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Boeken"))
        .click();
    return office;
  }

  /** The day of the latest statement: money came in then. */
  private static String dayOf(Locator reserve) {
    Matcher day = Pattern.compile("\\d+ \\p{L}+ \\d{4}")
        .matcher(reserve.getByText("afschrift van").innerText());
    assertTrue(day.find(), "no statement");
    return LocalDate.parse(day.group(), IN_WORDS).toString();
  }

  @Test
  void theTreasurerSeesThatTheBooksAreInOrder() {
    DemoVisitor office = office(1280);
    Page page = office.page();
    Locator checks = page.locator("om-audit-checks");
    assertThat(checks).containsText("Alle 31 controles zijn in orde");
    Locator reserve = page.locator("om-reserve-table");
    assertThat(reserve).containsText("De reserve sluit op de cent");
    checks.getByText("R2:").press("Enter");
    assertThat(checks.getByText("In omloop gebracht min uitbetaald").first()).isVisible();
    Locator trial = page.locator("om-trial-balance");
    Visits.button(trial, "Bekijk").press("Enter");
    assertThat(trial.getByRole(AriaRole.TABLE).first()).containsText("In omloop gebracht");
    String file = page.waitForDownload(
            () -> Visits.button(trial, "Bewaar als CSV").click())
        .suggestedFilename();
    assertTrue(file.matches("trial-balance-\\d{4}-\\d\\d-\\d\\d\\.csv"), file);
    Locator journal = page.locator("om-day-journal");
    journal.getByLabel("Dag").fill(dayOf(reserve));
    journal.getByLabel("Soort").selectOption("issue");
    Visits.button(journal, "Bekijk").press("Enter");
    assertThat(journal.getByRole(AriaRole.TABLE)).containsText("issuance");
    assertEquals(List.of(), Accessibility.violations(page));
    office.look("office-books");
  }

  @Test
  void onAPhoneNothingStandsBesideTheScreen() {
    DemoVisitor office = office(320);
    Page page = office.page();
    assertThat(page.locator("om-audit-checks")).containsText("controles");
    Visits.button(page.locator("om-trial-balance"), "Bekijk").click();
    assertThat(page.locator("om-trial-balance").getByRole(AriaRole.TABLE).first())
        .isVisible();
    assertEquals(320, page.evaluate("() => document.documentElement.scrollWidth"));
    assertEquals(List.of(), Accessibility.violations(page));
    office.look("office-books-phone");
  }
}
