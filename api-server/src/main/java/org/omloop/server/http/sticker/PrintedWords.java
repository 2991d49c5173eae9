package org.omloop.server.http.sticker;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.omloop.ledger.money.Amount;
import org.omloop.server.http.problem.Language;
import org.omloop.server.stickers.Sheet;
import org.omloop.server.stickers.Sticker;

/**
 * What is printed around a code, in one language.
 *
 * @param symbol what stands before an amount
 * @param scale digits behind the comma
 */
record PrintedWords(Language language, String symbol, int scale) {
  private static final int HALF = 5;

  Sheet.Words of(Sticker sticker, String shop, String street, String address, LocalDate made) {
    String host = address.replaceFirst("^[A-Za-z]+://", "").replaceFirst("/.*", "");
    String id = sticker.id().text();
    boolean isDutch = language == Language.NL;
    return new Sheet.Words(
        shop,
        street,
        sticker.amount().map(this::price).orElse(""),
        address,
        host.toLowerCase(Locale.ROOT),
        id.substring(0, HALF) + " " + id.substring(HALF),
        isDutch ? "Controleer de naam op je telefoon" : "Check the name on your phone",
        isDutch ? "Lukt scannen niet? Typ:" : "Cannot scan? Type:",
        (isDutch ? "Gemaakt op " : "Made on ") + date(made));
  }

  private String price(Amount amount) {
    NumberFormat form = NumberFormat.getInstance(locale());
    form.setMinimumFractionDigits(scale);
    return symbol + "\u00a0" + form.format(BigDecimal.valueOf(amount.minorUnits(), scale));
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale())
        .format(day);
  }

  private Locale locale() {
    return Locale.forLanguageTag(language == Language.NL ? "nl-NL" : "en-GB");
  }
}
