package org.omloop.server.notices;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Mail as files in a folder, {@code NAME.eml}, each a message as RFC 5322 has it, readable by the server's user alone: for
 * circuits without a mail server, and to see what would be sent. Sent again, a message replaces itself. Thread-safe.
 */
public final class FileOutbox implements Mailer {
  private final Vertx vertx;
  private final Path folder;

  public FileOutbox(Vertx vertx, Path folder) {
    this.vertx = vertx;
    this.folder = folder;
  }

  @Override
  public Future<Void> send(String name, MailMessage message) {
    return vertx
        .executeBlocking(() -> write(name, message), false)
        .<Void>mapEmpty()
        .recover(cause -> Future.failedFuture(new MailTrouble(
            "no file: " + cause.getClass().getSimpleName(), java.util.OptionalInt.empty(), true)));
  }

  private Path write(String name, MailMessage message) throws IOException {
    String host = message.getFrom().replaceAll(".*@|>.*", "");
    String text = new MailEncoder(message, host).encode();
    byte[] bytes = text.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    make();
    Path beside =
        folder.resolve(name + ".new"); // a program that looks on reads whole messages alone
    Files.deleteIfExists(beside);
    Files.createFile(beside, owner("rw-------"));
    Files.write(beside, bytes, StandardOpenOption.WRITE);
    return Files.move(beside, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void make() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, owner("rwx------"));
    }
  }

  private FileAttribute<?>[] owner(String permissions) {
    Set<String> known = folder.getFileSystem().supportedFileAttributeViews();
    return known.contains("posix") // Windows: the folder's own permissions must do
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public Future<Void> forget(Iterable<String> names) {
    return vertx
        .executeBlocking(
            () -> {
              for (String name : names) {
                Files.deleteIfExists(folder.resolve(name + ".eml"));
                Files.deleteIfExists(folder.resolve(name + ".new")); // the process ended at it
              }
              return folder;
            },
            false)
        .mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
