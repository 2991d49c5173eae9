package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor follows the municipality's figures down to the entries. */
@ExtendWith(Chromium.class)
class CityAuditorBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  private final Browser browser;

  CityAuditorBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void aCircuitThatAnswers() {
    CIRCUIT.reset();
  }

  @AfterAll
  static void stop() {
    CIRCUIT.close();
  }

  @Test
  void anAuditorFollowsALineToItsEntries() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      becomeAuditor(visit.page());
      visit.page().reload();
      Locator exits = visit.page().locator("#table-exits");
      assertThat(visit.page().locator("om-report-header")).containsText("alleen voor controleurs");
      exits.locator("[aria-controls=panel]").click();
      exits.getByRole(AriaRole.BUTTON).getByText("Bekijk").first().click();
      assertThat(exits.locator("om-entry-list h4")).isFocused();
      assertThat(exits.locator("om-entry-list tbody tr")).hasCount(2);
      exits.getByRole(AriaRole.BUTTON).getByText("Meer boekingen").click();
      assertThat(exits.locator("om-entry-list tbody tr")).hasCount(4);
      visit.assertAccessible();
      visit.keepPicture("city-audit");
      visit
          .page()
          .getByText("Openbaar", new Page.GetByTextOptions().setExact(true))
          .click();
      assertThat(visit.page().locator("om-report-header")).containsText("kleine groepen");
      assertTrue(visit.page().url().endsWith("view=public"), visit.page().url());
    }
  }

  /** Where a line is one of a few that were chosen, what is asked for is its place in the report. */
  @Tag("long")
  @Test
  void anAuditorFollowsAChosenLineToItsEntries() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      becomeAuditor(visit.page());
      visit.page().navigate(CIRCUIT.address("/city?sector=Q"));
      Locator look = visit.page().locator("#table-sectors").getByText("Bekijk");
      assertThat(look).hasCount(1);
      String asked = visit
          .page()
          .waitForRequest(request -> request.url().contains("/entries?"), look::click)
          .url();
      assertTrue(asked.contains("table=sectors&row=2&"), asked);
      Locator programmes = visit.page().locator("#table-programmes");
      programmes.locator("[aria-controls=panel]").click();
      programmes.getByText("Bekijk").first().click();
      assertThat(programmes.locator("om-entry-list thead")).containsText("Daarvan in deze lezing");
      assertThat(programmes.locator("om-entry-list tbody tr").first()).containsText("€ 4,00");
    }
  }

  /** Enrols this browser for the office; what the server says of its rights stands in for a session. */
  private static void becomeAuditor(Page page) {
    page.evaluate("""
        async () => {
          const { DeviceKey } = await import('/web/any/kit/device-key.js');
          const { keepEnrolment } = await import('/web/any/kit/enrolments.js');
          const key = await DeviceKey.create();
          const who = { origin: 'demo.omloop.example/oost', account: 'operator', name: 'Oost', person: 'auditor' };
          await keepEnrolment('office', { ...who, pair: key.pair });
        }""");
    page.route(
        "**/v1/sessions/challenges",
        route -> route.fulfill(json("{\"challenge\": \"0123456789abcdef\"}")));
    page.route(
        "**/v1/sessions",
        route -> route.fulfill(json(
            "{\"token\": \"t\", \"expiresAt\": \"2999-01-01T00:00:00Z\", \"account\": \"operator\","
                + " \"rights\": [\"audit\"]}")));
  }

  private static Route.FulfillOptions json(String body) {
    return new Route.FulfillOptions().setContentType("application/json").setBody(body);
  }
}
