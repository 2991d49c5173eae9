package org.omloop.server.letters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is kept of somebody, read back from paper. */
class PersonalDataPdfTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private static JsonObject data(int lines) {
    JsonArray banks = new JsonArray();
    for (int at = 0; at < lines; at++) {
      banks.add(new JsonObject()
          .put("bookedDate", "2026-10-0" + (1 + at % 9))
          .put("side", "credit")
          .put("amount", 123_456)
          .put("name", "Z. Proef")
          .put("text", "opwaarderen " + at));
    }
    return new JsonObject()
        .put("account", "b4wz8n6yr2ph")
        .put("role", "resident")
        .put("level", 2)
        .put("status", "open")
        .put(
            "dossier",
            new JsonObject()
                .put("name", "Zoë Proef")
                .put("email", "")
                .put("identifiedBy", "document")
                .put("identifiedOn", "2026-11-02")
                .put("memo", "Belt liever. ".repeat(60))
                .put("contacts", new JsonArray().add(new JsonObject().put("name", "Cato"))))
        .put("bankAccounts", new JsonArray())
        .put("bankLines", banks)
        .put(
            "keys",
            new JsonArray().add(new JsonObject().put("label", "phone").put("revoked", true)))
        .put("stickers", new JsonArray())
        .put(
            "mailbox",
            new JsonObject()
                .put("address", "zoe@omloop.example")
                .put("former", "oud@omloop.example"))
        .put(
            "notices",
            new JsonArray()
                .add(new JsonObject()
                    .put("told", "key-blocked")
                    .put("about", "")
                    .put("toldAt", "2026-11-03T10:00:00Z")));
  }

  private static String read(byte[] file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  @Test
  void allThatIsSaidIsReadInBothLanguages() throws IOException {
    String dutch = read(PersonalDataPdf.draw(data(2), "Kring Proef", true, NOW));
    for (String part : List.of(
        "bewaard door Kring Proef",
        "Zoë Proef",
        "een document dat je liet zien",
        "2 november 2026",
        "€ 1.234,56",
        "opwaarderen 1",
        "Cato",
        "Geblokkeerd: ja",
        "Adres hiervoor: oud@omloop.example",
        "Bericht: een toestel is geblokkeerd; Op: 3 november 2026")) {
      assertTrue(dutch.contains(part), part + " is not in " + dutch);
    }
    assertFalse(dutch.contains("E-mailadres:"), "what is empty is left out");
    String english = read(PersonalDataPdf.draw(data(2), "Kring Proef", false, NOW));
    for (String part : List.of("What is kept of you by", "2 November 2026", "€ 1,234.56")) {
      assertTrue(english.contains(part), part + " is not in " + english);
    }
  }

  @Test
  void aLongListGoesOnOnTheNextSheet() throws IOException {
    byte[] file = PersonalDataPdf.draw(data(150), "Kring Proef", true, NOW);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertTrue(pdf.getNumberOfPages() > 2);
    }
    assertTrue(read(file).contains("opwaarderen 149"));
    assertArrayEquals(file, PersonalDataPdf.draw(data(150), "Kring Proef", true, NOW));
  }
}
