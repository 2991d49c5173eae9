package org.omloop.server.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs on a machine that has none of them yet. */
class ProgramArchiveIT {
  @Test
  void severalMayUnpackAtOnce(@TempDir Path cache) throws IOException {
    Platform platform = Platform.current().orElseThrow();
    URL archive = PostgresPrograms.class.getResource(platform.archive());
    List<CompletableFuture<Path>> all = Stream.of(1, 2, 3)
        .map(each -> CompletableFuture.supplyAsync(() -> unpacked(archive, cache)))
        .toList();
    Set<Path> folders = new HashSet<>();
    all.forEach(each -> folders.add(each.join()));
    assertEquals(1, folders.size(), "all have the same");
    try (Stream<Path> left = Files.list(cache)) {
      assertEquals(folders, new HashSet<>(left.toList()), "and nothing else is left");
    }
  }

  private static Path unpacked(URL archive, Path cache) {
    try {
      return new ProgramArchive(archive).unpackedIn(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
