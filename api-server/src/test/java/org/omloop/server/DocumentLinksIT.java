package org.omloop.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents refer to what exists. */
class DocumentLinksIT {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path DECISIONS = REPOSITORY.resolve("docs/adr");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

  @Test
  void everyLinkInADocumentLeadsToAFile() throws IOException {
    List<String> broken = documents().stream()
        .flatMap(document -> LINK.matcher(read(document))
            .results()
            .map(link -> link.group(1))
            .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
            .filter(target -> !Files.exists(document.resolveSibling(target)))
            .map(target -> REPOSITORY.relativize(document) + " -> " + target))
        .toList();

    assertEquals(List.of(), broken);
  }

  @Test
  void everyDecisionStandsInTheIndexUnderItsTitle() throws IOException {
    String index = Files.readString(DECISIONS.resolve("README.md"));
    for (Path decision : files(DECISIONS, "[0-9]{4}-.*")) {
      String name = decision.getFileName().toString();
      String number = name.substring(0, 4);
      String heading = read(decision).lines().findFirst().orElseThrow();
      String title = heading.replaceFirst("# " + number + " ", "");
      String row = "| [%s](%s) | %s |".formatted(number, name, title);

      assertTrue(index.contains(row), "docs/adr/README.md has no row: " + row);
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = Stream.concat(
            files(REPOSITORY.resolve("docs"), ".*").stream(),
            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(REPOSITORY::resolve))
        .toList();
    assertTrue(documents.size() > 10, "documents were not found: " + documents);
    return documents;
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "\\.md"))
          .sorted()
          .toList();
    }
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
