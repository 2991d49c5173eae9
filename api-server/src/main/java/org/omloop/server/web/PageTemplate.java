package org.omloop.server.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages out of HTML files: puts in the import map, names the modules the page will load, and
 * turns {@code /web/…} into the path of the current edition.
 *
 * @param modules finds what a page's entry imports
 */
record PageTemplate(ImportMap importMap, String edition, ModuleGraph modules) {
  private static final String MAP_GOES_HERE = "<script type=\"importmap\"></script>";
  private static final Pattern ENTRY = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");

  /**
   * The page made from an HTML file.
   *
   * @throws IllegalStateException if the file is missing, or has no place for the import map
   */
  StaticFile page(String path, byte @Nullable [] html) {
    if (html == null) {
      throw new IllegalStateException("No page at web/" + path);
    }
    String text = new String(html, StandardCharsets.UTF_8);
    if (!text.contains(MAP_GOES_HERE)) {
      throw new IllegalStateException("No place for the import map in web/" + path);
    }
    text = text.replace("\"" + WebContent.OWN, "\"" + WebContent.OWN + edition + "/");
    String map = "<script type=\"importmap\">" + importMap.json() + "</script>";
    text = text.replace(MAP_GOES_HERE, map + preloads(text));
    return StaticFile.of(MediaType.HTML, text.getBytes(StandardCharsets.UTF_8));
  }

  private String preloads(String html) {
    return ENTRY
        .matcher(html)
        .results()
        .flatMap(found -> modules.reachableFrom(found.group(1)).stream())
        .distinct()
        .map(module -> "\n    <link rel=\"modulepreload\" href=\"" + module + "\">")
        .collect(Collectors.joining());
  }
}
