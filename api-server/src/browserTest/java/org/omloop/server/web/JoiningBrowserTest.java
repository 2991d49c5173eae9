package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** From an invitation to an account on the phone; a second device; a till for somebody else; blocking one. */
@ExtendWith({Chromium.class, SharedDemo.class})
class JoiningBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  private static DemoVisitor become(String who) {
    return DemoVisitor.become(who, 360, browser, demo.address());
  }

  private static DemoVisitor newcomer(String path) {
    return DemoVisitor.newcomer(path, 360, browser, demo.address());
  }

  private static void tap(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(button)))
        .first()
        .click();
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING).first();
  }

  private static String codeOf(Page page) {
    return (String) page.locator("om-qr-code").evaluate("element => element.code.text");
  }

  private static String pathOf(Page page) {
    String code = codeOf(page);
    return code.substring(code.indexOf('/', "https://".length()));
  }

  @Test
  void aResidentIsInvitedAndTakesPart() {
    DemoVisitor office = become("Kantoor, nodigt");
    tap(office.page(), "Maak de uitnodiging");
    Locator letter = office.page().locator("om-invitation-form article");
    assertThat(letter).containsText("Uitnodiging van Kring Oost");
    office.keepPicture("office-invitation");
    assertEquals(List.of(), Accessibility.violations(office.page()));
    String invitation = pathOf(office.page());

    DemoVisitor resident = newcomer(invitation);
    assertThat(heading(resident.page())).hasText("Welkom bij Kring Oost");
    assertEquals(List.of(), Accessibility.violations(resident.page()));
    resident.keepPicture("join-asking");
    resident.poseForDocuments("join");
    resident.page().getByLabel("Je naam").fill("Zoë d’Angelo");
    tap(resident.page(), "Doe mee");
    assertThat(heading(resident.page())).hasText("Gelukt. Je doet mee.");
    resident.keepPicture("join-joined");
    resident.page().getByRole(AriaRole.LINK, named("Open je portemonnee")).click();
    assertThat(heading(resident.page())).hasText("Zoë d’Angelo");
    assertThat(resident.page().locator(".balance")).containsText("0,00");

    DemoVisitor thief = newcomer(invitation);
    assertThat(thief.page().locator("main")).containsText("Deze uitnodiging is al gebruikt");
    thief.keepPicture("join-used");
    thief.close();
    resident.close();
    office.close();
  }

  @Test
  void aShopIsInvitedByItsNameAndFoundByOthers() {
    DemoVisitor office = become("Kantoor, nodigt");
    office.page().getByText("Een winkel of organisatie").click();
    office.page().getByLabel("Naam op de deur").fill("Theehuis De Vlinder");
    office.page().getByLabel("Naam in het handelsregister").fill("De Vlinder B.V.");
    office.page().getByLabel("Straat en nummer").fill("Tuinpad 3");
    office.page().getByLabel("Buurt").fill("Werfkwartier");
    tap(office.page(), "Maak de uitnodiging");
    office.page().locator("om-qr-code").waitFor();
    String code = pathOf(office.page()).substring("/I/".length());

    DemoVisitor shop = newcomer("/join");
    shop.page().getByLabel("Code van je uitnodiging").fill("te kort");
    tap(shop.page(), "Ga verder");
    assertThat(shop.page().getByRole(AriaRole.ALERT)).containsText("26 tekens");
    shop.page()
        .getByLabel("Code van je uitnodiging")
        .fill(code.toLowerCase(Locale.ROOT).replaceAll("(.{5})", "$1 "));
    tap(shop.page(), "Ga verder");
    assertThat(shop.page().getByLabel("Je naam")).hasValue("Theehuis De Vlinder");
    tap(shop.page(), "Doe mee");
    shop.page().getByRole(AriaRole.LINK, named("Open de kassa")).click();
    assertThat(heading(shop.page())).hasText("Theehuis De Vlinder");

    DemoVisitor resident = become("Bewoner");
    tap(resident.page(), "Waar kan ik betalen");
    assertThat(resident.page().locator("om-place-list")).containsText("Theehuis De Vlinder");
    resident.close();
    shop.close();
    office.close();
  }

  @Test
  void aSecondDeviceIsTakenOnAndBlockedAgain() {
    DemoVisitor first = become("Bewoner");
    DemoVisitor second = newcomer("/device");
    second.page().locator("om-qr-code").waitFor();
    second.keepPicture("device-new");
    assertEquals(List.of(), Accessibility.violations(second.page()));
    String letters = second.page().locator("om-new-key .letters").textContent();

    first.page().navigate(demo.address() + pathOf(second.page()));
    Locator devices = first.page().locator("om-device-list");
    assertThat(devices.locator(".letters")).hasText(letters);
    first.keepPicture("device-take-on");
    assertEquals(List.of(), Accessibility.violations(first.page()));
    tap(first.page(), "Ja, dit is van mij");
    assertThat(devices).containsText("Gelukt. Het nieuwe toestel doet mee.");

    assertThat(heading(second.page())).hasText("Gelukt. Dit toestel doet mee.");
    second.page().getByRole(AriaRole.LINK, named("Open je portemonnee")).click();
    assertThat(second.page().locator(".balance")).containsText(",");
    Locator row = devices.locator("li").filter(new Locator.FilterOptions().setHasText(letters));
    row.getByRole(AriaRole.BUTTON).click();
    row.getByRole(AriaRole.BUTTON).click();
    assertThat(devices).containsText("Geblokkeerd.");
    first.keepPicture("device-blocked");
    second.page().reload();
    assertThat(second.page().locator("main")).containsText("Deze telefoon kan nu niet betalen");
    second.tolerateRefusals();
    second.close();
    first.close();
  }

  @Test
  void somebodyAtTheTillReceivesAndNeverPays() {
    DemoVisitor owner = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    DemoVisitor cashier = newcomer("/device");
    cashier.page().locator("om-qr-code").waitFor();
    owner.page().evaluate(DemoVisitor.COPY_ENROLMENT, List.of("till", "wallet"));
    owner.page().navigate(demo.address() + pathOf(cashier.page()));
    owner.page().getByLabel("Geeft terug tot €").fill("5");
    tap(owner.page(), "Voor de kassa");
    cashier.page().getByRole(AriaRole.LINK, named("Open de kassa")).click();
    for (String key : List.of("1", "00")) {
      cashier
          .page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(key).setExact(true))
          .click();
    }
    assertThat(cashier.page().locator("om-sale-stage")).hasAttribute("state", "waiting");
    tap(owner.page(), "Terug");
    tap(owner.page(), "Mijn toestellen");
    assertThat(owner.page().locator("om-device-list")).containsText("Iemand aan de kassa");
    owner.keepPicture("device-list");
    cashier.tolerateRefusals();
    cashier.close();
    owner.close();
  }

  @Test
  void anAuditorSeesEachEntryChecked() {
    DemoVisitor auditor = DemoVisitor.become("Controleur", 1280, browser, demo.address());
    auditor.page().getByRole(AriaRole.LINK, named("Boekingen")).click();
    Locator rows = auditor.page().locator("om-latest-entries tbody tr");
    assertThat(rows).hasCount(20);
    for (String row : rows.allTextContents()) {
      assertTrue(row.strip().endsWith("klopt"), row);
    }
    auditor.keepPicture("office-auditor");
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      auditor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      assertEquals(List.of(), Accessibility.violations(auditor.page()));
    }
    auditor.page().setViewportSize(320, 740);
    auditor.assertNothingBesideTheScreen();
    assertEquals(
        0,
        auditor
            .page()
            .locator("om-latest-entries .table")
            .evaluate("each => each.scrollWidth - each.clientWidth"),
        "pixels of the table that are out of sight");
    assertThat(rows.first().getByRole(AriaRole.CELL)).not().hasCount(0);
    assertEquals(List.of(), Accessibility.violations(auditor.page()));
    auditor.keepPicture("office-auditor-320");
    auditor.close();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
