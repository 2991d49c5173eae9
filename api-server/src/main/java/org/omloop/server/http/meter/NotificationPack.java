package org.omloop.server.http.meter;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.http.problem.Language;
import org.omloop.server.identity.Dossier;
import org.omloop.server.members.Member;
import org.omloop.server.meters.Meters;
import org.omloop.server.rules.PolicyChange;
import org.omloop.server.rules.PolicyHistory;

/**
 * What a supervisor asks of a limited network, as tables for spreadsheets and the meters as JSON, in one ZIP. What the
 * dossiers do not tell of a contract is an empty column to fill in. Confined to one thread.
 */
final class NotificationPack {
  private final Order.Genesis genesis;
  private final Meters meters;
  private final JsonObject json;
  private final Network network;
  private final Map<AccountId, Member> members;
  private final Map<AccountId, Dossier> dossiers;
  private final PolicyHistory history;
  private final Language language;

  NotificationPack(
      Order.Genesis genesis,
      Meters meters,
      JsonObject json,
      Network network,
      List<Member> listed,
      Map<AccountId, Dossier> dossiers,
      PolicyHistory history,
      Language language) {
    this.genesis = genesis;
    this.meters = meters;
    this.json = json;
    this.network = network;
    this.members = listed.stream().collect(toMap(Member::account, each -> each));
    this.dossiers = dossiers;
    this.history = history;
    this.language = language;
  }

  /** Returns the archive. */
  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, "meters.json", json.encodePrettily() + "\n");
      add(zip, named("aangesloten", "acceptors"), acceptors());
      add(zip, named("volume-per-maand", "volume-by-month"), months());
      add(zip, named("betaalmiddelen", "instruments"), instruments());
      add(zip, named("regels", "rules"), rules());
      add(zip, named("wijzigingen-van-regels", "changes-of-rules"), changes());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of bytes in memory
    }
    return bytes.toByteArray();
  }

  /** The journal's own time, so that the same state gives the same bytes. */
  private void add(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(meters.today().atStartOfDay());
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String named(String dutch, String english) {
    return say(dutch, english) + ".csv";
  }

  private String acceptors() {
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row(
        say("rekening", "account"),
        say("naam", "name"),
        say("statutaire naam", "legal name"),
        say("adres", "address"),
        say("buurt", "neighbourhood"),
        say("gebiedscode", "area code"),
        say("branchecode", "sector code"),
        say("soort", "role"),
        say("toegelaten op (UTC)", "admitted on (UTC)"),
        say("stand", "status"),
        say("contract: kenmerk", "contract: reference"),
        say("contract: datum", "contract: date"),
        say("KVK-nummer", "trade register number")));
    network.acceptors().forEach(each -> text.append(acceptor(each)));
    return text.toString();
  }

  private String acceptor(Account account) {
    Optional<Member> member = Optional.ofNullable(members.get(account.id()));
    Dossier dossier = dossiers.getOrDefault(account.id(), Dossier.EMPTY);
    Optional<LocalDate> opened = Optional.ofNullable(meters.opened().get(account.id()));
    return Csv.row(
        account.id().value(),
        Csv.text(member.map(Member::name).orElse("")),
        Csv.text(member.map(Member::legalName).orElse("")),
        Csv.text(member.map(Member::street).orElse("")),
        Csv.text(member.map(Member::neighbourhood).orElse("")),
        account.classification().area(),
        account.classification().sector(),
        account.classification().role().wireName(),
        opened.map(LocalDate::toString).orElse(""),
        account.status().name().toLowerCase(Locale.ROOT),
        Csv.text(dossier.text("contractNumber")),
        Csv.text(dossier.text("contractDate")),
        Csv.text(dossier.text("kvk")));
  }

  private String months() {
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row(
        say("maand (UTC)", "month (UTC)"),
        say("aantal", "count"),
        say("bedrag", "amount"),
        say("inkopen van bewoners", "purchases"),
        say("tussen organisaties", "between organisations"),
        say("lonen", "wages"),
        say("tussen bewoners", "between residents"),
        say("bijdragen", "contributions"),
        say("grootste betaling", "largest payment")));
    meters
        .months()
        .forEach((month, volume) -> text.append(Csv.row(
            month.toString(),
            Long.toString(volume.count()),
            decimal(volume.amount()),
            decimal(volume.amount(EntryKind.PURCHASE)),
            decimal(volume.amount(EntryKind.B2B)),
            decimal(volume.amount(EntryKind.WAGE)),
            decimal(volume.amount(EntryKind.GIFT)),
            decimal(volume.amount(EntryKind.CONTRIBUTION)),
            decimal(volume.largest()))));
    return text.toString();
  }

  /** Kinds and counts: whose each is is nobody's business here. */
  private String instruments() {
    Map<String, Long> byKind = new TreeMap<>();
    for (EnrolledKey each : network.instruments()) {
      byKind.merge(each.label().replaceAll("-?\\d+$", ""), 1L, Long::sum);
    }
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row(say("soort", "kind"), say("aantal", "count")));
    byKind.forEach((kind, count) -> text.append(Csv.row(Csv.text(kind), Long.toString(count))));
    return text.toString();
  }

  private String rules() {
    Policy policy = history.at(history.now());
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row(say("instelling", "setting"), say("waarde", "value")));
    for (Setting each : Setting.values()) {
      text.append(Csv.row(each.wireName(), value(each, policy)));
    }
    return text.toString();
  }

  private String changes() {
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.row(
        say("boeking", "entry"),
        say("geboekt op (UTC)", "booked at (UTC)"),
        say("geldt vanaf (UTC)", "holds from (UTC)"),
        say("instelling", "setting"),
        say("oud", "old"),
        say("nieuw", "new"),
        say("getekend door sleutels", "signed by keys")));
    Policy policy = Policy.INITIAL;
    for (PolicyChange each : history.changes()) {
      Policy after = policy.with(each.settings());
      for (Setting setting : new TreeMap<>(each.settings()).keySet()) {
        text.append(Csv.row(
            Long.toString(each.index()),
            BookingText.time(each.bookedAt()),
            Instant.ofEpochSecond(each.effective()).toString(),
            setting.wireName(),
            value(setting, policy),
            value(setting, after),
            String.join(" ", each.signers().stream().map(key -> key.text()).toList())));
      }
      policy = after;
    }
    return text.toString();
  }

  private String value(Setting setting, Policy policy) {
    Object value = policy.value(setting).orElse("");
    if (setting.form() == Setting.Form.AMOUNT && value instanceof Long amount) {
      return decimal(amount);
    }
    if (value instanceof List<?> list) {
      return Csv.text(String.join(" ", list.stream().map(Object::toString).toList()));
    }
    return Csv.text(value.toString());
  }

  private String say(String dutch, String english) {
    return language == Language.NL ? dutch : english;
  }

  private String decimal(long minorUnits) {
    return Csv.decimal(minorUnits, genesis.scale());
  }
}
