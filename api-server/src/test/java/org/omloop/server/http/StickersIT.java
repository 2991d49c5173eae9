package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.payment.StickerId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;
import org.omloop.server.signed.SignedText;

/** Codes that are printed: what they say, and that other readers read them. */
class StickersIT {
  private static final String ANY = "/v1/stickers";
  private static final String NAME = "Bakkerij ’t Proefje & Zn. – Ωμέγα";

  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static String baker;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    baker = circuit.token(circuit.baker);
    circuit.post(
        "/v1/members",
        "application/jose",
        MemberStatement.sign(
            new Member(RunningCircuit.BAKERY, NAME, "Proef B.V.", "Dorpsstraat 1", "Centrum"),
            RunningCircuit.ORIGIN,
            RunningCircuit.now(),
            circuit.operator));
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static Map<String, Object> members(StickerId id) {
    return new TreeMap<>(Map.of(
        "iat",
        RunningCircuit.now(),
        "ledger",
        RunningCircuit.ORIGIN,
        "payee",
        "bakery",
        "sticker",
        id.text()));
  }

  private static StickerId newId() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return StickerId.of(random);
  }

  private static HttpResponse<String> make(Map<String, ?> members, SigningKey key) {
    return make(circuit, members, key);
  }

  private static HttpResponse<String> make(
      RunningCircuit circuit, Map<String, ?> members, SigningKey key) {
    return circuit.post(
        ANY, "application/jose", SignedText.sign("omloop-sticker+jws", members, key));
  }

  /** Makes a code of the bakery's. */
  static StickerId made(RunningCircuit circuit) {
    StickerId id = newId();
    assertEquals(201, make(circuit, members(id), circuit.baker).statusCode());
    return id;
  }

  private static StickerId made(Map<String, Object> members) {
    assertEquals(201, make(members, circuit.baker).statusCode());
    return new StickerId((String) members.get("sticker"));
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  private static JsonObject look(StickerId id) {
    return new JsonObject(circuit.get(ANY + "/" + id).body());
  }

  private static HttpResponse<String> end(StickerId id, String token) {
    return circuit.send(circuit
        .request(ANY + "/" + id + "/replacements")
        .header("Authorization", "Bearer " + token)
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
  }

  @Test
  void aCodeSaysWhomItPaysAndHowMuch() {
    Map<String, Object> members = members(newId());
    members.put("amount", 320L);
    members.put("text", "Brood");
    JsonObject sticker = look(made(members));
    assertEquals("bakery", sticker.getString("payee"));
    assertEquals(320, sticker.getLong("amount"));
    assertEquals("Brood", sticker.getString("text"));
    assertEquals("active", sticker.getString("state"));
    assertTrue(sticker.getString("address").endsWith("/P/" + members.get("sticker")));
  }

  @Test
  void aReplacedCodeStaysKnownAndSaysSo() {
    StickerId id = made(members(newId()));
    assertEquals("403 /problems/right-missing", problem(end(id, circuit.token(circuit.anna))));
    assertEquals(200, end(id, baker).statusCode());
    assertEquals(200, end(id, baker).statusCode());
    assertEquals("replaced", look(id).getString("state"));
  }

  @Test
  void theSameAgainIsTheSameAndAnotherIsNot() {
    Map<String, Object> members = members(newId());
    made(members);
    made(members);
    members.put("text", "Anders");
    assertEquals("409 /problems/sticker-conflict", problem(make(members, circuit.baker)));
  }

  @Test
  void onlyWhoMayPayForTheShopMakesCodes() {
    Map<String, Object> members = members(newId());
    assertEquals("403 /problems/right-missing", problem(make(members, circuit.cashier)));
    assertEquals("400 /problems/unknown-signer", problem(make(members, circuit.anna)));
    assertEquals("400 /problems/unknown-signer", problem(make(members, RunningCircuit.newKey())));
  }

  @Test
  void whatIsMistypedNamesNothing() {
    Map<String, Object> members = members(newId());
    String id = (String) members.get("sticker");
    made(members);
    String typo = (id.charAt(0) == 'A' ? "B" : "A") + id.substring(1);
    assertEquals("404 /problems/not-found", problem(circuit.get(ANY + "/" + typo)));
    members.put("sticker", typo);
    assertEquals("400 /problems/malformed-request", problem(make(members, circuit.baker)));
    assertEquals("400 /problems/malformed-request", problem(circuit.get(ANY + "/x")));
  }

  @ParameterizedTest
  @CsvSource({"amount, 0", "amount, -1", "iat, 5"})
  void numbersOutOfRangeAreRefused(String member, long value) {
    Map<String, Object> members = members(newId());
    members.put(member, value);
    assertEquals("400 /problems/malformed-request", problem(make(members, circuit.baker)));
  }

  @Test
  void anAccountSeesItsOwnCodes() {
    StickerId id = made(members(newId()));
    JsonArray list = new JsonObject(
            circuit.get("/v1/accounts/bakery/stickers", baker).body())
        .getJsonArray("stickers");
    assertTrue(
        list.stream().anyMatch(each -> ((JsonObject) each).getString("sticker").equals(id.text())));
  }

  @ParameterizedTest
  @CsvSource({"a7, 150", "a7, 300", "a6, 150", "a5, 150", "a4, 150", "a3, 150"})
  void aPrintedSheetIsReadByOthers(String size, int dotsPerInch)
      throws IOException, InterruptedException {
    Map<String, Object> members = members(newId());
    members.put("amount", 1_250L);
    StickerId id = made(members);
    byte[] pdf = sheet(id, size);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains(NAME), text);
      assertTrue(text.contains("Dorpsstraat 1"), text);
      assertTrue(text.contains("12,50"), text);
      assertTrue(text.contains("127.0.0.1"), text);
      assertTrue(text.contains("Controleer de naam op je telefoon"), text);
      assertTrue(text.contains(id.text().substring(0, 5) + " " + id.text().substring(5)), text);
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
      assertEquals(look(id).getString("address"), decode(image));
      readByAnother(image, look(id).getString("address"), size + "-" + dotsPerInch);
    }
  }

  private static byte[] sheet(StickerId id, String size) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = circuit.client.send(
        circuit
            .request(ANY + "/" + id + "/sheet?size=" + size)
            .header("Authorization", "Bearer " + baker)
            .header("Accept", "application/pdf")
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    assertEquals("application/pdf", answer.headers().firstValue("Content-Type").orElseThrow());
    return answer.body();
  }

  private static String decode(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(
              new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
          .getText();
    } catch (ReaderException none) {
      throw new AssertionError("no code to be read", none);
    }
  }

  /** ZBar shares no code with what drew it. */
  private static void readByAnother(BufferedImage image, String expected, String name)
      throws IOException, InterruptedException {
    Path zbar = Path.of("/usr/bin/zbarimg");
    assumeTrue(Files.isExecutable(zbar), "zbarimg is not installed: no second reader");
    Path picture =
        Files.createDirectories(Path.of("target/screenshots")).resolve("sheet-" + name + ".png");
    ImageIO.write(image, "png", picture.toFile());
    Process process = new ProcessBuilder(
            zbar.toString(), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertEquals(expected, new String(process.getInputStream().readAllBytes()).strip());
    assertEquals(0, process.waitFor());
  }
}
