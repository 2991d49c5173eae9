package org.omloop.server.council;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.ledger.circulation.period.Sbi;
import org.omloop.server.print.CircuitMoney;

/**
 * What a cell says in the reader's language, as the municipality's page says it: "." cannot be told, "x" is hidden.
 *
 * @param isExact an auditor sees one digit more of a share
 * @param areas what areas are called, by code; the others stand by their code
 */
record CellText(PaperWords words, CircuitMoney money, boolean isExact, Map<String, String> areas) {
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern AREA_PREFIX = Pattern.compile("^(BU|WK|SD|GM)\\d{4}(?=.)");
  private static final Set<String> NOT_REDEEMED = Set.of("demurrage", "refund", "credit");
  private static final Set<String> FAMILIES =
      Set.of("item", "rule", "provision", "role", "measure", "who", "figure", "scheme");
  private static final Map<String, String> NO_SHARES =
      Map.of("C4", "per-year", "C5", "days", "C7", "times", "C8", "number", "C9", "times");
  private static final String SBI = "SBI2008:";
  /** A bar that stands on the letter before it, which the face draws beside it. */
  private static final String MEAN_STOCK = "B\u0304";

  private static final String MINUS = "−";

  String shown(Cell cell, Function<BigDecimal, String> figure) {
    if (cell instanceof Cell.Known known) {
      return figure.apply(known.value());
    }
    return cell instanceof Cell.Code code ? code.text() : cell instanceof Cell.Hidden ? "x" : ".";
  }

  /** Returns an amount with its sign, such as "€ 1.234,50". */
  String amount(BigDecimal minorUnits) {
    return (minorUnits.signum() < 0 ? MINUS : "")
        + money.symbol()
        + gap()
        + number(money.decimal(Math.abs(minorUnits.longValueExact())), money.scale());
  }

  /** The same in whole units, where the rest is of no weight. */
  String roundAmount(BigDecimal minorUnits) {
    return money.symbol() + gap() + number(money.decimal(minorUnits.longValueExact()), 0);
  }

  private String gap() {
    return words.language().equals("nl") || money.symbol().length() > 1 ? "\u00a0" : "";
  }

  /** Returns an amount for a column that says what it is in; without decimals where none of them has any. */
  Function<BigDecimal, String> amountsLike(List<BigDecimal> all) {
    int digits = all.stream().allMatch(this::isWhole) ? 0 : money.scale();
    return minorUnits -> number(money.decimal(minorUnits.longValueExact()), digits);
  }

  private boolean isWhole(BigDecimal minorUnits) {
    return minorUnits.remainder(BigDecimal.TEN.pow(money.scale())).signum() == 0;
  }

  String share(BigDecimal share) {
    return number(share.movePointRight(2), isExact ? 1 : 0) + "%";
  }

  String number(BigDecimal number, int digits) {
    NumberFormat form = NumberFormat.getInstance(words.locale());
    form.setMinimumFractionDigits(digits);
    form.setMaximumFractionDigits(digits);
    form.setRoundingMode(RoundingMode.HALF_UP);
    BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
    return (rounded.signum() < 0 ? MINUS : "") + form.format(rounded.abs());
  }

  String count(BigDecimal count) {
    return number(count, 0);
  }

  String count(long count) {
    return count(BigDecimal.valueOf(count));
  }

  /** Returns a headline's value in its own unit. */
  String indicator(String id, BigDecimal value) {
    String unit = NO_SHARES.get(id);
    if (unit == null) {
      return share(value);
    }
    String number = number(value, unit.equals("days") ? 0 : 2);
    return unit.equals("number") ? number : words.text("city.value-" + unit, "value", number);
  }

  String indicatorName(String id) {
    return words.known("indicator." + id, id);
  }

  /** Returns "derde kwartaal 2026" for 2026-Q3, "augustus 2026" for 2026-08. */
  String period(String period) {
    Matcher quarter = QUARTER.matcher(period);
    if (quarter.matches()) {
      return words.text("city.quarter-" + quarter.group(2), "year", quarter.group(1));
    }
    return MONTH.matcher(period).matches()
        ? YearMonth.parse(period).format(form("LLLL uuuu"))
        : words.known("period." + period, period);
  }

  /** The same where there is little room: "K3 2026". */
  String shortPeriod(String period) {
    Matcher quarter = QUARTER.matcher(period);
    if (quarter.matches()) {
      return words.text(
          "city.quarter-short", Map.of("quarter", quarter.group(2), "year", quarter.group(1)));
    }
    return MONTH.matcher(period).matches()
        ? YearMonth.parse(period).format(form("LLL")).replace(".", "") + " "
            + period.substring(2, 4)
        : period(period);
  }

  String inLanguage(Text text) {
    return words.language().equals("nl") ? text.nl() : text.en();
  }

  String day(LocalDate day) {
    return day.format(form("d MMMM uuuu"));
  }

  private DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, words.locale());
  }

  /** Returns a word of a column of a table. */
  String word(String table, String column, String word) {
    if (column.equals("area")) {
      return area(word);
    }
    if (table.equals("missing-suppliers") && column.equals("sector")) {
      return missing(word);
    }
    return switch (column) {
      case "purpose" -> exit(word);
      case "from", "to" -> place(word);
      case "sector" -> sector(word);
      case "month" -> shortPeriod(word);
      case "year" -> period(word);
      case "formula" -> word.replace(MEAN_STOCK, words.text("paper.mean-stock"));
      default -> FAMILIES.contains(column) ? words.known(column + "." + word, word) : word;
    };
  }

  private String area(String word) {
    return switch (word) {
      case "?" -> words.text("section.?");
      case "other" -> words.text("city.other-areas");
      default -> areas.getOrDefault(word, AREA_PREFIX.matcher(word).replaceFirst(""));
    };
  }

  /** Returns a division in plain words; a section is all of its divisions together. */
  private String missing(String word) {
    if (word.equals("other")) {
      return words.text("city.other-sectors");
    }
    return word.matches("[A-Z]")
        ? words.text("city.together", "name", words.known("section." + word, word))
        : words
            .find("division." + word)
            .orElseGet(() -> words.known("section." + Sbi.section(SBI + word), word));
  }

  private String sector(String word) {
    if (word.equals("other")) {
      return words.text("city.other-sectors");
    }
    return words.known((word.length() > 1 ? "role." : "section.") + word, word);
  }

  private String exit(String word) {
    return NOT_REDEEMED.contains(word)
        ? words.text("exit." + word)
        : words
            .find("purpose." + word)
            .orElseGet(() -> words.text("purpose.unknown", "name", word));
  }

  /** Returns a place in the flow: a role, a sector, a way out, inside; or a programme, which has its own name. */
  private String place(String word) {
    if (word.startsWith("out-")) {
      return exit(word.substring("out-".length()));
    }
    return switch (word) {
      case "issue" -> words.text("city.no-programme");
      case "credit" -> words.text("item.credit");
      case "inside" -> words.text("city.inside");
      default ->
        words.find("section." + word).or(() -> words.find("role." + word)).orElse(word);
    };
  }
}
