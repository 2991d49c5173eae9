package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Somebody reads what they were told, and chooses what they want by mail. */
@ExtendWith({Chromium.class, SharedDemo.class})
class MessagesBrowserTest {
  private static final String ADDRESS = "bewoner@mail.example";

  @Test
  void anAddressIsConfirmedWithTheCodeThatWasMailed(Browser browser, RunningDemo demo) {
    try (DemoVisitor phone = DemoVisitor.become("Bewoner", 360, browser, demo.address())) {
      phone.tolerateRefusals(); // the wrong code
      Page page = phone.page();
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Berichten")))
          .click();
      Locator screen = page.locator("om-message-screen");
      assertThat(screen.getByRole(AriaRole.LISTITEM).first()).isVisible();
      screen.getByLabel("E-mailadres (leeg: geen mail)").fill(ADDRESS);
      screen.getByLabel("Wat er gebeurt").selectOption("daily");
      screen.getByLabel("Maandoverzicht").selectOption("pdf");
      tap("Bewaar", screen);
      Locator code = screen.getByLabel("Code van zes cijfers");
      assertThat(code).isVisible();
      String mailed = mailedCode(demo.data().resolve("outbox"));
      code.fill(mailed.equals("000000") ? "000001" : "000000");
      tap("Bevestig", screen);
      assertThat(screen.getByRole(AriaRole.STATUS))
          .hasText("Dat is niet de code. Kijk nog eens in de laatste mail.");
      phone.look("wallet-messages");
      code.fill(mailed);
      tap("Bevestig", screen);
      assertThat(screen.getByRole(AriaRole.STATUS))
          .hasText("Het adres klopt. We mailen voortaan daarheen.");
      page.reload();
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Berichten").setExact(true))
          .click(); // nothing is new
      assertThat(screen.getByLabel("E-mailadres (leeg: geen mail)")).hasValue(ADDRESS);
      assertThat(screen.getByLabel("Wat er gebeurt")).hasValue("daily");
    }
  }

  /** A mail program that does not know one-click opens the address that stops mail; an unknown one is answered the same. */
  @Test
  void whoWantsNoMoreMailIsAskedFirst(Browser browser, RunningDemo demo) {
    String stop = "/v1/mail/stops/AAECAwQFBgcICQoLDA0ODw";
    try (DemoVisitor reader = DemoVisitor.newcomer(stop, 360, browser, demo.address())) {
      Page page = reader.page();
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("Geen mail meer?");
      reader.look("mail-stop");
      page.context().setOffline(true);
      tap("Stop de mail", page.locator("om-mail-stop"));
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Geen antwoord van de server.");
      page.context().setOffline(false);
      reader.tolerate("ERR_INTERNET_DISCONNECTED");
      tap("Stop de mail", page.locator("om-mail-stop"));
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("De mail is gestopt.");
      assertThat(page.getByRole(AriaRole.BUTTON)
              .filter(new Locator.FilterOptions().setHasText("Stop")))
          .hasCount(0);
    }
  }

  @Test
  void theOfficeSeesWhatItIsToldAndWhichMailDidNotArrive(Browser browser, RunningDemo demo) {
    try (DemoVisitor desk = DemoVisitor.become("Kantoor, nodigt", 1280, browser, demo.address())) {
      desk.page()
          .getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Berichten").setExact(true))
          .click();
      assertThat(desk.page().locator("om-message-screen").getByLabel("Taal")).isVisible();
      assertThat(desk.page().locator("om-mail-failures").getByRole(AriaRole.STATUS))
          .hasText("Er is geen mail blijven liggen of geweigerd.");
      desk.look("office-messages");
    }
  }

  @Test
  void theTillCountsWhatIsNewUntilItIsRead(Browser browser, RunningDemo demo) {
    try (DemoVisitor till = DemoVisitor.become("Bakker, mag alles", 360, browser, demo.address())) {
      till.page()
          .getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("^Berichten \\(\\d+ nieuw\\)$")))
          .click();
      Locator screen = till.page().locator("om-message-screen");
      assertThat(screen.getByRole(AriaRole.LISTITEM).first()).isVisible();
      tap("Terug", screen);
      assertThat(till.page()
              .getByRole(
                  AriaRole.BUTTON,
                  new Page.GetByRoleOptions().setName("Berichten").setExact(true)))
          .isVisible();
    }
  }

  private static void tap(String button, Locator screen) {
    screen
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static String mailedCode(Path outbox) {
    Optional<String> code = Optional.empty();
    long until = System.nanoTime() + 30_000_000_000L;
    while (code.isEmpty()) {
      assertTrue(System.nanoTime() < until, "no code was mailed");
      LockSupport.parkNanos(50_000_000L);
      code = code(outbox);
    }
    return code.get();
  }

  private static Optional<String> code(Path outbox) {
    if (!Files.isDirectory(outbox)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      return files
          .filter(each -> each.toString().endsWith(".eml"))
          .map(MessagesBrowserTest::text)
          .filter(text -> text.contains("To: " + ADDRESS))
          .map(Pattern.compile("(?m)^(\\d{6})\\r?$")::matcher)
          .filter(Matcher::find)
          .map(found -> found.group(1))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
