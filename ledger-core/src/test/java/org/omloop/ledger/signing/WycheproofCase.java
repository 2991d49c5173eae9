package org.omloop.ledger.signing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One published verdict of project Wycheproof (schema eddsa_verify_schema_v1). */
record WycheproofCase(int id, byte[] key, byte[] message, byte[] signature, boolean valid) {

  /** Reads the cases in order; a group's key stands before the tests that use it. */
  static List<WycheproofCase> read(Path file) throws IOException {
    List<WycheproofCase> cases = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      int id = 0;
      byte[] key = {};
      byte[] message = {};
      byte[] signature = {};
      while (json.nextToken() != null) {
        if (json.currentToken() != JsonToken.FIELD_NAME) {
          continue;
        }
        switch (json.currentName()) {
          case "pk" -> key = nextBytes(json);
          case "tcId" -> id = json.nextIntValue(0);
          case "msg" -> message = nextBytes(json);
          case "sig" -> signature = nextBytes(json);
          case "result" ->
            cases.add(new WycheproofCase(
                id, key, message, signature, json.nextTextValue().equals("valid")));
          default -> {}
        }
      }
    }
    return cases;
  }

  private static byte[] nextBytes(JsonParser json) throws IOException {
    return HexFormat.of().parseHex(json.nextTextValue());
  }

  @Override
  public String toString() {
    return "Wycheproof " + id;
  }
}
