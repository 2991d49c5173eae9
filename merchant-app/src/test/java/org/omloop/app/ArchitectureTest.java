package org.omloop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Kit, start, till and wallet are rooms; these rules keep the walls between them. */
class ArchitectureTest {
  private static final Pattern IMPORT =
      Pattern.compile("(?:\\bfrom |\\bimport |\\bimport\\()['\"`]([^'\"`]+)['\"`]");
  private static final Pattern COLOUR = Pattern.compile(
      ":[^;]*(?<![\\w.])(#[0-9a-fA-F]{3,8}\\b|(rgb|rgba|hsl|oklch|color-mix)\\(|(white|black);)");
  private static final Pattern DEFINITION =
      Pattern.compile("customElements\\.define\\('([^']+)', (\\w+)\\)");

  private final Map<String, String> modules = WebSources.withEnding(".js");

  @Test
  void theKitImportsOnlyTheKitAndLit() {
    importsOf("kit/").forEach(name -> assertTrue(name.startsWith("./") || isLit(name), name));
  }

  @Test
  void facesImportTheKitAndNeverEachOther() {
    for (String face : List.of("start/", "till/", "wallet/")) {
      importsOf(face)
          .forEach(name -> assertTrue(
              name.startsWith("./") || name.startsWith("../kit/") || isLit(name),
              face + " imports " + name));
    }
  }

  @Test
  void noColourStandsOutsideTheTokens() {
    WebSources.withEnding(".css", ".js").forEach((path, text) -> {
      if (!path.equals("kit/tokens.css")) {
        text.lines()
            .forEach(line -> assertTrue(!COLOUR.matcher(line).find(), () -> path + ":" + line));
      }
    });
  }

  @Test
  void everyTokenInUseIsDefined() {
    String tokens = WebSources.withEnding("tokens.css").get("kit/tokens.css");
    WebSources.withEnding(".css", ".js")
        .forEach((path, text) -> Pattern.compile("var\\((--omloop-[a-z0-9-]+)\\)")
            .matcher(text)
            .results()
            .map(use -> use.group(1))
            .forEach(name -> assertTrue(tokens.contains(name + ":"), path + ": " + name)));
  }

  @Test
  void nothingAsksForStylesOrScriptsInline() {
    WebSources.withEnding(".html", ".js").forEach((path, text) -> {
      assertTrue(!text.contains(" style="), path);
      assertTrue(!text.contains("<style"), path);
      assertTrue(!text.contains("unsafeHTML"), path);
      assertTrue(!text.contains("innerHTML"), path);
    });
  }

  @Test
  void anElementHasOneNameInFileClassAndTag() {
    modules.forEach((path, text) -> {
      Matcher definition = DEFINITION.matcher(text);
      while (definition.find()) {
        String file = path.substring(path.lastIndexOf('/') + 1).replace(".js", "");
        assertEquals("om-" + file, definition.group(1), path);
        assertEquals(camelCase(file), definition.group(2), path);
      }
    });
  }

  private List<String> importsOf(String folder) {
    return modules.entrySet().stream()
        .filter(module -> module.getKey().startsWith(folder))
        .flatMap(module -> IMPORT.matcher(module.getValue()).results())
        .map(found -> found.group(1))
        .toList();
  }

  private static boolean isLit(String name) {
    return name.equals("lit") || name.startsWith("lit/");
  }

  private static String camelCase(String file) {
    return Pattern.compile("(^|-)(\\w)")
        .matcher(file)
        .replaceAll(letter -> letter.group(2).toUpperCase(Locale.ROOT));
  }
}
