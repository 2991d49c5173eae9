package org.omloop.server.demo.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder through which office and bank pass files: payment files lie in {@code out} until the bank has taken them, and
 * then in {@code done} or {@code refused}, the latter beside a text with the reason; statements appear in {@code statements}.
 * Used by one thread.
 */
public final class FileExchange {
  private final Path folder;

  /** Makes the folders that are missing. */
  public FileExchange(Path folder) {
    this.folder = folder;
    Stream.of("out", "done", "refused", "statements").forEach(name -> make(folder.resolve(name)));
  }

  private static void make(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays a payment file ready for the bank. */
  public void send(String name, byte[] file) {
    write(folder.resolve("out"), name, file);
  }

  /** Keeps a statement. */
  public void keep(AccountStatement statement) {
    write(folder.resolve("statements"), statement.fileName(), statement.bytes());
  }

  /** Nobody sees half a file: it gets its name when it is whole. */
  private static void write(Path in, String name, byte[] file) {
    try {
      Path half = in.resolve("." + name + ".part");
      Files.write(half, file);
      Files.move(half, in.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the payment files that wait, by name. */
  List<Path> waiting() {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.filter(each -> each.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a payment file away as done. */
  void done(Path file) {
    move(file, "done");
  }

  /** Takes a payment file away as refused, and says why. */
  void refuse(Path file, String why) {
    write(
        folder.resolve("refused"),
        file.getFileName() + ".txt",
        (why + "\n").getBytes(StandardCharsets.UTF_8));
    move(file, "refused");
  }

  private void move(Path file, String to) {
    try {
      Files.move(
          file,
          folder.resolve(to).resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
