package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omloop.server.notices.SecretMailServer;
import org.omloop.server.notices.SmtpSettings;
import org.omloop.server.notices.SmtpSettings.Tls;

/** Mail goes in secret, to the server that was meant, by whom that server knows; and else it waits. */
class SecretMailIT {
  @TempDir
  private Path data;

  @TempDir
  private Path keys;

  private MailCircuit mail;

  @BeforeEach
  void begin() {
    mail = new MailCircuit(data);
  }

  @AfterEach
  void end() {
    mail.close();
  }

  private void start(SecretMailServer server, Tls tls, String password, boolean trusted) {
    mail.start(Optional.of(new SmtpSettings(
        "localhost",
        server.port(),
        tls,
        Optional.of(SecretMailServer.USER),
        password,
        trusted ? Optional.of(server.authorities()) : Optional.empty())));
    mail.apply("nl");
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"STARTTLS", "TLS"})
  void mailGoesInSecretAndWithThePassword(Tls tls) throws Exception {
    try (SecretMailServer server = new SecretMailServer(keys, "localhost", tls == Tls.TLS)) {
      start(server, tls, SecretMailServer.PASSWORD, true);
      MailCircuit.await(() -> server.received().size() == 1);
      assertFalse(mail.logged("mail waits"));
    }
  }

  @Test
  void aWrongPasswordHoldsMailAndLosesNone() throws Exception {
    try (SecretMailServer server = new SecretMailServer(keys, "localhost", false)) {
      start(server, Tls.STARTTLS, "guess", true);
      waits(server);
    }
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing() throws Exception {
    try (SecretMailServer server = new SecretMailServer(keys, "localhost", false)) {
      start(server, Tls.STARTTLS, SecretMailServer.PASSWORD, false);
      waits(server);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"STARTTLS", "TLS"})
  void aServerOfAnotherNameGetsNothing(Tls tls) throws Exception {
    try (SecretMailServer server =
        new SecretMailServer(keys, "mail.elsewhere.example", tls == Tls.TLS)) {
      start(server, tls, SecretMailServer.PASSWORD, true);
      waits(server);
    }
  }

  private void waits(SecretMailServer server) {
    MailCircuit.await(() -> mail.logged("mail waits") || !server.received().isEmpty());
    assertEquals(List.of(), server.received());
  }
}
