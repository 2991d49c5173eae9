package org.omloop.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command writes replaces what stood there as a whole, or not at all. */
class WholeFileTest {
  @TempDir
  private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theOldFileIsNeverWrittenInto() throws IOException {
    Path file = folder.resolve("report.json");
    WholeFile.write(file, bytes("old"));
    Path old = Files.createLink(folder.resolve("same"), file);
    WholeFile.write(file, bytes("new"));
    assertEquals("old", Files.readString(old));
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("report.json", "same"), names());
  }

  @Test
  void whatWasForFewEyesStaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("exact.json"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    WholeFile.write(file, bytes("new"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("2026.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);
    WholeFile.write(link, bytes("new"));
    assertEquals("new", Files.readString(file));
    assertEquals(file, Files.readSymbolicLink(link));
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("report.json"));
    assertThrows(IOException.class, () -> WholeFile.write(taken, bytes("new")));
    assertThrows(
        IOException.class, () -> WholeFile.write(folder.resolve("no/such/place"), bytes("new")));
    assertEquals(List.of("report.json"), names());
  }
}
