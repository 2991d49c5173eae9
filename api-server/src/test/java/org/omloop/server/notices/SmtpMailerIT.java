package org.omloop.server.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server says how much it takes; what is more holds up no other mail. */
class SmtpMailerIT {
  private static void join(Future<Void> sent) {
    sent.toCompletionStage().toCompletableFuture().join();
  }

  private static MailMessage mail(int length) {
    return new MailMessage(
        "kring@mail.example", "anna@mail.example", "Afschrift", "x".repeat(length));
  }

  @Test
  void whatIsTooLargeIsNoTroubleOfTheServer(@TempDir Path keys, @TempDir Path outbox)
      throws Exception {
    Vertx vertx = Vertx.vertx();
    try (SecretMailServer server = new SecretMailServer(keys, "localhost", true)) {
      Mailer mailer = new SmtpMailer(
          vertx,
          new SmtpSettings(
              "localhost",
              server.port(),
              SmtpSettings.Tls.TLS,
              Optional.of(SecretMailServer.USER),
              SecretMailServer.PASSWORD,
              Optional.of(server.authorities())),
          new FileOutbox(vertx, outbox));
      Throwable refused = assertThrows(
              CompletionException.class,
              () -> join(mailer.send("notice-1", mail(2 * SecretMailServer.MOST_BYTES))))
          .getCause();
      assertFalse(assertInstanceOf(MailTrouble.class, refused).isOfServer());
      join(mailer.send("notice-2", mail(10)));
      assertEquals(List.of("anna@mail.example"), server.received());
      join(mailer.close());
    } finally {
      join(vertx.close());
    }
  }
}
