package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One of the demo's people with a browser of their own, enrolled as the start page does it, and without that page: it would
 * take half of the time of most tests, and others click on it. Whatever goes wrong in the page meanwhile fails the test when
 * the visitor leaves.
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

  /** Who stands on the start page's buttons, by what is written there. */
  private static final Map<String, List<String>> PEOPLE = Map.of(
      "Bakker, mag alles", List.of("baker"),
      "ontvangt en geeft", List.of("cashier"),
      "Bewoner", List.of("resident-1", "resident-2", "resident-3"),
      "Kantoor, nodigt", List.of("operator"),
      "Kantoor, tekent", List.of("operator-2"),
      "Controleur", List.of("auditor"),
      "Programma, deelt", List.of("programme"),
      "Programma, zet", List.of("programme-2"));

  /** Where they go; everybody else is of the office. */
  private static final Map<String, String> FACES =
      Map.of("Bakker, mag alles", "till", "ontvangt en geeft", "till", "Bewoner", "wallet");

  private static final String NEW_KEY = """
      async () => {
        self.pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
        const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', self.pair.publicKey));
        return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      }""";

  /** The app adds its other stores when it finds them missing. */
  private static final String KEEP_ENROLMENT = """
      async (answer) => {
        const { faces, enrolment } = JSON.parse(answer);
        const open = indexedDB.open('omloop', 1);
        open.onupgradeneeded = () => open.result.createObjectStore('enrolments');
        const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
        const writing = database.transaction('enrolments', 'readwrite');
        faces.forEach((face) => writing.objectStore('enrolments').put({ ...enrolment, pair: self.pair }, face));
        await new Promise((resolve) => (writing.oncomplete = resolve));
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
    visitor.enrol(
        address + "/demo/people", Objects.requireNonNull(PEOPLE.get(who), who).get(place));
    visitor.page.navigate(address + "/" + FACES.getOrDefault(who, "office"));
    return visitor;
  }

  private void enrol(String people, String person) {
    page.navigate(people);
    APIResponse answer = context
        .request()
        .post(
            people + "/" + person + "/keys",
            RequestOptions.create().setData(Map.of("key", page.evaluate(NEW_KEY))));
    assertEquals(200, answer.status(), answer.text());
    page.evaluate(KEEP_ENROLMENT, answer.text());
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
   * Looks at the page as everybody may see it: in a long run in both languages, light and dark, and keeps pictures of it; else
   * in Dutch by day or in English by night, by turns. On the narrowest screen nothing is lost with letters twice as large
   * (WCAG 2.2, 1.4.4 and 1.4.10).
   */
  void look(String name) {
    boolean isLong = Boolean.getBoolean("omloop.long");
    boolean isByDay = name.hashCode() % 2 == 0;
    for (String language : List.of("en", "nl")) {
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        if (isLong
            || (isByDay == language.equals("nl") && isByDay == scheme.equals(ColorScheme.LIGHT))) {
          assertAccessible(language, scheme);
          if (isLong) {
            keepPicture(name + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
          }
        }
      }
    }
    speak("nl");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    lookAtWidths(name, isLong);
  }

  private void assertAccessible(String language, ColorScheme scheme) {
    speak(language);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertEquals(List.of(), Accessibility.violations(page), language + " " + scheme);
  }

  private void speak(String language) {
    page.evaluate(
        "language => document.querySelector('main').parentElement.speak(language)", language);
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  private void lookAtWidths(String name, boolean keepsPictures) {
    int width = page.viewportSize().width;
    for (int other : List.of(1280, NARROWEST, width)) {
      page.setViewportSize(other, page.viewportSize().height);
      assertNothingBesideTheScreen();
      if (other != width && keepsPictures) {
        keepPicture(name + "-" + other);
      }
    }
    enlarge("200%");
    page.setViewportSize(NARROWEST, page.viewportSize().height);
    assertNothingBesideTheScreen();
    if (keepsPictures) {
      keepPicture(name + "-" + NARROWEST + "-twice-as-large");
    }
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
