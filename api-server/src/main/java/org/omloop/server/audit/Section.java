package org.omloop.server.audit;

import java.util.List;

/**
 * One entry bundle and the hash tile beside it, read and compared.
 *
 * @param width how many entries belong here
 * @param leaves those that are here, in order
 * @param findings what is wrong with the two files, or between them
 */
record Section(int width, List<ReadLeaf> leaves, List<Finding> findings) {
  Section {
    leaves = List.copyOf(leaves);
    findings = List.copyOf(findings);
  }

  boolean isWhole() {
    return leaves.size() == width;
  }
}
