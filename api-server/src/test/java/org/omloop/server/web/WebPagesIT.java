package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and files over HTTP, as a browser meets them. */
class WebPagesIT {
  private static final Pattern INLINE =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("(?:href|src)=\"(/(?:web|_static)/[^\"]+)\"");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    listen(WebPages.load());
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs/api"})
  void aPageRunsNothingInlineButTheScriptItsPolicyNames(String page) throws Exception {
    HttpResponse<String> answer = get(page);
    List<String> inline =
        INLINE.matcher(answer.body()).results().map(script -> script.group(1)).toList();
    assertEquals(1, inline.size());
    assertEquals(
        1, Pattern.compile("<script[^>]*>[^<]").matcher(answer.body()).results().count());
    assertEquals(
        "default-src 'none'; script-src 'self' 'sha256-"
            + Sha256.base64(inline.get(0).getBytes(StandardCharsets.UTF_8))
            + "'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'",
        header(answer, "Content-Security-Policy"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("no-referrer", header(answer, "Referrer-Policy"));
    assertEquals("camera=(self)", header(answer, "Permissions-Policy"));
    assertEquals("text/html; charset=utf-8", header(answer, "Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs/api"})
  void allThatAPageNamesIsThereAndMayBeKeptForEver(String page) throws Exception {
    List<String> named =
        NAMED.matcher(get(page).body()).results().map(found -> found.group(1)).toList();
    assertTrue(named.size() > 20, () -> "names its modules: " + named);
    for (String path : named) {
      HttpResponse<String> answer = get(path);
      assertEquals(200, answer.statusCode(), path);
      assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"), path);
    }
  }

  @Test
  void aPageIsAskedForAnewAndNotSentAgain() throws Exception {
    HttpResponse<String> first = get("/");
    assertEquals("no-cache", header(first, "Cache-Control"));
    HttpResponse<String> second = get("/", "If-None-Match", header(first, "ETag"));
    assertEquals(304, second.statusCode());
    assertEquals("", second.body());
    assertEquals(200, get("/", "If-None-Match", "\"another\"").statusCode());
  }

  @Test
  void compressedAndPlainAreTheSameTextUnderDifferentTags() throws Exception {
    HttpResponse<byte[]> compressed = bytes("/", "Accept-Encoding", "br, gzip");
    HttpResponse<byte[]> plain = bytes("/", "Accept-Encoding", "gzip;q=0, identity");
    assertEquals("gzip", header(compressed, "Content-Encoding"));
    assertFalse(plain.headers().firstValue("Content-Encoding").isPresent());
    assertNotEquals(header(plain, "ETag"), header(compressed, "ETag"));
    assertTrue(header(plain, "Vary").equalsIgnoreCase("Accept-Encoding"));
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertArrayEquals(plain.body(), unzipped.readAllBytes());
    }
  }

  @Test
  void headTellsTheLengthAndSendsNothing() throws Exception {
    HttpRequest request =
        request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    assertEquals(0, answer.body().length);
    assertEquals(bytes("/").body().length, Integer.parseInt(header(answer, "Content-Length")));
  }

  @Test
  void whatIsNoFileOfThePagesIsNotServed() throws Exception {
    String edition = "/web/" + edition();
    for (String path : List.of(
        edition + "/start/index.html",
        edition + "/till/README.md",
        edition + "/",
        edition + "/kit/",
        edition + "/kit/../../../META-INF/MANIFEST.MF",
        edition + "/kit/%2e%2e/%2e%2e/%2e%2e/logback.xml",
        edition + "/kit/..%2f..%2f..%2flogback.xml",
        "/web/kit/tokens.css%00.js",
        "/_static/lit/3.3.3/package.json",
        "/_static/lit-html/3.3.3/development/lit-html.js",
        "/_static/../importmap.json",
        "/docs/api/",
        "/start/index.html")) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void aPageOfAnOlderEditionStillFindsItsFiles() throws Exception {
    HttpResponse<String> answer = get("/web/0123456789abcdef/kit/i18n/en.js");
    assertEquals(200, answer.statusCode());
    assertEquals("no-cache", header(answer, "Cache-Control"));
  }

  @Test
  void onlyOverTlsIsTlsMadeBinding() throws Exception {
    assertFalse(get("/").headers().firstValue("Strict-Transport-Security").isPresent());
    HttpResponse<String> behindTls = get("/", "X-Forwarded-Proto", "https");
    assertTrue(header(behindTls, "Strict-Transport-Security").startsWith("max-age="));
  }

  @Test
  void aFileOpenedByItselfMayDoNothing() throws Exception {
    HttpResponse<String> picture = get("/favicon.ico");
    assertEquals("image/svg+xml", header(picture, "Content-Type"));
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'", header(picture, "Content-Security-Policy"));
  }

  @Test
  void inDevelopmentAChangeShowsAtOnce(@TempDir Path folder) throws Exception {
    copyPages(folder);
    System.setProperty("omloop.web", folder.toString());
    try {
      listen(WebPages.load());
    } finally {
      System.clearProperty("omloop.web");
    }
    String before = edition();
    Files.writeString(folder.resolve("kit/tokens.css"), "/* changed */");
    assertNotEquals(before, edition());
    HttpResponse<String> changed = get("/web/" + edition() + "/kit/tokens.css");
    assertEquals("/* changed */", changed.body());
    assertEquals("no-store", header(changed, "Cache-Control"));
  }

  private static void copyPages(Path folder) throws IOException {
    for (var file : ResourceFolder.onClassPath(
            WebPages.class.getClassLoader(), "web/", "web/", path -> true)
        .entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.getValue());
    }
  }

  private String edition() throws Exception {
    var found = Pattern.compile("/web/([0-9a-f]{16})/").matcher(get("/").body());
    assertTrue(found.find());
    return found.group(1);
  }

  private void listen(WebPages pages) throws Exception {
    Router router = Router.router(vertx).allowForward(AllowForwardHeaders.X_FORWARD);
    pages.mount(router);
    server = vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return client.send(request(path, headers).build(), BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
    return client.send(request(path, headers).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("no " + name);
  }
}
