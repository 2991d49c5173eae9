import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A webshop's side of one sale, with nothing but the JDK: asks to be paid, waits for the webhook, checks its signature.
 *
 * <pre>java Webshop.java webshop.properties 1250 order-2026-17</pre>
 *
 * <p>The properties: {@code server}, {@code ledger}, {@code account}, {@code privateKey} (PKCS #8, base64), {@code publicKey} (32
 * bytes, base64url), {@code webhook} (this program's address from outside), {@code port}, {@code keystore} (PKCS #12) and
 * {@code password} of its certificate.
 */
public final class Webshop {
  private static final long TOLERANCE_SECONDS = 300;
  private static final int TERMS_BYTES = 40;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Properties settings = new Properties();
  private final CompletableFuture<String> paid = new CompletableFuture<>();
  private volatile String endpointKey = "";
  private volatile String request = "";

  public static void main(String[] arguments) throws Exception {
    new Webshop(Path.of(arguments[0])).sell(Long.parseLong(arguments[1]), arguments[2]);
  }

  private Webshop(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      settings.load(in);
    }
  }

  private void sell(long amount, String reference) throws Exception {
    HttpsServer shop = listen();
    String token = signIn();
    String made = post(
        "/v1/accounts/" + setting("account") + "/webhook-endpoints",
        "application/json",
        "{\"url\":\"" + setting("webhook") + "\"}",
        token);
    endpointKey = text("publicKey", made);
    byte[] terms = terms(amount);
    String asked = post("/v1/payment-requests", "application/jose", ask(terms, reference), "");
    request = text("request", asked);
    System.out.println("request " + request + " " + base64Url(terms));
    System.out.println("let the customer open " + setting("server") + "/b/" + request);
    System.out.println("paid " + paid.get(10, TimeUnit.MINUTES));
    shop.stop(0);
    post(
        "/v1/accounts/" + setting("account") + "/webhook-endpoints/" + text("endpoint", made)
            + "/removals",
        "application/json",
        "",
        token);
    System.exit(0);
  }

  // ---- The webhook.

  private HttpsServer listen() throws IOException, GeneralSecurityException {
    char[] password = setting("password").toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(setting("keystore")))) {
      store.load(in, password);
    }
    KeyManagerFactory keys =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(Integer.parseInt(setting("port"))), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::told);
    server.start();
    return server;
  }

  /** Answers at once and works afterwards; anything but 2xx is sent again later. */
  private void told(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isTrue = isSigned(
        exchange.getRequestHeaders().getFirst("webhook-id"),
        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
        exchange.getRequestHeaders().getFirst("webhook-signature"),
        body);
    exchange.sendResponseHeaders(isTrue ? 204 : 400, -1);
    exchange.close();
    System.out.println(isTrue ? "told " + body : "refused " + body);
    // A shop with many sales looks request or reference up, and notes webhook-id so that a repeat changes nothing.
    if (isTrue && text("request", body).equals(request)) {
      paid.complete(number("amount", body) + " in entry " + number("entry", body) + " for "
          + text("reference", body));
    }
  }

  /** The signature is over the bytes as they came; any one of the signatures of this key's kind is enough. */
  private boolean isSigned(String id, String time, String signatures, String body) {
    if (id == null || time == null || signatures == null || !time.matches("[0-9]{1,12}")) {
      return false;
    }
    long age = Instant.now().getEpochSecond() - Long.parseLong(time);
    if (Math.abs(age) > TOLERANCE_SECONDS) {
      return false;
    }
    byte[] signed = (id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8);
    return Arrays.stream(signatures.split(" "))
        .filter(each -> each.startsWith("v1a,"))
        .anyMatch(each -> verifies(signed, each.substring(4)));
  }

  private boolean verifies(byte[] signed, String signature) {
    try {
      byte[] raw = Base64.getDecoder().decode(endpointKey.substring("whpk_".length()));
      byte[] encoded =
          HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(signed);
      byte[] bytes = Base64.getDecoder().decode(signature);
      return bytes.length == 64 && check.verify(bytes);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  // ---- The request.

  /** Asks for an amount for an hour; the layout is in docs/integrators.md. */
  private byte[] terms(long amount) throws GeneralSecurityException {
    byte[] nonce = new byte[8];
    new SecureRandom().nextBytes(nonce);
    return ByteBuffer.allocate(TERMS_BYTES)
        .put((byte) 1)
        .put(Base64.getUrlDecoder().decode(keyId()), 0, 4)
        .put(sha256(setting("account")), 0, 8)
        .putInt((int) amount)
        .put(sha256(setting("ledger")), 0, 2)
        .putInt((int) Instant.now().getEpochSecond())
        .putShort((short) 360)
        .put(nonce)
        .array();
  }

  private String ask(byte[] terms, String reference) throws GeneralSecurityException {
    return sign(
        "omloop-request+jws",
        "{\"ledger\":\"" + setting("ledger") + "\",\"payee\":\"" + setting("account")
            + "\",\"reference\":\"" + reference + "\",\"terms\":\"" + base64Url(terms) + "\"}");
  }

  private String signIn() throws Exception {
    String challenge = text("challenge", post("/v1/sessions/challenges", "text/plain", "", ""));
    String answer = "{\"aud\":\"" + setting("ledger") + "\",\"challenge\":\"" + challenge + "\"}";
    return text(
        "token",
        post("/v1/sessions", "application/jose", sign("omloop-session+jws", answer), ""));
  }

  // ---- What both need.

  private String post(String path, String type, String body, String token) throws Exception {
    HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(setting("server") + path))
        .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      call.header("Content-Type", type);
    }
    if (!token.isEmpty()) {
      call.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private String sign(String type, String payload) throws GeneralSecurityException {
    String header =
        "{\"alg\":\"Ed25519\",\"kid\":\"" + keyId() + "\",\"typ\":\"" + type + "\"}";
    String signed = base64Url(header.getBytes(StandardCharsets.UTF_8)) + "."
        + base64Url(payload.getBytes(StandardCharsets.UTF_8));
    PrivateKey key = KeyFactory.getInstance("Ed25519")
        .generatePrivate(
            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(setting("privateKey"))));
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(key);
    signer.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64Url(signer.sign());
  }

  private String keyId() throws GeneralSecurityException {
    return base64Url(sha256(
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + setting("publicKey") + "\"}"));
  }

  private String setting(String name) {
    String value = settings.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("the properties have no " + name);
    }
    return value;
  }

  private static byte[] sha256(String text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Enough for this example; a real shop uses a JSON library. */
  private static String text(String name, String json) {
    return found("\"" + name + "\":\"([^\"]*)\"", json);
  }

  private static String number(String name, String json) {
    return found("\"" + name + "\":([0-9]+)", json);
  }

  private static String found(String pattern, String json) {
    Matcher member = Pattern.compile(pattern).matcher(json);
    return member.find() ? member.group(1) : "";
  }
}
