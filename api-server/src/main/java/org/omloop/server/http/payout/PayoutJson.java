package org.omloop.server.http.payout;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.payouts.BankWord;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.Debtor;
import org.omloop.server.payouts.Draft;
import org.omloop.server.payouts.PaymentFile;
import org.omloop.server.payouts.Payout;
import org.omloop.server.payouts.Step;

/** Payouts and batches as the API tells them. */
final class PayoutJson {
  private PayoutJson() {}

  /** Everything, for the office. */
  static JsonObject of(Case it) {
    JsonObject json = facts(it.payout())
        .put("account", it.payout().asked().from().value())
        .put("index", it.payout().redeem().index())
        .put("state", it.state())
        .put("isPayable", it.transfer().isPresent());
    it.transfer().ifPresent(transfer -> json.put("endToEndId", transfer.endToEndId()));
    it.bank().ifPresent(word -> json.put("bank", of(word)));
    it.batch().ifPresent(batch -> json.put("batch", batch.draft().batch().toString()));
    it.payee()
        .ifPresent(payee -> json.put(
            "payee",
            new JsonObject()
                .put("name", payee.name())
                .put("sepaName", payee.sepaName())
                .put("iban", payee.iban())));
    return json;
  }

  private static JsonObject of(BankWord word) {
    JsonObject json = new JsonObject()
        .put("kind", word.kind().wireName())
        .put("line", word.line().key())
        .put("bookedDate", word.line().booked().toString())
        .put("amount", word.line().cents())
        .put("name", word.line().otherName());
    word.line().otherIban().ifPresent(iban -> json.put("iban", iban.text()));
    word.fault().ifPresent(fault -> json.put("fault", fault.wireName()));
    return json;
  }

  /** What its member may know. */
  static JsonObject ofOwn(Payout payout, boolean isUnderWay) {
    boolean isWaiting = payout.stage() == Payout.Stage.REQUESTED;
    return facts(payout)
        .put("state", isWaiting && isUnderWay ? "under-way" : payout.stage().wireName());
  }

  private static JsonObject facts(Payout payout) {
    JsonObject json = new JsonObject()
        .put("order", payout.order().toString())
        .put("requestedAt", BookingText.time(payout.redeem().bookedAt()))
        .put("amount", payout.asked().amount().minorUnits())
        .put("fee", payout.fee())
        .put("payout", payout.amount())
        .put("purpose", payout.asked().purpose().wireName())
        .put("since", payout.since().toString());
    payout.rejection().ifPresent(reason -> json.put("reason", reason.name()));
    return json;
  }

  static JsonObject of(Debtor debtor) {
    return new JsonObject().put("name", debtor.name()).put("iban", debtor.iban());
  }

  /** A batch without what is in it. */
  static JsonObject of(Batch batch) {
    Draft draft = batch.draft();
    JsonArray steps = new JsonArray();
    batch.steps().forEach(each -> steps.add(of(each)));
    return new JsonObject()
        .put("batch", draft.batch().toString())
        .put("state", batch.state().wireName())
        .put("draftedAt", draft.draftedAt().toString())
        .put("by", draft.by().text())
        .put("executionDate", draft.executionDate().toString())
        .put("form", draft.form().wireName())
        .put("debtor", of(draft.debtor()))
        .put("count", draft.redemptions().size())
        .put("steps", steps);
  }

  private static JsonObject of(Step step) {
    JsonObject json = new JsonObject()
        .put("kind", step.kind().wireName())
        .put("by", step.by().text())
        .put("at", step.at().toString());
    if (!step.reason().isEmpty()) {
      json.put("reason", step.reason());
    }
    return json;
  }

  /** A batch with what is in it. */
  static JsonObject of(BatchFile it, boolean maySign) {
    JsonArray payouts = new JsonArray();
    it.cases().forEach(each -> payouts.add(of(each)));
    JsonObject json = of(it.batch())
        .put("maySign", maySign)
        .put(
            "total",
            it.cases().stream().mapToLong(each -> each.payout().amount()).sum())
        .put("payouts", payouts);
    it.file().map(PaymentFile::sha256).ifPresent(sha256 -> json.put("sha256", sha256));
    return json;
  }
}
