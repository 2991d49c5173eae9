package org.omloop.server.founding;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a settings file may not say, though it has the right form. */
class FoundationIT {
  private static final JsonObject OPERATOR = new JsonObject()
      .put("holder", "treasurer")
      .put("label", "office")
      .put("rights", new JsonArray().add("operate"));

  @TempDir
  private static Path keys;

  private static Foundation found(JsonObject settings) {
    JsonObject file = new JsonObject()
        .put("origin", "books.example/oost")
        .put("name", "Kring Oost")
        .put("operators", new JsonArray().add(OPERATOR))
        .put("settings", settings);
    return Foundation.of(
        file,
        ServerKeys.in(keys.resolve("keys"), true),
        Instant.ofEpochSecond(1_800_000_000),
        new SecureRandom());
  }

  @Test
  void publicTablesMayBeStricterAndNeverLooser() {
    assertDoesNotThrow(() -> found(new JsonObject().put("disclosureUnits", 12)));
    FoundingFailed failed = assertThrows(
        FoundingFailed.class, () -> found(new JsonObject().put("disclosureLargestPercent", 60)));
    assertEquals(
        "the settings file is not right: disclosureLargestPercent would let public tables tell"
            + " more than any circuit may; the default is 50",
        failed.getMessage());
  }

  @Test
  void aBaselineIsAsAPolicyOrderHasIt() {
    JsonObject survey = new JsonObject()
        .put("baselineYear", 2026)
        .put("baselineSpentLocallyBasisPoints", 2_912)
        .putNull("baselineLeakedBasisPoints")
        .put("baselineLm3Hundredths", 181);
    assertDoesNotThrow(() -> found(survey));
    FoundingFailed failed =
        assertThrows(FoundingFailed.class, () -> found(survey.copy().put("baselineYear", 2099)));
    assertEquals(
        "the settings file is not right: /settings/baselineYear must not be after 2027, the year of"
            + " iat",
        failed.getMessage());
  }
}
