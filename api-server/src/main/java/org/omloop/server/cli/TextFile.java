package org.omloop.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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
      WholeFile.write(file, text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new CannotRun("cannot write the file: " + FileTrouble.words(e), e);
    }
  }
}
