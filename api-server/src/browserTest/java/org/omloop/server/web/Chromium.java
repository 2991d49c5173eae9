package org.omloop.server.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the system's own browser; it is started once and serves all test classes in turn. Where the build of it that
 * has no windows is installed too, that one is taken: the same engine, and half the time.
 */
final class Chromium implements ParameterResolver {
  private static final Path WITHOUT_WINDOWS = Path.of("/usr/bin/chromium-headless-shell");
  private static final Path WITH_WINDOWS = Path.of("/usr/bin/chromium");

  /** And in few processes: each page with one of its own takes a seventh longer to come. */
  private static final List<String> QUIETLY = List.of(
      "--renderer-process-limit=1",
      "--enable-features=NetworkServiceInProcess2",
      "--in-process-gpu",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }

  /** Returns the browser that all test classes of a process share: each class is a run of its own, the session is one. */
  static Browser running(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class))
        .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
        .browser;
  }

  private static final class Running implements AutoCloseable {
    private final Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Files.exists(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : WITH_WINDOWS)
            .setChromiumSandbox(false) // containers do not let it make namespaces
            .setArgs(QUIETLY));

    @Override
    public void close() {
      playwright.close();
    }
  }
}
