package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A programme's two people hand out to a list: one taps once for all of it, and so does the other. */
class HandOutBrowserTest {
  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  private static Locator button(Page page, String name) {
    return page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)))
        .first();
  }

  @Test
  void aListIsHandedOutByTwo() {
    DemoVisitor resident = visits.become("Bewoner", 1, 390);
    String account =
        (String) resident.page().locator("om-wallet-home").evaluate("home => home.account");
    DemoVisitor first = visits.become("Programma, deelt", 1280);
    Page one = first.page();
    one.getByLabel("Naam van de uitdeling").fill("proef-2026");
    one.locator("textarea")
        .fill("wie;bedrag\nniemand-hier;5,00\n" + account + ";veel\n" + account + ";0,50\n"
            + account + ";0,50\n\nBakkerij De Korenaar;0,75");
    button(one, "Kijk de lijst na").click();
    Locator checked = one.locator("om-hand-out-form").getByRole(AriaRole.TABLE);
    assertThat(checked).containsText("deze rekening is er niet");
    assertThat(checked).containsText("geen bedrag");
    assertThat(checked).containsText("staat er al op");
    assertThat(one.locator("om-hand-out-form")).containsText("Regels met een fout: 3.");
    first.look("office-hand-out-faults");
    one.locator("textarea").fill(account + ";0,50\nBakkerij De Korenaar;0,75");
    button(one, "Kijk de lijst na").click();
    assertThat(checked.getByRole(AriaRole.ROW)).hasCount(3);
    button(one, "Teken, en leg klaar").click();
    assertThat(one.locator("om-hand-out-form")).containsText("Ligt klaar.");
    assertThat(one.locator("om-batch-list")).containsText("Iemand anders moet tekenen.");

    DemoVisitor second = visits.become("Programma, zet", 390);
    Locator list = second.page().locator("om-batch-list");
    assertThat(list).containsText("proef-2026");
    list.getByText("Iedereen op de lijst").click();
    assertThat(list).containsText("Bakkerij De Korenaar");
    second.look("office-hand-out-second");
    button(second.page(), "Teken alles mee").click();
    assertThat(list).containsText("2 keer uitgedeeld.");
    assertThat(list).containsText("Er ligt niets klaar.");

    DemoVisitor office = visits.become("Kantoor, nodigt", 1280);
    office
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Regels en meters"))
        .click();
    assertThat(office.page().locator("om-programme-list")).containsText("proef-2026");
  }

  private static Locator lay(Page office, String name, String budget) {
    office
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Regels en meters"))
        .click();
    Locator list = office.locator("om-programme-list");
    list.getByText("Leg een programma vast").click();
    Locator form = list.locator("om-programme-form");
    button(office, "Bekijk wat dit kost").click();
    assertThat(form).containsText("Vul een bedrag in, zoals 150,00.");
    form.getByLabel("Naam").fill(name);
    form.getByLabel("Budget").fill(budget);
    form.getByLabel("Laatste dag").fill(LocalDate.now().plusDays(30).toString());
    form.getByLabel("Hooguit per persoon").fill("0,25");
    form.getByLabel("Wie zelf uitdeelt").fill("Bakkerij De Korenaar");
    button(office, "Bekijk wat dit kost").click();
    assertThat(form).containsText("Dit kost hooguit € " + budget);
    return form;
  }

  /** With a name that is there already it is a change, and that is said. */
  private static void layAgain(DemoVisitor office, String name) {
    Locator form = lay(office.page(), name, "40,00");
    assertThat(form).containsText("Dit verandert " + name);
    Locator budget =
        form.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Budget"));
    assertThat(budget.getByRole(AriaRole.CELL).first()).hasText("€ 30,00");
    assertThat(budget.getByRole(AriaRole.CELL).last()).hasText("€ 40,00");
    office.look("office-programme-change");
    button(office.page(), "Laat zoals het is").click();
    assertThat(form).hasCount(0);
  }

  private static Locator told(Page till) {
    return till.locator("om-hand-out-screen .outcome");
  }

  private static void scan(Page till, String code) {
    till.locator("om-hand-out-screen").getByRole(AriaRole.TEXTBOX).fill(code);
    till.keyboard().press("Enter");
  }

  /** Two phones: a volunteer's, which is the till of a partner, and a resident's. The office looks on, and stops it. */
  @Test
  void aPartnersTillHandsOutOnceToEachUntilTheOfficeStopsIt() {
    DemoVisitor office = visits.become("Kantoor, nodigt", 1280);
    Page rules = office.page();
    assertThat(lay(rules, "buurtfeest", "30,00")).containsText("Genoeg voor zoveel mensen");
    office.look("office-programme-form");
    rules
        .locator("om-programme-form")
        .getByText("Teken, en leg klaar voor de tweede")
        .click();
    assertThat(rules.locator("om-programme-list #said")).containsText("Een tweede beheerder moet");

    DemoVisitor second = visits.become("Kantoor, tekent", 390);
    Locator line = second
        .page()
        .locator("om-proposal-list")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText("Een programma vastleggen"));
    assertThat(line).containsText("Bakkerij De Korenaar");
    second.look("office-programme-second");
    line.getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*Teken mee")))
        .click();
    assertThat(second.page().locator("om-proposal-list")).containsText("Getekend.");

    Page resident = visits.become("Bewoner", 2, 390).page();
    button(resident, "Mijn code").click();
    String code = resident.locator("om-code-screen .letters").textContent();
    DemoVisitor volunteer = visits.become("Bakker, mag alles", 390);
    Page till = volunteer.page();
    button(till, "Uitdelen").click();
    assertThat(told(till)).hasText("Klaar om te scannen.");
    scan(till, "00000");
    assertThat(told(till)).hasText("Dit is geen eigen code van een bewoner.");
    till.context().setOffline(true);
    scan(till, code);
    assertThat(told(till)).hasText("Geen verbinding. Probeer het opnieuw.");
    till.context().setOffline(false);
    scan(till, code);
    assertThat(told(till)).hasText("Gegeven");
    volunteer.look("till-hand-out-given");
    scan(till, code);
    assertThat(told(till)).hasText("Al gekregen. Ieder krijgt het één keer.");
    volunteer.look("till-hand-out-again");

    Locator list = rules.locator("om-programme-list");
    assertThat(list).containsText("(1%)"); // by itself
    office.look("office-programme-running");
    layAgain(office, "buurtfeest");
    button(rules, "Stop het uitdelen").click();
    button(rules, "Stop nu").click();
    assertThat(list.locator("#said")).containsText("buurtfeest is gestopt.");
    scan(till, code);
    assertThat(told(till)).hasText("Dit uitdelen is voorbij of gestopt.");
  }
}
