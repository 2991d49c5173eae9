package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.signing.SigningKey;

/** Go's signed-note and tlog code, which knows nothing of Omloop, agrees with what this package writes. */
class OutsideVerifierIT {
  private static final Path PROGRAM =
      Path.of("../.ci/go/checklog.go").toAbsolutePath().normalize();
  private static final Path GO_PATH = Path.of("/usr/share/gocode");
  private static final LogKey KEY =
      LogKey.of("omloop.example/oost", SigningKey.fromSeed(new byte[32]));

  @TempDir
  private static Path build;

  @TempDir
  private Path folder;

  @BeforeAll
  static void buildTheProgram() throws Exception {
    assumeTrue(
        Files.isDirectory(GO_PATH.resolve("src/golang.org/x/mod/sumdb")) && hasGo(),
        "SKIPPED: no Go with x/mod here (Debian: golang-go golang-golang-x-mod-dev)");
    Answer answer =
        run("go", "build", "-o", build.resolve("checklog").toString(), PROGRAM.toString());
    assertEquals(0, answer.exitCode(), answer.text());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 255, 256, 257, 700, 65_536, 65_793})
  void wholeExportIsFoundRight(int size) throws Exception {
    Answer answer = check(ExportedFolder.write(folder, GrownTree.ofSize(size), KEY));
    assertEquals(0, answer.exitCode(), answer.text());
    assertTrue(answer.text().startsWith("ok: omloop.example/oost, size " + size), answer.text());
  }

  @Test
  void emptyJournalIsFoundRight() throws Exception {
    Answer answer = check(ExportedFolder.write(folder, new GrownTree(), KEY));
    assertEquals(0, answer.exitCode(), answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "checkpoint, 25",
    "log.vkey, 30",
    "tile/0/000, 4000",
    "tile/0/001.p/44, 1407",
    "tile/1/000.p/1, 0",
    "tile/entries/000, 20",
    "tile/entries/001.p/44, 3",
    "receipts/0-of-300.leaf, 2",
    "receipts/0-of-300.tlog-proof, 40",
    "receipts/40-of-41.tlog-proof, 150"
  })
  void changedByteIsFound(String file, int place) throws Exception {
    ExportedFolder.write(folder, GrownTree.ofSize(300), KEY);
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    bytes[place] ^= 1;
    Files.write(folder.resolve(file), bytes);
    assertEquals(1, check(folder).exitCode());
  }

  @Test
  void missingTileIsFound() throws Exception {
    ExportedFolder.write(folder, GrownTree.ofSize(300), KEY);
    Files.delete(folder.resolve("tile/0/001.p/44"));
    assertEquals(1, check(folder).exitCode());
  }

  @Test
  void rewrittenHistoryIsFoundByAnOldReceipt() throws Exception {
    GrownTree rewritten = new GrownTree();
    for (int index = 0; index < 300; index++) {
      rewritten.append(index == 17 ? GrownTree.leaf(9000) : GrownTree.leaf(index));
    }
    ExportedFolder.write(folder, rewritten, KEY);
    assertEquals(0, check(folder).exitCode());
    Path old = ExportedFolder.write(build.resolve("old"), GrownTree.ofSize(100), KEY);
    for (String suffix : new String[] {".leaf", ".tlog-proof"}) {
      String name = "receipts/3-of-100" + suffix;
      Files.copy(old.resolve(name), folder.resolve(name));
    }
    assertEquals(1, check(folder).exitCode());
  }

  private static Answer check(Path folder) throws IOException, InterruptedException {
    return run(build.resolve("checklog").toString(), folder.toString());
  }

  private static boolean hasGo() throws InterruptedException {
    try {
      return run("go", "version").exitCode() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private record Answer(int exitCode, String text) {}

  private static Answer run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", GO_PATH.toString());
    builder.environment().put("GOCACHE", build.resolve("cache").toString());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "The program ends");
    return new Answer(process.exitValue(), text);
  }
}
