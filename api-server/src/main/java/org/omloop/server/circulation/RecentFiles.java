package org.omloop.server.circulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The reports that were asked for last, so that they need not be read again. Thread-safe. */
final class RecentFiles {
  private static final int MOST = 48;
  private static final float LOAD = 0.75f;

  private final Map<String, ReportFile> files = new LinkedHashMap<>(MOST, LOAD, true);

  synchronized Optional<ReportFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  synchronized void keep(String name, ReportFile file) {
    files.put(name, file);
    if (files.size() > MOST) {
      files.remove(files.keySet().iterator().next());
    }
  }
}
