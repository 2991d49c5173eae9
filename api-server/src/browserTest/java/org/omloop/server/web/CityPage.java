package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** The municipality's page in a browser, drawn from the sample circuit's report. */
final class CityPage {
  private static final int PICTURES = 12;
  private static final int HEIGHT = 900;

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

  /** Shows the open page as another visitor has it: on that screen, in that language and those colours. */
  static void show(Visit visit, Visitor visitor) {
    Page page = visit.page();
    page.setViewportSize(visitor.width(), HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(visitor.colours()));
    page.evaluate("""
        async (language) => {
          const app = document.querySelector('om-city-app');
          await app.speak(language);
          await app.updateComplete;
          await Promise.all([...document.querySelectorAll('om-city-chart')].map((chart) => chart.updateComplete));
        }""", visitor.locale().substring(0, 2));
    visit.waitForStyles();
  }
}
