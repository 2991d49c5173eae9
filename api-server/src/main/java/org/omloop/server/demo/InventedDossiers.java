package org.omloop.server.demo;

import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.demo.market.Act;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * What the demo's office knows of its members: all invented, with numbers in the trade register that nobody has and addresses
 * that lead nowhere (RFC 2606 §3). Immutable and thread-safe.
 *
 * @param firstDay when those who are there from the beginning made their contract
 */
public record InventedDossiers(Neighbourhood neighbourhood, LocalDate firstDay) {
  private static final int NUMBERS = 10_000;

  /** Returns the dossiers of those who are there from the beginning. */
  public Map<AccountId, JsonObject> atTheStart() {
    Stream<AccountId> residents = neighbourhood.residents().stream()
        .filter(each -> each.joinsOn() == 0)
        .map(Resident::account);
    Stream<AccountId> organisations = neighbourhood.organisations().stream()
        .filter(each -> each.joinsOn() == 0)
        .map(Organisation::account);
    return of(Stream.concat(residents, organisations), firstDay);
  }

  /** Returns the dossiers of those who joined by these acts, on a day. */
  public Map<AccountId, JsonObject> after(List<Intent> intents, LocalDate day) {
    return of(
        intents.stream().map(Intent::act).filter(Act.Join.class::isInstance).map(each -> ((Act.Join)
                each)
            .account()),
        day);
  }

  private Map<AccountId, JsonObject> of(Stream<AccountId> accounts, LocalDate day) {
    Set<AccountId> whose = accounts.collect(Collectors.toSet());
    Map<AccountId, JsonObject> dossiers = new HashMap<>();
    neighbourhood.residents().stream()
        .filter(each -> whose.contains(each.account()))
        .forEach(each -> dossiers.put(each.account(), of(each)));
    neighbourhood.organisations().stream()
        .filter(each -> whose.contains(each.account()))
        .forEach(each -> dossiers.put(each.account(), of(each, day)));
    return dossiers;
  }

  private static JsonObject of(Resident resident) {
    return new JsonObject()
        .put("name", resident.screenName())
        .put("email", mailbox(resident.screenName(), resident.account()) + "@wijk.example");
  }

  private static JsonObject of(Organisation organisation, LocalDate day) {
    int number = Chance.of(0, "contract of " + organisation.account()).below(NUMBERS);
    return new JsonObject()
        .put("name", organisation.name())
        .put("legalName", organisation.legalName())
        .put("email", "post@" + word(organisation.name()) + ".example")
        .put("street", organisation.address().street())
        .put("neighbourhood", organisation.address().neighbourhood())
        .put("kvk", String.format(Locale.ROOT, "0000%04d", number))
        .put("contractNumber", "proef-" + number)
        .put("contractDate", day.toString())
        .put("identifiedBy", "register")
        .put("identifiedOn", day.toString());
  }

  /** Two may have one name. */
  private static String mailbox(String name, AccountId account) {
    return word(name) + "." + account.value().substring(0, 4);
  }

  private static String word(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[^a-z0-9 ]", "")
        .strip()
        .replaceAll(" +", "-");
  }
}
