package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.cli.RunningDemo;

/**
 * How long people wait, beside the bars of the design: a code, a green till, a first visit, a start from what the browser
 * has kept. It prints figures and judges none, as they are of the machine too; docs/benchmarks.md has a run. Each is taken
 * once, or as often as {@code -Domloop.bars} says.
 */
@ExtendWith({Chromium.class, SharedDemo.class})
class BarsBrowserTest {
  private static final int TIMES = Integer.getInteger("omloop.bars", 1);

  /** Notes when the page was usable: in the page itself, as the test looks now and then. */
  private static final String NOTE_USABLE = """
      (() => {
        const look = () => {
          const element = document.querySelector('SELECTOR')?.shadowRoot ?? document.querySelector('SELECTOR');
          if (element?.querySelector('button')) {
            window.usableAt ??= performance.now();
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      })();""";

  /** A connection, as browsers can pretend to have it: the whole way there and back, and what comes and goes. */
  private enum Line {
    LOOPBACK(0, 0, 0),
    /** What the design calls 4G. */
    FAST_4G(60, 9_000, 4_500),
    /** 150 ms there and back, 1.6 Mbit/s. */
    SLOW_4G(150, 1_600, 750);

    private final int milliseconds;
    private final int kilobitsDown;
    private final int kilobitsUp;

    Line(int milliseconds, int kilobitsDown, int kilobitsUp) {
      this.milliseconds = milliseconds;
      this.kilobitsDown = kilobitsDown;
      this.kilobitsUp = kilobitsUp;
    }

    void applyTo(Page page, int slowness) {
      CDPSession session = page.context().newCDPSession(page);
      if (this != LOOPBACK) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", milliseconds);
        line.addProperty("downloadThroughput", kilobitsDown * 125);
        line.addProperty("uploadThroughput", kilobitsUp * 125);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", line);
      }
      JsonObject rate = new JsonObject();
      rate.addProperty("rate", slowness);
      session.send("Emulation.setCPUThrottlingRate", rate);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  @TempDir
  private static Path folder;

  private static RunningDemo demo;
  private static TlsFront front;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) throws IOException, InterruptedException {
    demo = shared;
    browser = chromium;
    front = new TlsFront(demo.address(), folder);
  }

  @AfterAll
  static void stop() {
    front.close();
  }

  private static void print(String what, Line line, List<Double> figures) {
    List<Double> sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    int last = sorted.size() - 1;
    System.out.printf(
        Locale.ROOT,
        "Bar: %-44s %-9s median %5.0f ms, p95 %5.0f ms of %d%n",
        what,
        line,
        sorted.get(last / 2),
        sorted.get((int) Math.ceil(last * 0.95)),
        sorted.size());
  }

  private static List<Double> repeat(DoubleSupplier figure) {
    List<Double> figures = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      figures.add(figure.getAsDouble());
    }
    return figures;
  }

  @Test
  void aSale() {
    for (Line line : Line.values()) {
      try (DemoVisitor shop =
              DemoVisitor.become("Bakker, mag alles", 1280, browser, front.address());
          DemoVisitor phone = DemoVisitor.become("Bewoner", 2, 360, browser, front.address())) {
        assertThat(shop.page().locator("om-sale-stage")).hasAttribute("state", "empty");
        Moments.noteIn(shop.page());
        line.applyTo(shop.page(), 1);
        line.applyTo(phone.page(), 1);
        List<Double> greens = new ArrayList<>();
        print("last digit to code", line, repeat(() -> {
          double code = askOneCent(shop.page());
          greens.add(pay(shop, phone));
          return code;
        }));
        print("tap to green till", line, greens);
      }
    }
  }

  private static double askOneCent(Page till) {
    till.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1").setExact(true))
        .click();
    assertThat(till.locator("om-sale-stage")).hasAttribute("state", "waiting");
    return Moments.of(till, "waiting") - Moments.of(till, "click");
  }

  private static double pay(DemoVisitor shop, DemoVisitor phone) {
    phone.page().navigate(front.address() + shop.shownCode());
    Locator screen = phone.page().locator("om-payment-screen");
    assertThat(screen).hasAttribute("state", "asking");
    Moments.noteIn(phone.page());
    screen.getByRole(AriaRole.BUTTON).first().click();
    assertThat(shop.page().locator("om-sale-stage")).hasAttribute("state", "paid");
    return Moments.of(shop.page(), "paid") - Moments.of(phone.page(), "click");
  }

  @Tag("long")
  @Test
  void aFirstVisit() {
    for (Line line : List.of(Line.LOOPBACK, Line.SLOW_4G)) {
      int slowness = line == Line.SLOW_4G ? 4 : 1;
      print("first visit, till", line, repeat(() -> visit("/till", "om-key-pad", line, slowness)));
      print(
          "first visit, wallet",
          line,
          repeat(() -> visit("/wallet", "om-wallet-home", line, slowness)));
      print("first visit, joining", line, repeat(() -> visit("/join", "main", line, slowness)));
    }
  }

  /** With an empty cache, by somebody whom the device knows. */
  private static double visit(String path, String usable, Line line, int slowness) {
    try (DemoVisitor shop =
        DemoVisitor.become("Bakker, mag alles", 360, browser, front.address())) {
      Page page = shop.page();
      page.navigate("about:blank");
      page.context().newCDPSession(page).send("Network.clearBrowserCache");
      line.applyTo(page, slowness);
      return usableAfter(page, front.address() + path, usable);
    }
  }

  private static double usableAfter(Page page, String address, String usable) {
    page.addInitScript(NOTE_USABLE.replace("SELECTOR", usable));
    page.navigate(address);
    page.waitForFunction("() => window.usableAt");
    return ((Number) page.evaluate("() => window.usableAt")).doubleValue();
  }

  @Tag("long")
  @Test
  void aStartFromWhatIsKept() {
    try (DemoVisitor shop =
        DemoVisitor.becomeOffline("Bakker, mag alles", 360, browser, demo.address())) {
      shop.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
      BrowserContext context = shop.context();
      print(
          "start from cache, till", Line.SLOW_4G, repeat(() -> startAgain(context, Line.SLOW_4G)));
      context.setOffline(true);
      print(
          "start without a connection, till",
          Line.LOOPBACK,
          repeat(() -> startAgain(context, Line.LOOPBACK)));
      shop.tolerateRefusals();
    }
  }

  private static double startAgain(BrowserContext context, Line line) {
    try (Page page = context.newPage()) {
      line.applyTo(page, 1);
      return usableAfter(page, demo.address() + "/till", "om-key-pad");
    }
  }
}
