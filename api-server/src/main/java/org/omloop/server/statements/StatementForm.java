package org.omloop.server.statements;

/** A form a statement is written in, piece by piece; a piece may be empty. Used once, by one thread at a time. */
public interface StatementForm {
  /** Returns the media type, with its character set. */
  String mediaType();

  /** Returns how many lines it has room for. */
  default long mostLines() {
    return Long.MAX_VALUE;
  }

  /** Returns everything before the first line. */
  byte[] begin(Statement statement);

  /** Returns one line. */
  byte[] line(StatementLine line);

  /** Returns everything after the last line. */
  byte[] end(Statement.Totals totals);
}
