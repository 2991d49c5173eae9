package org.omloop.server.export;

import java.util.List;

/** The journal that is exported, up to one signed head. */
public interface ExportSource {
  /** Returns how many entries the head covers. */
  long size();

  /** Returns the signed head, as published. */
  String checkpoint();

  /** Returns the leaves from an index on, in order, as many as asked for unless the journal ends before. */
  List<byte[]> leaves(long from, int count);
}
