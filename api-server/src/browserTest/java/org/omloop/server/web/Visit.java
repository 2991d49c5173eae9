package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One visit to a page with a browser that knows nothing yet. Whatever the page does wrong in the
 * meantime is noted, and fails the test when the visit ends: errors, breaches of the policy,
 * requests to another host.
 */
final class Visit implements AutoCloseable {
  private static final String NOTE_BREACHES = """
      document.addEventListener('securitypolicyviolation', (breach) =>
        console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`));
      """;
  private final BrowserContext context;
  private final Page page;
  private final String host;
  private final List<String> faults = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private boolean mayMissAnswers;

  Visit(Browser browser, Visitor visitor, String address) {
    host = address.substring(0, address.indexOf('/', "http://".length()));
    context = browser.newContext(visitor.browser());
    page = context.newPage();
    page.addInitScript(NOTE_BREACHES);
    page.onPageError(faults::add);
    page.onRequest(this::note);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !isMissedAnswer(message.text())) {
        faults.add(message.text());
      }
    });
    page.clock().install();
    page.navigate(address);
  }

  Page page() {
    return page;
  }

  /** All requests so far. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Bytes of JavaScript and CSS that came over the wire, without headers. */
  int weight() {
    return weightWithout("(?!)");
  }

  /** The same without what comes after the first sight: files whose path has this pattern in it. */
  int weightWithout(String later) {
    Pattern fetchedLater = Pattern.compile(later);
    return List.copyOf(requests).stream() // more may come while it is asked
        .filter(request -> request.url().matches(".*\\.(js|css)"))
        .filter(request -> !fetchedLater.matcher(request.url()).find())
        .mapToInt(request -> request.sizes().responseBodySize)
        .sum();
  }

  /** From now on the browser may complain that the server did not answer. */
  Visit toleratingSilence() {
    mayMissAnswers = true;
    return this;
  }

  /** Lets the page's own clock run on. */
  void wait(int seconds) {
    page.clock().runFor(seconds * 1000L);
  }

  /** Lets pass what a page does after a pause without a script. */
  void waitForStyles() {
    page.evaluate("() => document.getAnimations().forEach((each) => each.finish())");
  }

  void assertAccessible() {
    assertEquals(List.of(), Accessibility.violations(page));
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

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), faults);
  }

  private void note(Request request) {
    requests.add(request);
    if (!request.url().startsWith(host + "/") && !request.url().startsWith("data:")) {
      faults.add("asked another host: " + request.url());
    }
  }

  private boolean isMissedAnswer(String text) {
    return mayMissAnswers && text.startsWith("Failed to load resource");
  }
}
