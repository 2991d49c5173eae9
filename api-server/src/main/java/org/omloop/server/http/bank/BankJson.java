package org.omloop.server.http.bank;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.omloop.server.bank.BankDays;
import org.omloop.server.bank.BankDesk;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.Checked;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.bank.KeptStatement;
import org.omloop.server.payouts.EndToEndId;

/** What is known of the bank, as the API has it. */
final class BankJson {
  private BankJson() {}

  static JsonObject outcome(BankDesk.Outcome taken) {
    return new JsonObject()
        .put("outcome", taken.outcome())
        .put("statements", new JsonArray(taken.statements()))
        .put("lines", taken.lines())
        .put(
            "checks",
            new JsonArray(taken.checks().stream().map(BankJson::checked).toList()));
  }

  private static JsonObject checked(Checked checked) {
    return new JsonObject()
        .put("check", checked.check().name())
        .put("result", checked.result().wireName())
        .put("reason", checked.reason())
        .put("facts", checked.facts());
  }

  static JsonObject statement(KeptStatement kept) {
    String state = kept.isHeld()
        ? "held"
        : !kept.refusal().isEmpty() ? "refused" : kept.entry().isPresent() ? "stated" : "waiting";
    JsonObject json = new JsonObject()
        .put("statement", kept.id())
        .put("page", kept.page())
        .put("state", state)
        .put("iban", kept.account())
        .put("openingDate", kept.openingDate().toString())
        .put("closingDate", kept.closingDate().toString())
        .put("opening", kept.opening())
        .put("credits", kept.credits())
        .put("debits", kept.debits())
        .put("closing", kept.closing())
        .put("fileHash", kept.fileHash())
        .put("receivedAt", Instant.ofEpochSecond(kept.receivedAt()).toString());
    kept.number().ifPresent(number -> json.put("number", number));
    kept.electronicNumber().ifPresent(number -> json.put("electronicNumber", number));
    kept.entry().ifPresent(entry -> json.put("index", entry));
    return json;
  }

  /**
   * @param today by which the line's age is told
   * @param isOffice whether it is for the office, which has to know who paid; others audit amounts
   */
  static JsonObject line(KeptLine kept, LocalDate today, boolean isOffice) {
    BankLine line = kept.line();
    JsonObject json = new JsonObject()
        .put("line", line.key())
        .put("statement", kept.statement())
        .put("state", kept.state().wireName())
        .put("side", line.isCredit() ? "credit" : "debit")
        .put("amount", line.cents())
        .put("bookedDate", line.booked().toString())
        .put("valueDate", line.valued().toString())
        .put("bankDays", BankDays.between(line.booked(), today))
        .put("reversal", line.isReversal())
        .put("bankReference", line.bankReference())
        .put("endToEndId", isOffice ? line.endToEndId() : "")
        .put("references", new JsonArray(line.references()))
        .put("text", isOffice ? line.text() : "")
        .put("otherName", isOffice ? line.otherName() : "")
        .put("returnReason", line.returnReason())
        .put("reason", kept.reason());
    EndToEndId.redemption(line.endToEndId())
        .filter(redemption -> isOffice)
        .ifPresent(redemption -> json.put("redemption", redemption.toString()));
    line.otherIban().filter(iban -> isOffice).ifPresent(iban -> json.put("otherIban", iban.text()));
    kept.account().ifPresent(account -> json.put("account", account.value()));
    kept.entry().ifPresent(entry -> json.put("index", entry));
    return json;
  }
}
