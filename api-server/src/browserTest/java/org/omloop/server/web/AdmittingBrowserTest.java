package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody asks to join, is admitted, takes part, and leaves without a trace: guided by the screens alone. */
class AdmittingBrowserTest {
  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  private DemoVisitor office() {
    DemoVisitor office = visits.become("Kantoor, nodigt", 1280);
    visits.enter(office, "members");
    return office;
  }

  private static void press(DemoVisitor visitor, String name) {
    visitor
        .page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
        .first()
        .click();
  }

  private DemoVisitor applicant(String name) {
    DemoVisitor visitor = visits.newcomer("/apply", 360);
    visitor.page().getByLabel("Je naam").fill(name);
    visitor.page().getByLabel("E-mailadres").fill("nieuw@mail.example");
    return visitor;
  }

  private static Locator application(DemoVisitor office, String name) {
    return office
        .page()
        .locator("om-application-list li")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  void aShopAppliesIsAdmittedAndIsFound() {
    DemoVisitor shop = visits.newcomer("/join", 360);
    shop.page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Nog geen uitnodiging? Meld je aan"))
        .click();
    shop.page().getByText("Een winkel of organisatie").click();
    shop.page().getByLabel("Naam op de deur").fill("Theehuis De Zwaluw");
    shop.page().getByLabel("Naam in het handelsregister").fill("De Zwaluw B.V.");
    shop.page().getByLabel("KVK-nummer").fill("1122");
    shop.page().getByLabel("Straat en nummer").fill("Tuinpad 5");
    shop.page().getByLabel("E-mailadres").fill("zwaluw@mail.example");
    shop.page().getByLabel("Wat doe je?").selectOption("SBI2008:56");
    shop.look("apply-organisation");
    assertEquals(List.of(), Accessibility.violations(shop.page()));
    press(shop, "Verstuur");
    assertThat(shop.page().getByRole(AriaRole.ALERT)).containsText("KVK-nummer");
    shop.page().getByLabel("KVK-nummer").fill("11223344");
    press(shop, "Verstuur");
    assertThat(shop.page().locator("om-apply-form")).containsText("Gelukt");
    shop.page().setViewportSize(320, 740);
    shop.assertNothingBesideTheScreen();

    DemoVisitor office = office();
    Locator line = application(office, "Theehuis De Zwaluw");
    assertThat(line).containsText("11223344");
    office.look("office-applications");
    assertEquals(List.of(), Accessibility.violations(office.page()));
    line.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Laat toe")))
        .click();
    assertThat(office.page().locator("om-application-list article")).containsText("Uitnodiging");
    office.look("office-admitted");
    assertThat(application(office, "Theehuis De Zwaluw")).hasCount(0);
    assertThat(office.page().locator("om-application-list article")).containsText("Rekening: ");
    String code =
        (String) office.page().locator("om-qr-code").evaluate("element => element.code.text");

    office.page().getByLabel("Naam, e-mailadres, IBAN, KVK-nummer of rekening").fill("zwaluw");
    press(office, "Zoek");
    assertThat(office.page().locator("om-member-search")).containsText("Gevonden: 1");
    press(office, "Theehuis De Zwaluw");
    Locator dossier = office.page().locator("om-member-dossier");
    assertThat(dossier).containsText("De rekening is open.");
    assertThat(dossier.getByLabel("KVK-nummer")).hasValue("11223344");
    assertThat(dossier.getByLabel("Branche (SBI)")).hasValue("SBI2008:56");
    dossier.getByLabel("Notitie").fill("Contract volgt");
    dossier.getByLabel("Hoe is vastgesteld wie dit is?").selectOption("register");
    press(office, "Zet iemand erbij");
    Locator contact = dossier.locator("om-contact-list fieldset");
    contact.getByLabel("Naam").fill("Cato de Vries");
    contact.getByLabel("Telefoon").fill("020 123 45 67");
    press(office, "Bewaar");
    assertThat(dossier).containsText("Bewaard.");
    assertThat(contact.getByLabel("Naam")).hasValue("Cato de Vries");
    assertThat(dossier).containsText("Het niveau rust op: Uittreksel uit het handelsregister.");
    dossier.getByLabel("Niveau").selectOption("1");
    press(office, "Teken de verandering");
    assertThat(dossier).containsText("Getekend.");
    assertThat(dossier.getByLabel("Niveau")).hasValue("1");
    dossier.getByLabel("Buurt, voor iedereen").fill("Oosterpark");
    press(office, "Teken, en maak dit voor iedereen leesbaar");
    assertThat(dossier.locator("om-public-name-form")).containsText("Getekend.");
    press(office, "Zet de rekening stil");
    press(office, "Ja, zet stil");
    assertThat(dossier).containsText("De rekening staat stil.");
    press(office, "Laat de rekening weer werken");
    assertThat(dossier).containsText("De rekening is open.");
    office.look("office-dossier");
    assertEquals(List.of(), Accessibility.violations(office.page()));
    office.page().setViewportSize(320, 740);
    office.assertNothingBesideTheScreen();

    shop.page().navigate(visits.address() + code.substring(code.indexOf("/I/")));
    assertThat(shop.page().getByLabel("Je naam")).hasValue("Theehuis De Zwaluw");
  }

  @Test
  void whoIsRefusedReadsWhyOnTheirOwnPage() {
    DemoVisitor applicant = applicant("Wim Buiten");
    press(applicant, "Verstuur");
    assertThat(applicant.page().locator("om-apply-form")).containsText("Gelukt");
    String link = applicant.page().locator("om-apply-form a").getAttribute("href");
    DemoVisitor office = office();
    Locator line = application(office, "Wim Buiten");
    line.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Wijs af")))
        .click();
    assertThat(line.getByLabel("Waarom?")).isFocused();
    line.getByLabel("Waarom?").selectOption("outside-area");
    line.getByLabel("In eigen woorden").fill("Vraag het de kring in West.");
    office.look("office-refuse");
    assertEquals(List.of(), Accessibility.violations(office.page()));
    press(office, "Ja, wijs af");
    assertThat(office.page().locator("om-application-list")).containsText("Afgewezen.");
    assertThat(line).hasCount(0);
    office.page().locator("om-application-list select[name=state]").selectOption("refused");
    assertThat(line).containsText("Woont en werkt buiten het gebied");

    applicant.page().reload();
    Locator state = applicant.page().locator("om-application-state");
    assertThat(state).containsText("Je bent niet toegelaten.");
    assertThat(state).containsText("Vraag het de kring in West.");
    applicant.look("apply-refused");
    assertEquals(List.of(), Accessibility.violations(applicant.page()));
    applicant.page().setViewportSize(320, 740);
    applicant.assertNothingBesideTheScreen();
    press(applicant, "Meld je opnieuw aan");
    assertThat(applicant.page().getByLabel("Je naam")).isVisible();

    DemoVisitor elsewhere = visits.newcomer("/apply", 360);
    elsewhere.page().navigate(link);
    elsewhere.page().reload();
    assertThat(elsewhere.page().locator("om-application-state"))
        .containsText("Vraag het de kring in West.");
  }

  @Test
  void twoOperatorsDoNotOpenTwoAccounts() {
    DemoVisitor applicant = applicant("Tweeling Aanmelding");
    press(applicant, "Verstuur");
    assertThat(applicant.page().locator("om-apply-form")).containsText("Gelukt");
    DemoVisitor one = office();
    DemoVisitor other = office();
    assertThat(application(other, "Tweeling")).hasCount(1);
    admit(one);
    assertThat(one.page().locator("om-application-list")).containsText("Toegelaten.");
    admit(other);
    assertThat(other.page().locator("om-application-list"))
        .containsText("Over deze aanmelding is al beslist");
    assertThat(application(other, "Tweeling")).hasCount(0);
    assertThat(other.page().locator("om-application-list article")).hasCount(0);
  }

  private static void admit(DemoVisitor office) {
    application(office, "Tweeling")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Laat toe")))
        .click();
  }

  /** Also where nothing of the second can be read: then nothing of the first stays either. */
  @Test
  void nothingOfOneMemberStandsUnderAnother() {
    DemoVisitor office = office();
    for (String name : List.of("Aagje Wissel", "Bertus Wissel")) {
      DemoVisitor applicant = applicant(name);
      press(applicant, "Verstuur");
      assertThat(applicant.page().locator("om-apply-form")).containsText("Gelukt");
      office.page().reload();
      application(office, name)
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Laat toe")))
          .click();
      assertThat(office.page().locator("om-application-list")).containsText("Toegelaten.");
    }
    office.page().getByLabel("Naam, e-mailadres, IBAN, KVK-nummer of rekening").fill("wissel");
    press(office, "Zoek");
    press(office, "Aagje Wissel");
    Locator dossier = office.page().locator("om-member-dossier");
    assertThat(dossier.getByLabel("Naam, of naam op de deur")).hasValue("Aagje Wissel");
    dossier.getByLabel("Notitie").fill("Alleen van Aagje");
    press(office, "Bertus Wissel");
    assertThat(dossier.getByLabel("Naam, of naam op de deur")).hasValue("Bertus Wissel");
    assertThat(dossier.getByLabel("Notitie")).hasValue("");
    dossier.getByLabel("Notitie").fill("Alleen van Bertus");
    office.page().route("**/v1/accounts/**", Route::abort);
    press(office, "Aagje Wissel");
    assertThat(dossier.locator("form")).hasCount(0);
    assertThat(dossier).not().containsText("Bertus");
  }

  @Test
  void whoLeavesIsErased() {
    DemoVisitor applicant = applicant("Vera Vertrek");
    press(applicant, "Verstuur");
    assertThat(applicant.page().locator("om-apply-form")).containsText("Gelukt");
    DemoVisitor office = office();
    application(office, "Vera Vertrek")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Laat toe")))
        .click();
    assertThat(office.page().locator("om-application-list")).containsText("Toegelaten.");
    office
        .page()
        .getByLabel("Naam, e-mailadres, IBAN, KVK-nummer of rekening")
        .fill("VERTREK vera");
    press(office, "Zoek");
    press(office, "Vera Vertrek");
    Locator dossier = office.page().locator("om-member-dossier");
    press(office, "Hef de rekening op");
    press(office, "Ja, hef op");
    assertThat(dossier).containsText("De rekening is opgeheven.");
    press(office, "Wis dit lid");
    assertThat(dossier.getByRole(AriaRole.ALERT)).containsText("Niemand kan dit terugdraaien");
    office.look("office-erase");
    press(office, "Ja, wis alles");
    assertThat(dossier.locator("pre")).containsText("ey");
    assertThat(dossier.getByLabel("E-mailadres")).hasValue("");
    press(office, "Zoek");
    assertThat(office.page().locator("om-member-search")).containsText("Gevonden: 0");
  }
}
