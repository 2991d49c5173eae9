package org.omloop.server.notices;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes mail in secret alone, from whoever knows the password. */
public final class SecretMailServer implements AutoCloseable {
  public static final String USER = "kring";
  public static final String PASSWORD = "p\u00e4ss w\u00f6rd";

  /** What it says it takes (RFC 1870). */
  public static final int MOST_BYTES = 40_000;

  private static final String STORE_PASSWORD = "changeit";

  private final Path folder;
  private final String name;
  private final SMTPServer server;
  private final List<String> received = new CopyOnWriteArrayList<>();

  /**
   * Starts it on a free port, with a new certificate.
   *
   * @param folder for its key
   * @param name for which its certificate stands
   * @param isSecretAtOnce without waiting for STARTTLS
   */
  public SecretMailServer(Path folder, String name, boolean isSecretAtOnce) throws Exception {
    this.folder = folder;
    this.name = name;
    SSLContext context = context();
    SMTPServer.Builder builder = SMTPServer.port(0)
        .bindAddress(InetAddress.getLoopbackAddress())
        .requireAuth()
        .maxMessageSize(MOST_BYTES)
        .authenticationHandlerFactory(
            new EasyAuthenticationHandlerFactory((user, password, about) -> {
              if (!user.equals(USER) || !password.equals(PASSWORD)) {
                throw new LoginFailedException();
              }
            }))
        .simpleMessageListener(new Listener());
    this.server = isSecretAtOnce
        ? builder.serverSocketFactory(context).build()
        : builder.enableTLS().requireTLS().startTlsSocketFactory(context).build();
    server.start();
  }

  private final class Listener implements SimpleMessageListener {
    @Override
    public boolean accept(String from, String recipient) {
      return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
      data.readAllBytes();
      received.add(recipient);
    }
  }

  public int port() {
    return server.getPortAllocated();
  }

  /** Returns whom mail came for, in its order. */
  public List<String> received() {
    return List.copyOf(received);
  }

  /** Returns the certificate, as PEM: who trusts it trusts this server. */
  public Path authorities() {
    return folder.resolve("mail.pem");
  }

  private SSLContext context() throws GeneralSecurityException, IOException, InterruptedException {
    Path store = folder.resolve("mail.p12");
    String[] of = {"-alias", "mail", "-keystore", store.toString(), "-storepass", STORE_PASSWORD};
    keytool(of, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name);
    keytool(of, "-exportcert", "-rfc", "-file", authorities().toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String[] of, String... what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(what));
    command.addAll(List.of(of));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
