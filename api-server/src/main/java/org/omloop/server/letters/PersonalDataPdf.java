package org.omloop.server.letters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.omloop.server.print.PdfPages;
import org.omloop.server.print.PdfTags;
import org.omloop.server.print.TextLines;

/**
 * All that is kept of somebody, on paper: the same facts as the JSON of {@code personal-data}, in the reader's language.
 * What is empty is left out. Takes some tens of milliseconds.
 */
public final class PersonalDataPdf {
  private static final float MM = 72 / 25.4f;
  private static final float MARGIN = 20 * MM;
  private static final float WIDTH = PdfPages.WIDTH - 2 * MARGIN;
  private static final float TEXT = 11;
  private static final float HEADING = 14;
  private static final float TITLE = 20;
  private static final float LINE = 1.4f;

  private final PdfPages pages;
  private final DataWords words;
  private final Locale locale;
  private float top = PdfPages.HEIGHT - MARGIN;

  private PersonalDataPdf(PdfPages pages, DataWords words, Locale locale) {
    this.pages = pages;
    this.words = words;
    this.locale = locale;
  }

  /**
   * Draws it.
   *
   * @param data as the API has it
   * @param circuit its name
   * @param now when it is drawn
   */
  public static byte[] draw(JsonObject data, String circuit, boolean isDutch, Instant now) {
    Locale locale = isDutch ? new Locale("nl", "NL") : Locale.UK;
    DataWords words = DataWords.of(isDutch);
    PdfPages pages = new PdfPages(words.label("title") + " " + circuit, locale);
    pages.madeAt(now);
    PersonalDataPdf pdf = new PersonalDataPdf(pages, words, locale);
    pdf.write(StandardStructureTypes.H1, words.label("title") + " " + circuit, TITLE);
    pdf.write(StandardStructureTypes.P, words.label("made") + " " + pdf.day(now), TEXT);
    pdf.write(StandardStructureTypes.P, words.label("intro"), TEXT);
    pdf.facts("account", data);
    for (String section : List.of("dossier", "publicName", "application", "mailbox")) {
      pdf.facts(section, data.getJsonObject(section, new JsonObject()));
    }
    pdf.list("contacts", data.getJsonObject("dossier").getJsonArray("contacts", new JsonArray()));
    for (String section : List.of("bankAccounts", "bankLines", "keys", "stickers", "notices")) {
      pdf.list(section, data.getJsonArray(section, new JsonArray()));
    }
    return pages.finish(number -> () -> {});
  }

  /** Every fact of an object that is no list and no object itself. */
  private void facts(String section, JsonObject facts) {
    List<String> told =
        facts.fieldNames().stream().filter(name -> isSaid(facts.getValue(name))).toList();
    if (told.isEmpty()) {
      return;
    }
    write(StandardStructureTypes.H2, words.label(section), HEADING);
    told.forEach(name -> write(StandardStructureTypes.P, said(name, facts.getValue(name)), TEXT));
  }

  private void list(String section, JsonArray all) {
    write(StandardStructureTypes.H2, words.label(section), HEADING);
    if (all.isEmpty()) {
      write(StandardStructureTypes.P, words.label("none"), TEXT);
    }
    for (Object each : all) {
      JsonObject facts = (JsonObject) each;
      String line = facts.fieldNames().stream()
          .filter(name -> isSaid(facts.getValue(name)))
          .map(name -> said(name, facts.getValue(name)))
          .collect(Collectors.joining("; "));
      write(StandardStructureTypes.P, line, TEXT);
    }
  }

  private static boolean isSaid(Object value) {
    return !(value instanceof JsonObject || value instanceof JsonArray || "".equals(value));
  }

  private String said(String name, Object value) {
    return words.label(name) + ": " + text(name, value);
  }

  private String text(String name, Object value) {
    if (value instanceof Boolean told) {
      return words.label(told ? "yes" : "no");
    }
    if (name.equals("amount") && value instanceof Number cents) {
      NumberFormat euros = NumberFormat.getNumberInstance(locale);
      euros.setMinimumFractionDigits(2);
      return "€ " + euros.format(BigDecimal.valueOf(cents.longValue(), 2));
    }
    String text = value.toString();
    return name.endsWith("At") || name.endsWith("Date") || name.endsWith("On")
        ? moment(text)
        : words.value(name, text);
  }

  private String moment(String text) {
    try {
      return text.length() > "2026-11-30".length()
          ? day(Instant.parse(text))
          : date(LocalDate.parse(text));
    } catch (DateTimeParseException asTyped) {
      return text;
    }
  }

  private String day(Instant moment) {
    return date(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(day);
  }

  /** An element stands whole on one sheet. */
  private void write(String type, String text, float size) {
    List<String> lines = TextLines.of(text, WIDTH / size);
    if (top - lines.size() * size * LINE < MARGIN) {
      pages.turn();
      top = PdfPages.HEIGHT - MARGIN;
    }
    if (size > TEXT) {
      top -= size / 2;
    }
    pages.marked(PdfTags.add(type, pages.all()), () -> {
      for (String line : lines) {
        top -= size * LINE;
        pages.text(line, size, MARGIN, top);
      }
    });
    top -= size / 4;
  }
}
