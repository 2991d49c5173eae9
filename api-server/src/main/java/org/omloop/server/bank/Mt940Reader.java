package org.omloop.server.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SWIFT MT940 as Dutch banks write it, for banks that offer nothing newer. A file may hold several messages. */
final class Mt940Reader {
  private static final Pattern FIELD = Pattern.compile("^:(\\d{2}[A-Z]?):(.*)$");
  private static final Pattern BALANCE =
      Pattern.compile("([CD])(\\d{6})([A-Z]{3})(\\d{1,12},\\d{0,5})");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,5})(?:/(\\d{1,5}))?");

  /** A field of a message, its lines put together. */
  record Field(String tag, String value) {}

  private final String fileHash;

  private Mt940Reader(String fileHash) {
    this.fileHash = fileHash;
  }

  /** @throws RefusedFile where the file is no such file, or one of its messages lacks what it needs */
  static List<BankStatement> read(byte[] file, String fileHash) {
    List<BankStatement> statements = new ArrayList<>();
    for (List<Field> message : messages(new String(file, StandardCharsets.ISO_8859_1))) {
      statements.add(new Mt940Reader(fileHash).statement(message));
    }
    return statements;
  }

  private static List<List<Field>> messages(String text) {
    List<List<Field>> messages = new ArrayList<>();
    for (String line : text.split("\\R")) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        if (field.group(1).equals("20")) {
          messages.add(new ArrayList<>());
        }
        if (!messages.isEmpty()) {
          messages.get(messages.size() - 1).add(new Field(field.group(1), field.group(2)));
        }
      } else if (!messages.isEmpty() && !line.startsWith("-") && !line.startsWith("{")) {
        goOn(messages.get(messages.size() - 1), line);
      }
    }
    return messages;
  }

  private static void goOn(List<Field> message, String line) {
    Field last = message.remove(message.size() - 1);
    String between = last.tag().equals("86") ? "" : "\n";
    message.add(new Field(last.tag(), last.value() + between + line));
  }

  private BankStatement statement(List<Field> message) {
    String written = only(message, "25");
    Iban account = Iban.find(written.replaceAll("[ A-Z]{0,4}$", "").replaceAll("/.*$", ""))
        .or(() -> Iban.find(written))
        .orElseThrow(() -> new RefusedFile(Check.I3, "other-account", written));
    Matcher number = NUMBER.matcher(only(message, "28C"));
    if (!number.matches()) {
      throw new RefusedFile(Check.I2, "not-as-mt940", ":28C:" + only(message, "28C"));
    }
    Field opening = balance(message, "60");
    Field closing = balance(message, "62");
    LocalDate closed = day(closing);
    boolean isCounted = !number.group(1).matches("0+");
    String id =
        isCounted ? closed.getYear() + "-" + number.group(1) : closed + "-" + only(message, "20");
    int page = number.group(2) == null ? 1 : Math.max(1, Integer.parseInt(number.group(2)));
    return new BankStatement(
        id,
        isCounted ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty(),
        account,
        day(opening),
        closed,
        cents(opening),
        cents(closing),
        LineKey.distinct(lines(message, account, id, page), account, id, page),
        fileHash,
        Optional.empty(),
        page,
        closing.tag().equals("62F"));
  }

  /** Leaves out entries of 0,00, which some banks book as a notice. */
  private static List<BankLine> lines(List<Field> message, Iban account, String id, int page) {
    List<BankLine> lines = new ArrayList<>();
    int position = 0;
    for (int at = 0; at < message.size(); at++) {
      if (message.get(at).tag().equals("61")) {
        boolean told = at + 1 < message.size() && message.get(at + 1).tag().equals("86");
        String about = told ? message.get(at + 1).value() : "";
        position++;
        BankLine line = Mt940Line.read(message.get(at).value(), about, account, id, page, position);
        if (line.cents() > 0) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private static String only(List<Field> message, String tag) {
    List<Field> found = message.stream().filter(each -> each.tag().equals(tag)).toList();
    if (found.size() != 1) {
      throw new RefusedFile(Check.I2, "not-as-mt940", ":" + tag + ": " + found.size() + "×");
    }
    return found.get(0).value().strip();
  }

  private static Field balance(List<Field> message, String tag) {
    List<Field> found =
        message.stream().filter(each -> each.tag().matches(tag + "[FM]")).toList();
    if (found.size() != 1) {
      String reason = found.isEmpty() ? "balance-missing" : "balance-twice";
      throw new RefusedFile(Check.I5, reason, ":" + tag + "F:");
    }
    if (!BALANCE.matcher(found.get(0).value().strip()).matches()) {
      throw new RefusedFile(
          Check.I2, "not-as-mt940", ":" + tag + "F:" + found.get(0).value());
    }
    return found.get(0);
  }

  private static Matcher parts(Field balance) {
    Matcher parts = BALANCE.matcher(balance.value().strip());
    if (!parts.matches()) {
      throw new IllegalStateException("a balance that was read before");
    }
    return parts;
  }

  private static LocalDate day(Field balance) {
    return Mt940Line.day(parts(balance).group(2));
  }

  private static long cents(Field balance) {
    Matcher parts = parts(balance);
    long cents = Mt940Line.cents(parts.group(4), parts.group(3));
    return parts.group(1).equals("D") ? -cents : cents;
  }
}
