package org.omloop.server.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.folder.DataFolder;

/** What is wrong with a folder is said in one line. Each test breaks the shared folder, looks, and mends it. */
class UnusableFolderIT {
  @TempDir
  static Path temporary;

  private static Path path;
  private static Path data;

  @BeforeAll
  static void makeOne() throws IOException {
    path = temporary.toRealPath().resolve("data");
    data = path.resolve("postgres").resolve("data");
    start(path);
  }

  private static void start(Path path) {
    try (DataFolder folder = DataFolder.open(path);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertTrue(database.address().port() > 0);
    }
  }

  private static void isRefused(Path path, String... words) {
    String message = assertThrows(DatabaseUnavailable.class, () -> start(path)).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
    assertEquals(1, message.lines().count(), message);
  }

  private static void isRefusedWith(Path file, String content, String... words) throws IOException {
    String before = Files.readString(file);
    Files.writeString(file, content);
    try {
      isRefused(path, words);
    } finally {
      Files.writeString(file, before);
    }
    start(path);
  }

  private static void isRefusedWithout(Path file, String... words) throws IOException {
    Path aside = file.resolveSibling("aside");
    Files.move(file, aside);
    try {
      isRefused(path, words);
    } finally {
      Files.move(aside, file);
    }
    start(path);
  }

  @Test
  void aNewerPostgresqlsDataAreLeftAlone() throws IOException {
    isRefusedWith(
        data.resolve("PG_VERSION"),
        "99\n",
        data.toString(),
        "PostgreSQL 99",
        "install the newer omloop");
  }

  @Test
  void anOlderPostgresqlsDataAreLeftAlone() throws IOException {
    isRefusedWith(data.resolve("PG_VERSION"), "17\n", "PostgreSQL 17", "docs/operators.md");
  }

  @Test
  void aNewerOmloopsFolderIsLeftAlone() throws IOException {
    isRefusedWith(path.resolve("format"), "2\n", path.toString(), "newer omloop", "format 2");
  }

  @Test
  void aFolderWithoutControlFileIsDamaged() throws IOException {
    isRefusedWithout(data.resolve("global").resolve("pg_control"), "damaged", "backup");
  }

  @Test
  void aFolderWithoutVersionIsDamaged() throws IOException {
    isRefusedWithout(data.resolve("PG_VERSION"), "damaged", "backup");
  }

  @Test
  void aFolderWithoutItsLogOfChangesIsDamaged() throws IOException {
    isRefusedWithout(data.resolve("pg_wal"), "damaged", "backup");
  }

  @Test
  void aDatabaseWithoutItsPasswordIsNotGuessedAt() throws IOException {
    isRefusedWithout(
        path.resolve("passwords").resolve(Cluster.OWNER), "passwords/" + Cluster.OWNER, "backup");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    isRefused(file, file.toString(), "is not a folder", "--data");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
    assumeFalse(ServerAccount.isRoot(), "SKIPPED: root may write everywhere");
    Path closed = Files.createDirectory(
        temporary.resolve("closed"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    isRefused(closed.resolve("data"), "no permission", closed.toString(), "--data");
  }

  @Test
  void aFullDiskIsCalledFull() throws Exception {
    assumeTrue(ServerAccount.isRoot(), "SKIPPED: only root can mount a small disk");
    Path small = Files.createDirectory(temporary.resolve("small"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", small.toString()),
        "SKIPPED: a small disk cannot be mounted here");
    try {
      isRefused(small.resolve("data"), "is full", "make room");
      assertTrue(run("mount", "-o", "remount,size=200m", small.toString()));
      start(small.resolve("data"));
    } finally {
      run("umount", small.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
