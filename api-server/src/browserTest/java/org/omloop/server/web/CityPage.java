package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;

/** The municipality's page in a browser, drawn from the sample circuit's report. */
final class CityPage {
  private static final int PICTURES = 12;

  private CityPage() {}

  /** Opens the page and waits for its pictures. */
  static Visit open(Browser browser, SampleCircuit circuit, Visitor visitor) {
    Visit visit = new Visit(browser, visitor, circuit.address("/city"));
    assertThat(visit.page().locator("om-chart-picture[drawn]")).hasCount(PICTURES);
    return visit;
  }

  /** Opens what lies behind every picture: definition, table and file. */
  static void openAll(Visit visit) {
    visit.page().evaluate("""
        () => {
          const charts = [...document.querySelectorAll('om-city-chart')];
          charts.forEach((chart) => chart.renderRoot.querySelector('[aria-expanded=false]')?.click());
          return Promise.all(charts.map((chart) => chart.updateComplete)).then(() => true);
        }""");
  }
}
