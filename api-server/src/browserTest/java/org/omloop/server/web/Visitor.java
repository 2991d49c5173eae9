package org.omloop.server.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/**
 * Who looks at a page: on which screen, in which language and colours.
 *
 * @param width of the screen in CSS pixels
 * @param locale the browser's, such as {@code nl-NL}
 */
record Visitor(int width, String locale, ColorScheme colours, ReducedMotion motion) {
  static final Visitor AT_A_DESK =
      new Visitor(1280, "nl-NL", ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);

  Visitor on(int otherWidth) {
    return new Visitor(otherWidth, locale, colours, motion);
  }

  Visitor speaking(String otherLocale) {
    return new Visitor(width, otherLocale, colours, motion);
  }

  Visitor preferring(ColorScheme otherColours) {
    return new Visitor(width, locale, otherColours, motion);
  }

  Visitor withoutMotion() {
    return new Visitor(width, locale, colours, ReducedMotion.REDUCE);
  }

  Browser.NewContextOptions browser() {
    boolean isPhone = width < 600;
    return new Browser.NewContextOptions()
        .setViewportSize(width, isPhone ? 740 : 900)
        .setDeviceScaleFactor(isPhone ? 2 : 1)
        .setLocale(locale)
        .setTimezoneId("Europe/Amsterdam")
        .setColorScheme(colours)
        .setReducedMotion(motion);
  }

  /** Such as {@code 1280-nl-light}. */
  @Override
  public String toString() {
    return String.join(
        "-",
        Integer.toString(width),
        locale.substring(0, 2),
        colours.name().toLowerCase(Locale.ROOT));
  }
}
