package org.omloop.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.omloop.server.areas.Areas;
import org.omloop.server.areas.AreasNotRight;

/** The file that says what areas are called and where they lie, which commands take as {@code --areas}. */
final class NamedAreas {
  private NamedAreas() {}

  /**
   * Reads it; no names where there is no file.
   *
   * @throws CannotRun when it is no such file
   */
  static Areas read(@Nullable Path file) {
    try {
      return file == null ? Areas.NONE : Areas.read(file);
    } catch (AreasNotRight e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }
}
