package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of the demo's people with a browser of their own, enrolled by a click on the start page. Whatever goes wrong in the
 * page meanwhile fails the test when the visitor leaves.
 */
final class DemoVisitor implements AutoCloseable {
  /** Makes who is enrolled for one face so for another, with the same key: (from, to). */
  static final String COPY_ENROLMENT = """
      async ([from, to]) => {
        const open = indexedDB.open('omloop');
        const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
        const store = database.transaction('enrolments', 'readwrite').objectStore('enrolments');
        const kept = store.get(from);
        await new Promise((resolve) => {
          kept.onsuccess = () => (store.put(kept.result, to).onsuccess = resolve);
        });
        database.close();
      }""";

  /** The narrowest screen that must do, in CSS pixels. */
  private static final int NARROWEST = 320;

  private final BrowserContext context;
  private Page page;
  private final List<String> faults = new ArrayList<>();
  private boolean toleratesRefusals;

  private DemoVisitor(BrowserContext context) {
    this.context = context;
    context.clock().install();
    this.page = listen(context.newPage());
  }

  private Page listen(Page opened) {
    opened.onPageError(faults::add);
    opened.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        faults.add(message.text());
      }
    });
    return opened;
  }

  /** Closes the page and opens another in the same browser. */
  void reopen(String address) {
    page.close();
    page = listen(context.newPage());
    page.navigate(address);
  }

  /** Becomes the first of the demo's people with that on their button. */
  static DemoVisitor become(String who, int width, Browser browser, String address) {
    return become(who, 0, width, browser, address);
  }

  /** The same with a browser that keeps the app for when there is no connection. */
  static DemoVisitor becomeOffline(String who, int width, Browser browser, String address) {
    return become(
        who, 0, options(width).setServiceWorkers(ServiceWorkerPolicy.ALLOW), browser, address);
  }

  /** Returns when the app is kept. */
  void awaitShell() {
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
  }

  /** Becomes one of several with that on their button. */
  static DemoVisitor become(String who, int place, int width, Browser browser, String address) {
    return become(who, place, options(width), browser, address);
  }

  private static DemoVisitor become(
      String who, int place, Browser.NewContextOptions options, Browser browser, String address) {
    DemoVisitor visitor = new DemoVisitor(browser.newContext(options));
    visitor.page.navigate(address + "/");
    visitor
        .page
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(who)))
        .nth(place)
        .click();
    visitor.page.waitForURL(Pattern.compile(".*/(till|wallet|office)$"));
    return visitor;
  }

  /** Comes with a browser that is nobody yet. */
  static DemoVisitor newcomer(String path, int width, Browser browser, String address) {
    DemoVisitor visitor = new DemoVisitor(browser.newContext(options(width)));
    visitor.page.navigate(address + path);
    return visitor;
  }

  /** Tests that stand between page and server stand there alone. */
  private static Browser.NewContextOptions options(int width) {
    return Visitor.AT_A_DESK
        .on(width)
        .withoutMotion()
        .browser()
        .setIgnoreHTTPSErrors(true) // what stands before the server has a certificate of its own
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** A refusal is an answer, of which the browser complains all the same, up to the page's end. */
  void tolerateRefusals() {
    toleratesRefusals = true;
  }

  /** What a test did to the page on purpose. */
  void tolerate(String fault) {
    faults.removeIf(each -> each.contains(fault));
  }

  /** Lets the page's own clock run on; the pauses that it makes are over sooner, an answer of the server is not. */
  void passTime(int seconds) {
    page.clock().runFor(seconds * 1000L);
  }

  void assertNothingBesideTheScreen() {
    Object overhang = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
    assertEquals(0, overhang, "pixels to scroll sideways");
  }

  /** Keeps a picture of the whole page among the build's results. */
  void keepPicture(String name) {
    page.screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots", name + ".png"))
        .setFullPage(true));
  }

  /**
   * Looks at the page as everybody may see it, and keeps pictures of it: all of them in a long run, else of each language,
   * scheme and width one. On the narrowest screen nothing is lost with letters twice as large (WCAG 2.2, 1.4.4 and 1.4.10).
   */
  void look(String name) {
    int width = page.viewportSize().width;
    for (String language : List.of("en", "nl")) {
      page.evaluate(
          "language => document.querySelector('main').parentElement.speak(language)", language);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertEquals(List.of(), Accessibility.violations(page), language + " " + scheme);
        if (Boolean.getBoolean("omloop.long")
            || language.equals("nl") == scheme.equals(ColorScheme.LIGHT)) {
          keepPicture(name + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    for (int other : List.of(1280, NARROWEST, width)) {
      page.setViewportSize(other, page.viewportSize().height);
      assertNothingBesideTheScreen();
      if (other != width) {
        keepPicture(name + "-" + other);
      }
    }
    enlarge("200%");
    page.setViewportSize(NARROWEST, page.viewportSize().height);
    keepPicture(name + "-" + NARROWEST + "-twice-as-large");
    assertNothingBesideTheScreen();
    enlarge("");
    page.setViewportSize(width, page.viewportSize().height);
  }

  private void enlarge(String letters) {
    page.evaluate("size => { document.documentElement.style.fontSize = size }", letters);
  }

  /** Where the code leads that is on the screen. */
  String shownCode() {
    String text =
        (String) page.locator("om-qr-code").first().evaluate("element => element.code.text");
    return URI.create(text).getRawPath();
  }

  /** Opens a request's address, and taps to pay it. */
  void pay(String address) {
    page.navigate(address);
    Locator screen = page.locator("om-payment-screen");
    assertThat(screen).hasAttribute("state", "asking");
    screen.getByRole(AriaRole.BUTTON).first().click();
  }

  /** Takes the picture that the documents show, where a run is asked for it. */
  void poseForDocuments(String name) {
    String pictures = System.getProperty("omloop.screenshots");
    if (pictures != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(pictures, name + ".png")));
    }
  }

  @Override
  public void close() {
    context.close();
    faults.removeIf(fault -> toleratesRefusals && fault.startsWith("Failed to load resource"));
    assertEquals(List.of(), faults);
  }
}
