package org.omloop.server.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server came later: what lies in files from before still goes with whom it is about. */
class SmtpMailerTest {
  @TempDir
  private Path outbox;

  @Test
  void filesOfBeforeAreForgottenToo() throws Exception {
    for (String name : List.of("notice-1.eml", "notice-1.new", "notice-2.eml")) {
      Files.writeString(outbox.resolve(name), "To: anna@mail.example");
    }
    Vertx vertx = Vertx.vertx();
    try {
      Mailer mailer = new SmtpMailer(
          vertx,
          new SmtpSettings(
              "localhost", 2525, SmtpSettings.Tls.NONE, Optional.empty(), "", Optional.empty()),
          new FileOutbox(vertx, outbox));
      mailer
          .forget(List.of("notice-1", "notice-3"))
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    try (Stream<Path> left = Files.list(outbox)) {
      assertEquals(
          List.of("notice-2.eml"),
          left.map(each -> each.getFileName().toString()).toList());
    }
  }
}
