package org.omloop.server.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Side;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.CreditorReference;
import org.omloop.server.bank.Iban;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.bank.KeptStatement;
import org.omloop.server.bank.LineJson;
import org.omloop.server.bank.TopUpReference;
import org.omloop.server.bank.Vault;

/** Rows of the bank's tables, to and fro. Thread-safe. */
final class BankRows {
  /** Of a {@code bank_line}: two people have settled it. */
  static final String SETTLED = """
      EXISTS (SELECT 1 FROM bank_decision_line l
        JOIN bank_decision d ON d.id = l.decision AND d.state = 'agreed'
        WHERE l.line = bank_line.key AND l.closes)""";

  /** Of a {@code bank_line}: it is booked or settled; about the rest somebody still has to talk with who paid. */
  static final String IS_DONE = "(entry IS NOT NULL OR " + SETTLED + ")";

  private final Vault vault;

  BankRows(Vault vault) {
    this.vault = vault;
  }

  Tuple tuple(KeptLine kept) {
    BankLine line = kept.line();
    return Tuple.from(new @Nullable Object[] {
      line.key(),
      kept.statement(),
      line.position(),
      line.booked(),
      line.valued(),
      line.cents(),
      line.isCredit(),
      line.isReversal(),
      line.bankReference(),
      line.returnReason(),
      line.addsUp(),
      Buffer.buffer(vault.seal(LineJson.write(line), place(line.key()))),
      line.otherIban().map(vault::index).orElse(null),
      kept.account().map(AccountId::value).orElse(null),
      kept.reason()
    });
  }

  KeptLine line(Row row) {
    JsonObject other =
        LineJson.read(vault.open(row.getBuffer("sealed").getBytes(), place(row.getString("key"))));
    BankLine line = new BankLine(
        row.getString("key"),
        row.getInteger("position"),
        row.getLocalDate("booked_on"),
        row.getLocalDate("valued_on"),
        row.getLong("cents"),
        row.getBoolean("is_credit") ? Side.CREDIT : Side.DEBIT,
        row.getBoolean("is_reversal"),
        row.getString("bank_ref"),
        other.getString("endToEnd"),
        other.getJsonArray("references").stream().map(String.class::cast).toList(),
        other.getString("text"),
        other.getString("name"),
        Optional.ofNullable(other.getString("iban")).map(Iban::new),
        row.getString("return_reason"),
        row.getBoolean("adds_up"));
    return new KeptLine(
        line,
        row.getString("statement"),
        Optional.ofNullable(row.getString("account")).map(AccountId::new),
        row.getString("reason"),
        number(row, "entry"));
  }

  /** Returns what the other side of a line is sealed for. */
  static String place(String key) {
    return "bank_line.sealed " + key;
  }

  static KeptStatement statement(Row row) {
    String refusal = row.getString("refusal");
    return new KeptStatement(
        row.getString("id"),
        row.getString("file"),
        row.getInteger("page"),
        row.getBoolean("is_held"),
        number(row, "number"),
        number(row, "electronic_number"),
        row.getString("iban"),
        row.getLocalDate("opening_date"),
        row.getLocalDate("closing_date"),
        row.getLong("opening"),
        row.getLong("credits"),
        row.getLong("debits"),
        row.getLong("closing"),
        number(row, "entry"),
        refusal == null ? "" : refusal,
        row.getLong("received_at"));
  }

  static TopUpReference reference(Row row) {
    return new TopUpReference(
        new CreditorReference(row.getString("reference")),
        new AccountId(row.getString("account")),
        number(row, "cents"),
        number(row, "expires_at"));
  }

  private static OptionalLong number(Row row, String column) {
    Long number = row.getLong(column);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
