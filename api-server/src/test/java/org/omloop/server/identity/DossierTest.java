package org.omloop.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told has a form; what is kept is read as it is. */
class DossierTest {
  private static final String NARROWER_SINCE =
      "{\"name\":\"Anna\",\"phone\":\"toestel 12\",\"contacts\":[{\"name\":\"Bo\",\"phone\":\"intern 3\"}]}";

  @Test
  void whatIsKeptIsNotLostToAFormThatBecameNarrower() {
    Dossier kept = Dossier.parse(NARROWER_SINCE);
    assertEquals("toestel 12", kept.text("phone"));
    assertEquals("intern 3", kept.contacts().get(0).get("phone"));
    assertEquals("", kept.text("email"));
  }

  @Test
  void whatIsToldHasToFit() {
    List<Dossier.Fault> faults = new ArrayList<>();
    Dossier.read(new JsonObject(NARROWER_SINCE), faults);
    assertEquals(
        List.of("/contacts/0/phone", "/phone"),
        faults.stream().map(Dossier.Fault::pointer).sorted().toList());
  }
}
