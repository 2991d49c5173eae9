package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people change a rule, each having seen what it does; and the office reads what the law counts. */
class RulesBrowserTest {
  private static final String NOW = "async () => (await (await fetch('/v1/policies')).json())"
      + ".settings.paymentPerOrderOrganisation";

  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  private DemoVisitor visitor;

  private Page room(String person, int width) {
    visitor = visits.become(person, width);
    visitor
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Regels en meters"))
        .click();
    return visitor.page();
  }

  private static Locator button(Locator where, String name) {
    return where.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)));
  }

  /** By keyboard alone for whoever begins; the second sees the same numbers, worked out anew. */
  @Test
  void aRuleIsChangedByTwoAndBinds() {
    Page one = room("Kantoor, nodigt", 1280);
    Locator rules = one.locator("om-rule-list");
    button(rules, "Verander\\s*: Betalen").press("Enter");
    Locator field = rules.getByLabel("Hoogste betaling van een organisatie");
    field.fill("veel");
    button(rules, "Bekijk wat dit doet").press("Enter");
    assertThat(rules).containsText("Vul een bedrag in, zoals 150,00.");
    assertThat(field).isFocused();
    field.fill("99.999,50");
    button(rules, "Bekijk wat dit doet").press("Enter");
    Locator effects = rules.locator("om-rule-effects");
    assertThat(effects.getByRole(AriaRole.ROW).last()).containsText("geen grens");
    assertThat(effects.getByRole(AriaRole.ROW).last()).containsText("99.999,50");
    assertThat(effects.getByRole(AriaRole.ROW).last())
        .containsText("Rekeningen met meer op zak: 0");
    visitor.look("office-rules-change");
    button(rules, "Teken, en leg klaar").press("Enter");
    assertThat(rules.locator("#said")).containsText("Een tweede beheerder moet nog tekenen.");
    assertThat(rules.locator("#said")).isFocused();

    DemoVisitor second = visits.become("Kantoor, tekent", 390);
    Locator line = second
        .page()
        .locator("om-proposal-list")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText("Een regel van de kring veranderen"));
    assertThat(line).containsText("99.999,50");
    second.look("office-rules-second");
    button(line, "Teken mee").click();
    assertThat(second.page().locator("om-proposal-list")).containsText("Getekend.");
    Object now = second.page().evaluate(NOW);
    assertTrue(now.equals(9_999_950), String.valueOf(now));

    second
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Regels en meters"))
        .click();
    Locator history = second.page().locator("om-rule-history");
    assertThat(history).containsText("99.999,50");
    assertThat(history).containsText("Getekend door");
  }

  /** What the ledger would refuse is said before anybody signs, at the rule it is about. */
  @Test
  void whatCannotHoldIsSaidBeforeSigning() {
    Page page = room("Kantoor, nodigt", 390);
    Locator rules = page.locator("om-rule-list");
    button(rules, "Verander\\s*: Wat openbaar is").click();
    rules.getByLabel("Deelnemers aan elke kant van een cijfer").fill("3");
    button(rules, "Bekijk wat dit doet").click();
    assertThat(rules.locator("om-rule-effects"))
        .containsText("Deelnemers aan elke kant van een cijfer: Zo vertellen de openbare cijfers");
    assertThat(button(rules, "Teken, en leg klaar")).hasCount(0);
    visitor.look("office-rules-refused");
    button(rules, "Laat zoals het is").click();
    assertThat(rules.locator("om-rule-form")).hasCount(0);
  }

  @Test
  void theMetersAreReadAndTheirPackSaved() {
    Page page = room("Kantoor, nodigt", 1280);
    Locator meters = page.locator("om-legal-meters");
    assertThat(meters.getByRole(AriaRole.TABLE).first()).containsText("1.000.000,00");
    assertThat(meters.getByRole(AriaRole.TABLE).nth(1))
        .containsText("Organisaties die betaald kunnen worden");
    String file =
        page.waitForDownload(() -> button(meters, "Bewaar het pakket").click()).suggestedFilename();
    assertTrue(file.matches("omloop-network-\\d{4}-\\d\\d-\\d\\d\\.zip"), file);
    assertThat(page.locator("om-programme-list")).containsText("Uitgedeeld");
    visitor.look("office-meters");
  }

  /** The same room for somebody with a phone, in the other language, when a limit comes near. */
  @Test
  void anAlertIsInWords() {
    visitor = visits.become("Kantoor, nodigt", 390);
    visitor.page().route("**/v1/meters", route -> {
      JsonObject answer = new JsonObject(route.fetch().text());
      answer.getJsonObject("volume").put("alert", 90).put("reachedOn", "2027-02-03");
      route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
          .setContentType("application/json")
          .setBody(answer.encode()));
    });
    visitor
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Regels en meters"))
        .click();
    Locator meters = visitor.page().locator("om-legal-meters");
    assertThat(meters).containsText("Vraag nu advies.");
    assertThat(meters).containsText("3 februari 2027");
    visitor.look("office-meters-alert");
  }
}
