package org.omloop.server.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Pays from a program of one's own, with nothing but the JDK: enrols a key with an invitation's code, then pays. The
 * example of docs/integrators.md.
 *
 * @param server where the server answers, such as {@code http://127.0.0.1:8080}
 * @param ledger the ledger's origin, as {@code GET /v1/currency} tells it
 * @param account the account that pays
 * @param keys this program's own keys; a real program keeps them, as they are enrolled once
 */
public record PayExample(String server, String ledger, String account, KeyPair keys) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int KEY_BYTES = 32;

  public static KeyPair newKeys() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** Enrols the key; rights, holder and label must be those of the invitation. */
  public HttpResponse<String> enrol(String code, String holder, String label)
      throws GeneralSecurityException, IOException, InterruptedException {
    String members = """
        {"account":"%s","code":"%s","exp":%d,"holder":"%s","iat":%d,"key":"%s","label":"%s",\
        "ledger":"%s","order":"%s","rights":["pay"],"type":"key-add"}""";
    long now = Instant.now().getEpochSecond();
    return send(
        "/v1/keys",
        sign(members.formatted(
            account, code, now + 600, holder, now, publicKey(), label, ledger, newOrderId())));
  }

  /** Makes a payment; send the same text again when no answer came, and never make a second one. */
  public String payment(String to, long minorUnits) throws GeneralSecurityException {
    String members = """
        {"amount":%d,"exp":%d,"from":"%s","iat":%d,"ledger":"%s","order":"%s","to":"%s",\
        "type":"pay"}""";
    long now = Instant.now().getEpochSecond();
    return sign(members.formatted(minorUnits, now + 600, account, now, ledger, newOrderId(), to));
  }

  public HttpResponse<String> send(String path, String order)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", "application/jose")
        .POST(HttpRequest.BodyPublishers.ofString(order))
        .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Signs a payload: a JWS in compact serialisation (RFC 7515), with exactly this header. */
  private String sign(String payload) throws GeneralSecurityException {
    String header =
        "{\"alg\":\"Ed25519\",\"kid\":\"" + keyId() + "\",\"typ\":\"omloop-order+jws\"}";
    String signed = base64(bytes(header)) + "." + base64(bytes(payload));
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(bytes(signed));
    return signed + "." + base64(signer.sign());
  }

  /** The key itself is the last 32 bytes of what the JDK writes (RFC 8410). */
  private String publicKey() {
    byte[] written = keys.getPublic().getEncoded();
    return base64(Arrays.copyOfRange(written, written.length - KEY_BYTES, written.length));
  }

  /** The thumbprint of the key (RFC 7638). */
  private String keyId() throws GeneralSecurityException {
    String key = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + publicKey() + "\"}";
    return base64(MessageDigest.getInstance("SHA-256").digest(bytes(key)));
  }

  /** A UUID of version 7 (RFC 9562): 48 bits of time, and 74 of chance. */
  private static UUID newOrderId() {
    long time = System.currentTimeMillis() << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
    return new UUID(time, RANDOM.nextLong() >>> 2 | 1L << 63);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
