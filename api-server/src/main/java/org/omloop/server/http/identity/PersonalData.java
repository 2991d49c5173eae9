package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.directory.Directory;
import org.omloop.server.identity.Application;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.identity.People;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;
import org.omloop.server.notices.Notice;
import org.omloop.server.notices.NoticeStore;
import org.omloop.server.stickers.Sticker;
import org.omloop.server.stickers.StickerStore;

/** All that is kept of somebody outside the journal's entries, for them to have (GDPR article 15). Thread-safe. */
public final class PersonalData {
  private final Directory directory;
  private final People people;
  private final Mailboxes mailboxes;
  private final NoticeStore notices;
  private final MemberStore members;
  private final StickerStore stickers;
  private final Applications applications;
  private final MemberLines lines;

  public PersonalData(
      Directory directory,
      People people,
      Mailboxes mailboxes,
      NoticeStore notices,
      MemberStore members,
      StickerStore stickers,
      Applications applications,
      MemberLines lines) {
    this.directory = directory;
    this.people = people;
    this.mailboxes = mailboxes;
    this.notices = notices;
    this.members = members;
    this.stickers = stickers;
    this.applications = applications;
    this.lines = lines;
  }

  Future<JsonObject> of(Account account) {
    JsonObject json = new JsonObject()
        .put("account", account.id().value())
        .put("role", account.classification().role().wireName())
        .put("sector", account.classification().sector())
        .put("area", account.classification().area())
        .put("level", account.level())
        .put("status", account.status().wireName());
    return people
        .of(account.id())
        .onSuccess(person -> json.put(
            "dossier", person.map(each -> each.dossier()).orElse(Dossier.EMPTY).json()))
        .compose(person -> people.bankAccounts(account.id()))
        .onSuccess(banks -> json.put("bankAccounts", list(banks, PersonalData::bank))
            .put("keys", list(keys(account), PersonalData::key)))
        .compose(banks -> stickers.of(account.id()))
        .onSuccess(all -> json.put("stickers", list(all, PersonalData::sticker)))
        .compose(all -> lines.of(account.id()))
        .onSuccess(all -> json.put("bankLines", list(all, PersonalData::line)))
        .compose(all -> mailboxes.of(account.id()))
        .onSuccess(found -> found.ifPresent(each -> json.put("mailbox", mailbox(each))))
        .compose(found -> notices.of(account.id()))
        .onSuccess(all -> json.put("notices", list(all, PersonalData::notice)))
        .compose(found -> applications.of(account.id()))
        .onSuccess(found -> found.ifPresent(each -> json.put("application", application(each))))
        .compose(found -> members.all())
        .onSuccess(all -> all.stream()
            .filter(each -> each.account().equals(account.id()))
            .forEach(each -> json.put("publicName", publicName(each))))
        .map(all -> json);
  }

  private static <T> JsonArray list(List<T> all, Function<T, JsonObject> as) {
    return new JsonArray(all.stream().map(as).toList());
  }

  private List<EnrolledKey> keys(Account account) {
    return directory.keys().stream()
        .filter(key -> key.account().equals(account.id()))
        .toList();
  }

  private static JsonObject bank(BankAccount each) {
    return new JsonObject()
        .put("iban", each.iban())
        .put("name", each.name())
        .put("ibanHash", each.ibanHash());
  }

  private static JsonObject key(EnrolledKey key) {
    return new JsonObject()
        .put("key", key.id().text())
        .put("label", key.label())
        .put("revoked", key.revoked());
  }

  private static JsonObject sticker(Sticker each) {
    return new JsonObject()
        .put("sticker", each.id().text())
        .put("text", each.text().orElse(""))
        .put("madeAt", Instant.ofEpochSecond(each.madeAt()).toString());
  }

  private static JsonObject line(KeptLine kept) {
    BankLine line = kept.line();
    JsonObject json = new JsonObject()
        .put("bookedDate", line.booked().toString())
        .put("side", line.isCredit() ? "credit" : "debit")
        .put("amount", line.cents())
        .put("name", line.otherName())
        .put("text", line.text());
    line.otherIban().ifPresent(iban -> json.put("iban", iban.text()));
    return json;
  }

  /** With the address before, where warnings still go: that is kept as well. */
  private static JsonObject mailbox(Mailbox box) {
    return MailboxJson.of(box).put("former", box.former().orElse(""));
  }

  private static JsonObject notice(Notice each) {
    return new JsonObject()
        .put("told", each.kind().wireName())
        .put("about", each.about())
        .put("toldAt", Instant.ofEpochSecond(each.madeAt()).toString());
  }

  private static JsonObject application(Application each) {
    return new JsonObject()
        .put("kind", each.kind())
        .put("state", each.state())
        .put("madeAt", Instant.ofEpochSecond(each.person().madeAt()).toString());
  }

  private static JsonObject publicName(Member each) {
    return new JsonObject()
        .put("name", each.name())
        .put("legalName", each.legalName())
        .put("street", each.street())
        .put("neighbourhood", each.neighbourhood());
  }
}
