package org.omloop.server.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;

/**
 * Playwright's assertions, which hold as soon as a page has come so far. Their own pauses grow to a second, in which a
 * test does nothing; here the page is asked again after a twentieth of one.
 */
final class Soon {
  /** A page's own pauses are five seconds; on a busy machine one may begin late. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final long PAUSE_MILLISECONDS = 50;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(1);
  }

  private Soon() {}

  static LocatorAssertions assertThat(Locator locator) {
    return patient(PlaywrightAssertions.assertThat(locator), LocatorAssertions.class);
  }

  static PageAssertions assertThat(Page page) {
    return patient(PlaywrightAssertions.assertThat(page), PageAssertions.class);
  }

  private static <T> T patient(T assertions, Class<T> type) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          Object answer = await(assertions, method, arguments);
          return method.getName().equals("not") ? patient(type.cast(answer), type) : answer;
        }));
  }

  private static Object await(Object assertions, Method method, Object[] arguments)
      throws Throwable {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return method.invoke(assertions, arguments);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof AssertionError) || System.nanoTime() > until) {
          throw e.getCause();
        }
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    }
  }
}
