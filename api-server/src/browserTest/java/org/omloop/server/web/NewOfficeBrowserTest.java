package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;

/**
 * A circuit that was founded just now, and no demo: from the codes that the server printed to an office of two people, a
 * further device of one of them, and a programme's own people, by the screens alone.
 */
@ExtendWith(Chromium.class)
class NewOfficeBrowserTest {
  private static Browser browser;
  private static Server server;

  @BeforeAll
  static void found(Browser chromium, @TempDir Path data) {
    browser = chromium;
    JsonObject settings = new JsonObject()
        .put("origin", "kring.omloop.example/proef")
        .put("name", "Kring Proef")
        .put(
            "operators",
            new JsonArray()
                .add(operator("treasurer", "operate"))
                .add(operator("chair", "approve", "operate")))
        .put("settings", new JsonObject());
    server = Server.start(ServerConfig.in(data).at("127.0.0.1", 0).founding(settings), end -> {});
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static JsonObject operator(String holder, String... rights) {
    JsonArray may = new JsonArray();
    for (String right : rights) {
      may.add(right);
    }
    return new JsonObject().put("holder", holder).put("label", "desk").put("rights", may);
  }

  @Test
  void anOfficeBeginsWithItsCodes() {
    DemoVisitor stranger = newcomer("/office");
    assertThat(stranger.page().locator("main")).containsText("Dit toestel is nog van niemand");
    assertEquals(
        0,
        stranger.page().locator("main a[href='/']").count(),
        "nobody can be chosen where there is no demo");
    stranger.look("office-nobody");
    stranger.close();

    DemoVisitor treasurer = newcomer("/office");
    treasurer.page().getByText("Ik heb een code").click();
    enrol(treasurer, 0);
    aSecondKeyTakesNoPlaceOfTheFirst(treasurer);
    DemoVisitor chair = newcomer("/join");
    enrol(chair, 1);
    openAProgramme(treasurer);

    DemoVisitor board = newcomer("/device");
    aKeyThatIsShownOutlivesThePage(board);
    takeOn(board, treasurer, "gezinnen-2027", "board-1");
    assertSees(chair, "Een nieuwe persoon: board-1.");
    agree(chair);
    assertThat(heading(board)).hasText("Gelukt. Dit toestel doet mee.");
    tap(board, "Open het kantoor");
    assertThat(board.page().locator("main")).containsText("Uitdelen");

    DemoVisitor laptop = newcomer("/device");
    takeOn(laptop, treasurer, "operator", "treasurer");
    assertSees(chair, "Nog een toestel van treasurer.");
    assertSees(chair, "Wie daarna kunnen tekenen: 2. Dat zijn chair, treasurer.");
    chair.keepPicture("office-second-device");
    agree(chair);
    assertThat(heading(laptop)).hasText("Gelukt. Dit toestel doet mee.");
    tap(laptop, "Open het kantoor");
    assertThat(laptop.page().locator("main nav")).containsText("Bank");
    laptop.close();
    board.close();
    chair.close();
    treasurer.close();
  }

  /** There is room for one, and neither it nor its code can be made again. */
  private static void aSecondKeyTakesNoPlaceOfTheFirst(DemoVisitor treasurer) {
    Page page = treasurer.page();
    page.navigate(server.address() + "/device");
    assertThat(heading(treasurer)).hasText("Dit toestel tekent al voor het kantoor");
    assertThat(page.locator("om-qr-code")).hasCount(0);
    page.navigate(server.address() + "/I/" + server.codes().get(1).code());
    assertThat(heading(treasurer)).hasText("Dit toestel tekent al voor het kantoor");
    page.navigate(server.address() + "/office");
    assertThat(page.locator("main nav")).containsText("Bank");
  }

  private static void aKeyThatIsShownOutlivesThePage(DemoVisitor board) {
    Locator letters = board.page().locator("om-new-key .letters");
    String before = letters.textContent();
    board.tolerateRefusals();
    board.page().reload();
    assertThat(letters).hasText(before);
  }

  private static void assertSees(DemoVisitor chair, String words) {
    chair.page().navigate(server.address() + "/office?room=work");
    assertThat(chair.page().locator("om-proposal-list")).containsText(words);
  }

  private static DemoVisitor newcomer(String path) {
    return DemoVisitor.newcomer(path, 1280, browser, server.address());
  }

  private static void enrol(DemoVisitor visitor, int place) {
    Page page = visitor.page();
    page.getByLabel("Code van je uitnodiging")
        .fill(server.codes().get(place).code().replaceAll("(.{5})", "$1-"));
    tap(visitor, "Ga verder");
    assertThat(heading(visitor)).hasText("Welkom bij Kring Proef");
    assertThat(page.locator("main")).containsText("kan tekenen voor het kantoor");
    if (place == 0) {
      visitor.look("office-joining");
    }
    page.getByLabel("Je naam").fill("Kantoor " + place);
    tap(visitor, "Doe mee");
    tap(visitor, "Open het kantoor");
    assertThat(page.locator("main nav")).containsText("Bank");
  }

  private static void openAProgramme(DemoVisitor treasurer) {
    Page page = treasurer.page();
    page.navigate(server.address() + "/office?room=rules");
    page.getByText("Open een rekening voor een programma").click();
    Locator form = page.locator("om-programme-account");
    form.getByLabel("Naam van de rekening").fill("Niet Goed");
    form.getByRole(AriaRole.BUTTON).click();
    assertThat(form).containsText("Alleen kleine letters");
    form.getByLabel("Naam van de rekening").fill("gezinnen-2027");
    treasurer.look("office-programme-account");
    form.getByRole(AriaRole.BUTTON).click();
    assertThat(form).containsText("De rekening gezinnen-2027 is open");
    assertThat(page.locator("om-programme-list")).containsText("gezinnen-2027");
  }

  /** Lays a device ready, as the treasurer at the desk does it. */
  private static void takeOn(
      DemoVisitor device, DemoVisitor treasurer, String account, String holder) {
    device.tolerateRefusals(); // it asks whether it is known by now
    device.page().locator("om-qr-code").waitFor();
    Page page = treasurer.page();
    page.navigate(server.address() + "/office?room=work");
    Locator desk = page.locator("om-member-desk");
    desk.getByLabel("Rekening, of de naam van de winkel").fill(account);
    desk.getByText("Zoek de rekening").last().click();
    desk.getByLabel("Link van het nieuwe toestel").fill(server.address() + device.shownCode());
    desk.getByText("Ga verder").click();
    Locator terms = desk.locator("om-key-terms");
    terms.getByRole(AriaRole.BUTTON).click();
    assertThat(terms).containsText("Alleen kleine letters");
    terms.getByLabel("Van wie dit toestel is").fill(holder);
    if (account.equals("operator")) {
      terms.getByRole(AriaRole.BUTTON).click();
      assertThat(terms).containsText("Kies wat dit toestel mag.");
      terms.getByLabel("beheren").check();
      treasurer.look("office-key-terms");
    }
    terms.getByRole(AriaRole.BUTTON).click();
    assertThat(desk).containsText("Ligt klaar");
  }

  private static void agree(DemoVisitor chair) {
    chair.page().navigate(server.address() + "/office?room=work");
    Locator list = chair.page().locator("om-proposal-list");
    list.getByText("Teken mee").click();
    assertThat(list).containsText("Getekend. Het staat in de boeken.");
  }

  private static void tap(DemoVisitor visitor, String text) {
    visitor.page().locator("main").getByText(text).first().click();
  }

  private static Locator heading(DemoVisitor visitor) {
    return visitor.page().getByRole(AriaRole.HEADING).first();
  }
}
