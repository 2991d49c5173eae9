package org.omloop.server.http.order;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.CanonicalJson;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.problem.Sentences;
import org.omloop.server.sequencer.Outcome;

/**
 * What became of an order, in JSON: a booking, or the problem of a refusal. Written by hand, because every payment has
 * one (quality.md, P2).
 */
public final class BookingText {
  private final StringBuilder text = new StringBuilder(3_000);

  private BookingText() {}

  /** Writes a booking, whatever was decided. */
  public static Buffer booking(Outcome.Booked booked) {
    JournalEntry entry = booked.entry();
    BookingText json = new BookingText();
    json.text.append("{\"index\":").append(entry.index());
    json.text("kind", entry.kind().wireName());
    json.text("decision", entry.refusal().isPresent() ? "refused" : "posted");
    entry.refusal().ifPresent(reason -> json.text("reason", reason.wireName()));
    return json.proof(booked);
  }

  /** Writes the problem that a refusal is, in the caller's language. */
  public static Buffer refusal(Outcome.Booked booked, Refusal reason, RoutingContext context) {
    Language language = Language.of(context);
    String name = reason.wireName();
    BookingText json = new BookingText();
    json.text.append("{\"status\":").append(ProblemType.REFUSED);
    json.text("type", "/problems/" + name);
    json.text("title", Sentences.all().title(name, language));
    json.text("detail", Sentences.all().detail(name, language));
    json.text("instance", address(booked));
    json.text("reason", name);
    json.text.append(",\"index\":").append(booked.entry().index());
    return json.proof(booked);
  }

  /** Returns where the entry is to be found. */
  public static String address(Outcome.Booked booked) {
    return "/v1/entries/" + booked.entry().index();
  }

  /** Writes a receipt alone. */
  public static Buffer receipt(Receipt receipt) {
    BookingText json = new BookingText();
    json.append(receipt);
    return Buffer.buffer(json.text.toString());
  }

  /** Returns a booking time as RFC 3339 in UTC, to the microsecond. */
  public static String time(long unixMicros) {
    return Instant.EPOCH.plus(unixMicros, ChronoUnit.MICROS).toString();
  }

  private Buffer proof(Outcome.Booked booked) {
    text("bookedAt", time(booked.entry().bookedAt()));
    text("order", booked.entry().order().id().toString());
    text.append(",\"replayed\":").append(booked.replayed()).append(",\"receipt\":");
    append(booked.receipt());
    return Buffer.buffer(text.append('}').toString());
  }

  private void append(Receipt receipt) {
    text.append("{\"leaf\":");
    CanonicalJson.appendText(text, new String(receipt.leaf().toBytes(), StandardCharsets.UTF_8));
    text("proof", receipt.proofText());
    text.append('}');
  }

  private void text(String name, String value) {
    text.append(",\"").append(name).append("\":");
    CanonicalJson.appendText(text, value);
  }
}
