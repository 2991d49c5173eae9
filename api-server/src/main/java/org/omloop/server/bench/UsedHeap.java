package org.omloop.server.bench;

import java.lang.management.ManagementFactory;

/** How much of this process's heap is in use once garbage is collected. */
final class UsedHeap {
  private static final int COLLECTIONS = 3;

  private UsedHeap() {}

  /** Collects garbage, more than once as some of it is freed by what the first collection ends, and returns bytes. */
  @SuppressWarnings("SystemGc") // what is measured is what a collection leaves
  static long bytes() {
    for (int at = 0; at < COLLECTIONS; at++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
