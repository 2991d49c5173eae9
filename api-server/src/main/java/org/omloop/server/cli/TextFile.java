package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a command writes when it is asked to, over what stood there. */
final class TextFile {
  private TextFile() {}

  /** Writes it; nothing happens where no file was asked for. */
  static void write(@Nullable Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CannotRun("cannot write the file: " + FileTrouble.words(e), e);
    }
  }
}
