package org.omloop.server.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.journal.Side;

/** One line of an MT940 message: field 61, and the code words that Dutch banks put in field 86. */
final class Mt940Line {
  private static final Pattern LINE = Pattern.compile(
      "(\\d{6})(\\d{4})?(R?[CD]|E[CD])([A-Z])?(\\d{1,12},\\d{0,5})([A-Z][A-Z0-9]{3})([^\\n]*?)(?://([^\\n]*))?(?:\\n.*)?",
      Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile(
      "/(NAME|IBAN|EREF|REMI|CNTP|RTRN|TRTP|CSID|MARF|BIC|ADDR|PURP|ULTD|ULTC|PREF|ORDP|BENM|ISDT|TRCD|KREF)/");
  private static final int HALF_A_YEAR = 180;

  private Mt940Line() {}

  static BankLine read(
      String field, String about, Iban account, String statement, int page, int position) {
    Matcher parts = LINE.matcher(field);
    if (!parts.matches()) {
      throw new RefusedFile(
          Check.I2, "not-as-mt940", ":61:" + field.lines().findFirst().orElse(""));
    }
    String mark = parts.group(3);
    LocalDate valued = day(parts.group(1));
    String bankReference = text(parts.group(8));
    List<String> other = List.of(word(about, "CNTP").split("/", -1));
    String iban = other.size() > 1 ? other.get(0) : word(about, "IBAN");
    String name = other.size() > 2 ? other.get(2) : word(about, "NAME");
    String endToEnd = word(about, "EREF");
    boolean isReversal = mark.startsWith("R");
    return new BankLine(
        LineKey.of(account, statement, page, bankReference, position, 0),
        position,
        booked(parts.group(2), valued),
        valued,
        cents(parts.group(5), "EUR"),
        mark.endsWith("C") != isReversal ? Side.CREDIT : Side.DEBIT,
        isReversal,
        bankReference,
        endToEnd.equals("NOTPROVIDED") ? "" : endToEnd,
        List.of(),
        word(about, "REMI").isEmpty() ? about : word(about, "REMI"),
        name.strip(),
        Iban.find(iban),
        word(about, "RTRN"),
        true);
  }

  /** Returns what stands between a code word and the next one. */
  private static String word(String about, String word) {
    int from = about.indexOf("/" + word + "/");
    if (from < 0) {
      return "";
    }
    int begin = from + word.length() + 2;
    Matcher next = WORD.matcher(about);
    int end = next.find(begin - 1) ? next.start() : about.length();
    return about.substring(begin, Math.max(begin, end)).replaceAll("/+$", "").strip();
  }

  private static LocalDate booked(
      @org.jspecify.annotations.Nullable String monthAndDay, LocalDate valued) {
    if (monthAndDay == null) {
      return valued;
    }
    LocalDate sameYear = day(String.format("%02d", valued.getYear() % 100) + monthAndDay);
    long apart = ChronoUnit.DAYS.between(valued, sameYear);
    return apart > HALF_A_YEAR
        ? sameYear.minusYears(1)
        : apart < -HALF_A_YEAR ? sameYear.plusYears(1) : sameYear;
  }

  static LocalDate day(String yearMonthDay) {
    try {
      return LocalDate.parse(
          "20" + yearMonthDay, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new RefusedFile(Check.I2, "not-as-mt940", yearMonthDay);
    }
  }

  static long cents(String amount, String currency) {
    String plain = amount.replace(',', '.');
    return EuroCents.read(plain.endsWith(".") ? plain + "0" : plain, currency);
  }

  private static String text(@org.jspecify.annotations.Nullable String group) {
    return Optional.ofNullable(group).orElse("").strip();
  }
}
