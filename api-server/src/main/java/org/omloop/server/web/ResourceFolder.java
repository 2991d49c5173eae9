package org.omloop.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder of resources, read whole: path below the folder to bytes, sorted by path. Only files of a
 * known {@link MediaType} are read, and of a library only those that are asked for.
 */
final class ResourceFolder {
  private ResourceFolder() {}

  /**
   * The folder as all jars and folders of the class path together have it.
   *
   * @param anchor a resource that every part has: the folder itself, or a file that lies beside it
   * @param folder the folder's name in each part, ending in a slash
   * @param isWanted tells by its path below the folder whether a file is read
   */
  static SortedMap<String, byte[]> onClassPath(
      ClassLoader loader, String anchor, String folder, Predicate<String> isWanted) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (URL part : Collections.list(loader.getResources(anchor))) {
        files.putAll(read(part, anchor, folder, isWanted));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + folder + " from the class path", e);
    }
    return files;
  }

  /** The same of folders on disk, for development. */
  static SortedMap<String, byte[]> onDisk(List<Path> folders) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    folders.forEach(folder -> files.putAll(readFolder(folder, path -> true)));
    return files;
  }

  private static SortedMap<String, byte[]> read(
      URL part, String anchor, String folder, Predicate<String> isWanted) throws IOException {
    if (part.openConnection() instanceof JarURLConnection connection) {
      // Not the shared jar: closing that would close it for the class loader too.
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return readJar(jar, folder, isWanted);
      }
    }
    String root = part.toString();
    root = root.substring(0, root.length() - anchor.length()) + folder;
    try {
      return readFolder(Path.of(new URI(root)), isWanted);
    } catch (URISyntaxException e) {
      throw new IOException("No folder: " + root, e);
    }
  }

  private static SortedMap<String, byte[]> readJar(
      JarFile jar, String folder, Predicate<String> isWanted) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName();
      if (name.startsWith(folder)
          && MediaType.of(name).isPresent()
          && isWanted.test(name.substring(folder.length()))) {
        try (InputStream content = jar.getInputStream(entry)) {
          files.put(name.substring(folder.length()), content.readAllBytes());
        }
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> readFolder(Path folder, Predicate<String> isWanted) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
      Iterator<Path> each = found.filter(Files::isRegularFile).iterator();
      while (each.hasNext()) {
        Path file = each.next();
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (MediaType.of(name).isPresent() && isWanted.test(name)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + folder, e);
    }
    return files;
  }
}
