package org.omloop.server.http.statement;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.server.http.order.BookingText;
import org.omloop.server.statements.Statement;
import org.omloop.server.statements.StatementForm;
import org.omloop.server.statements.StatementLine;

/** A statement as the contract's {@code Statement}. */
final class JsonStatement implements StatementForm {
  private String separator = "";

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public byte[] begin(Statement statement) {
    String head = new JsonObject()
        .put("account", statement.account().value())
        .put("from", statement.period().from().toString())
        .put("until", statement.period().until().toString())
        .put("treeSize", statement.treeSize())
        .put("opening", statement.opening())
        .encode();
    return bytes(head.substring(0, head.length() - 1) + ",\"lines\":[");
  }

  @Override
  public byte[] line(StatementLine line) {
    JournalEntry entry = line.entry();
    JsonObject json = new JsonObject()
        .put("index", entry.index())
        .put("bookedAt", BookingText.time(entry.bookedAt()))
        .put("kind", entry.kind().wireName())
        .put("order", entry.order().id().toString());
    line.counterparty().ifPresent(account -> json.put("counterparty", account.value()));
    json.put("side", line.side().wireName())
        .put("amount", line.amount().minorUnits())
        .put("balance", line.balance());
    String text = separator + json.encode();
    separator = ",";
    return bytes(text);
  }

  @Override
  public byte[] end(Statement.Totals totals) {
    return bytes("],\"credits\":" + totals.credits() + ",\"debits\":" + totals.debits()
        + ",\"closing\":" + totals.closing() + "}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
