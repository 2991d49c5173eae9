package org.omloop.server.http.statement;

/** A form a statement is written in, piece by piece. Confined to one request. */
interface StatementForm {
  /** Returns the media type, with its character set. */
  String mediaType();

  /** Returns everything before the first line. */
  String begin(Statement statement);

  /** Returns one line. */
  String line(StatementLine line);

  /** Returns everything after the last line. */
  String end(Statement.Totals totals);
}
