package org.omloop.server.statements;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.journal.JournalEntry;

/** Makes one statement out of the account's entries, in order. Used once, by one thread at a time. */
public final class StatementFold {
  private final Statement statement;
  private final StatementForm form;
  private Statement.Totals totals;
  private long lines;

  public StatementFold(Statement statement, StatementForm form) {
    this.statement = statement;
    this.form = form;
    this.totals = statement.totalsBefore();
  }

  /** Returns everything before the first line. */
  public byte[] begin() {
    return form.begin(statement);
  }

  /** Returns the lines of the next entries; empty when the form has no room for them. */
  public Optional<byte[]> add(List<JournalEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (JournalEntry entry : entries) {
      Optional<StatementLine> line = StatementLine.of(entry, statement.account(), totals.closing());
      if (line.isPresent() && lines == form.mostLines()) {
        return Optional.empty();
      }
      line.ifPresent(each -> bytes.writeBytes(piece(each)));
    }
    return Optional.of(bytes.toByteArray());
  }

  private byte[] piece(StatementLine line) {
    lines++;
    totals = totals.plus(line);
    return form.line(line);
  }

  /** Returns everything after the last line; throws {@link IllegalStateException} when the lines do not tie. */
  public byte[] end() {
    statement.requireTied(totals);
    return form.end(totals);
  }
}
