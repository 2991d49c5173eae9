package org.omloop.server.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The auditors' page names every check, in the program's own words. */
class AuditorsPageTest {
  @Test
  void namesEveryCheck() throws IOException {
    List<String> named = Files.readAllLines(Path.of("../docs/auditors.md")).stream()
        .filter(line -> line.matches("\\| [RLCABP]\\d \\| .*"))
        .map(line -> line.split(" \\| ")[0].substring(2) + " " + line.split(" \\| ")[1])
        .toList();
    assertEquals(
        Arrays.stream(AuditCheck.values())
            .map(each -> each.name() + " " + each.claim().en())
            .toList(),
        named);
  }
}
