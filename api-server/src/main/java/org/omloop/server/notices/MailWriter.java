package org.omloop.server.notices;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.omloop.ledger.order.Order;

/**
 * Writes mail: what happened and where to look, and never an amount, as mail is read by whoever carries it. Thread-safe.
 */
public final class MailWriter {
  private final Supplier<Order.Genesis> genesis;
  private final String from;
  private final Supplier<String> address;
  private final ZoneId zone;

  /**
   * Makes it.
   *
   * @param genesis names the circuit
   * @param from whom mail comes from
   * @param address where members reach this server
   * @param zone of the days that are named
   */
  public MailWriter(
      Supplier<Order.Genesis> genesis, String from, Supplier<String> address, ZoneId zone) {
    this.genesis = genesis;
    this.from = from;
    this.address = address;
    this.zone = zone;
  }

  /** Writes one mail of one notice, or of all that a day brought. */
  MailMessage write(List<Notice> notices, Addressee to, List<MailAttachment> attachments) {
    NoticeWords words = NoticeWords.in(to.language());
    Notice first = notices.get(0);
    Map<String, String> values = values(first, to, words);
    boolean isDaily = notices.size() > 1;
    String key = isDaily ? "daily" : first.kind().wireName();
    StringBuilder text = new StringBuilder()
        .append(words.text(to.name().isEmpty() ? "greeting" : "greeting.named", values))
        .append("\n\n")
        .append(words.text(key + ".text", values))
        .append("\n\n");
    if (isDaily) {
      notices.forEach(each -> text.append(line(each, to, words)));
      text.append('\n');
    }
    text.append(circuit())
        .append("\n\n-- \n")
        .append(words.text(footer(to), values))
        .append('\n');
    MailMessage message = new MailMessage(
            sender(), to.address(), words.text(key + ".subject", values), text.toString())
        .setHeaders(headers(first, to));
    return attachments.isEmpty() ? message : message.setAttachment(attachments);
  }

  private String line(Notice notice, Addressee to, NoticeWords words) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM", words.locale());
    return "- " + day.format(Instant.ofEpochSecond(notice.madeAt()).atZone(zone)) + ": "
        + words.text(notice.kind().wireName() + ".line", values(notice, to, words)) + "\n";
  }

  private static String footer(Addressee to) {
    if (to.isOffice()) {
      return "footer.office";
    }
    return to.stopToken().isPresent() ? "footer.member" : "footer.none";
  }

  private Map<String, String> values(Notice notice, Addressee to, NoticeWords words) {
    Map<String, String> values = new HashMap<>();
    values.put("circuit", circuit());
    values.put("address", address.get());
    values.put("name", to.name());
    values.put("code", to.code());
    if (notice.kind().isStatement()) {
      DateTimeFormatter month = DateTimeFormatter.ofPattern("MMMM uuuu", words.locale());
      values.put("month", month.format(YearMonth.parse(notice.about())));
    }
    return values;
  }

  private String circuit() {
    return genesis.get().name();
  }

  /** What the circuit is called stands before the address, without what the form of an address gives a meaning to. */
  private String sender() {
    return circuit().replaceAll("[<>()\\[\\],;:\\\\\"@]", " ").strip() + " <" + from + ">";
  }

  private MultiMap headers(Notice notice, Addressee to) {
    MultiMap headers = HttpHeaders.headers();
    // The same each time, so that who gets it twice after a crash is shown it once.
    headers.add(
        "Message-ID",
        "<notice-" + notice.id() + (to.isFormer() ? ".former." : ".") + origin()
            + from.substring(from.indexOf('@')) + ">");
    headers.add("Content-Language", to.language());
    headers.add("Auto-Submitted", "auto-generated"); // RFC 3834: no answering machine answers
    if (!notice.kind().isUrgent()) {
      to.stopToken().ifPresent(token -> {
        headers.add("List-Unsubscribe", "<" + address.get() + "/v1/mail/stops/" + token + ">");
        headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
      });
    }
    return headers;
  }

  private String origin() {
    return genesis.get().terms().ledger().replaceAll("[^A-Za-z0-9]+", ".");
  }
}
