package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every room of the office, as it may be seen: in both languages, light and dark, on a phone and at a desk; all of it together
 * in a long run, else Dutch goes with light and English with dark.
 */
class OfficeLooksBrowserTest {
  private static final int PHONE = 390;
  private static final int DESK = 1280;

  /** Texts that nobody should read: keys without words, dates as machines write them, values that are missing. */
  private static final String ODD = """
      () => {
        const odd = /^[a-z]+[a-z-]*\\.[a-zA-Z0-9.-]+$|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\{\\w+\\}|undefined|NaN|\\[object/;
        const found = [];
        const walk = (node) => {
          if (node.nodeType === Node.TEXT_NODE) {
            if (odd.test(node.data.trim()) && node.parentElement?.checkVisibility() !== false) {
              found.push(node.data.trim().slice(0, 80));
            }
          } else if (!['PRE', 'CODE', 'STYLE', 'SCRIPT', 'DATALIST'].includes(node.nodeName)) {
            [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].forEach(walk);
          }
        };
        walk(document.body);
        return found;
      }""";

  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  @ParameterizedTest
  @CsvSource({
    "'Kantoor, nodigt', work, om-to-do-list h2",
    "'Kantoor, nodigt', bank, om-bank-statements td",
    "'Kantoor, nodigt', payouts, om-payout-batches h2",
    "'Kantoor, nodigt', members, om-member-search h2",
    "'Kantoor, nodigt', rules, om-legal-meters td",
    "'Kantoor, nodigt', supply, om-supply-gaps h2",
    "'Kantoor, nodigt', books, om-audit-checks details",
    "'Programma, deelt', handouts, om-hand-out-form h2",
    "'Controleur', entries, om-latest-entries td",
  })
  @SuppressWarnings("unchecked") // the script above answers with texts
  void aRoomIsFitToBeSeen(String person, String room, String drawn) {
    DemoVisitor visitor = visits.become(person, DESK);
    visits.enter(visitor, room);
    Page page = visitor.page();
    assertThat(page.locator(drawn).first()).isVisible();
    List<String> odd = new ArrayList<>();
    for (String language : List.of("nl", "en")) {
      page.evaluate(
          "language => document.querySelector('om-office-app').speak(language)", language);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      for (ColorScheme scheme : schemes(language)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (int width : List.of(PHONE, DESK)) {
          page.setViewportSize(width, 900);
          String name = String.join(
              "-", "room", room, language, scheme.name().toLowerCase(Locale.ROOT), "" + width);
          visitor.assertNothingBesideTheScreen();
          assertEquals(List.of(), Accessibility.violations(page), name);
          visitor.keepPicture(name);
        }
      }
      ((List<String>) page.evaluate(ODD)).forEach(text -> odd.add(language + ": " + text));
    }
    assertEquals(List.of(), odd, room);
  }

  private static List<ColorScheme> schemes(String language) {
    if (Boolean.getBoolean("omloop.long")) {
      return List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    }
    return List.of(language.equals("nl") ? ColorScheme.LIGHT : ColorScheme.DARK);
  }
}
