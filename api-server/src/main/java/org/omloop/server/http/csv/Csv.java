package org.omloop.server.http.csv;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Text for spreadsheets (standards.md, section 2): UTF-8 with byte order mark, semicolons, decimal comma, RFC 4180 lines;
 * no text that a spreadsheet could take for a formula.
 */
public final class Csv {
  /** The media type in which callers ask for it. */
  public static final String MEDIA_TYPE = "text/csv";

  /** What a file begins with. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private Csv() {}

  /** Returns one line with its end. */
  public static String row(String... cells) {
    return Arrays.stream(cells).map(Csv::quoted).collect(Collectors.joining(";")) + "\r\n";
  }

  /** Returns a text that no spreadsheet takes for a formula. */
  public static String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  /** Returns an amount in minor units with so many digits behind the comma. */
  public static String decimal(long minorUnits, int scale) {
    return BigDecimal.valueOf(minorUnits, scale).toPlainString().replace('.', ',');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(each -> ";\"\r\n".indexOf(each) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
