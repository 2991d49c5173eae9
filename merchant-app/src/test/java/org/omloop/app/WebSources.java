package org.omloop.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The app's files as they lie in the source folder. */
final class WebSources {
  private static final Path ROOT = Path.of("src/main/resources/web");

  private WebSources() {}

  /** Path below the web folder to text, of all files with one of the endings. */
  static SortedMap<String, String> withEnding(String... endings) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      SortedMap<String, String> texts = new TreeMap<>();
      files
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .forEach(file -> texts.put(nameOf(file), read(file)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Key to text of one language: what every page has, and what is fetched when it is wanted. */
  static Map<String, String> texts(String language) {
    Map<String, String> texts = new LinkedHashMap<>();
    Stream.of("i18n/" + language + ".js", "-" + language + ".js")
        .flatMap(ending -> withEnding(ending).values().stream())
        .map(LanguageFile::read)
        .forEach(file -> file.forEach(
            (key, text) -> assertTrue(texts.put(key, text) == null, () -> "twice: " + key)));
    return texts;
  }

  private static String nameOf(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
