package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file in which PostgreSQL writes what it does, {@code DIR/postgres/server.log}, from a point in time on. */
record ServerLog(Path file, long begin) {
  private static final long LARGE_BYTES = 4L << 20;
  private static final int SHOWN_BYTES = 64 << 10;

  /** From now on. A large file is put aside first, so that there are two of them at most. */
  static ServerLog begin(Path folder) {
    Path file = folder.resolve("server.log");
    try {
      if (Files.exists(file) && Files.size(file) > LARGE_BYTES) {
        Files.move(file, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      throw StartFailure.explain(file, "error: " + e);
    }
  }

  /** What was written since, its first part if there is much. */
  String sinceBegin() {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer bytes = ByteBuffer.allocate(SHOWN_BYTES);
      channel.position(begin);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Read on until the buffer or the file ends.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Nothing could be written either, on a full disk for instance; pg_ctl's own words will have
      // to do.
      return "";
    }
  }
}
