package org.omloop.ledger.checkpoint;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Receipts as text: an offline-verifiable proof (C2SP tlog-proof, version 1). */
final class ProofText {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  private ProofText() {}

  static String encode(Receipt receipt) {
    InclusionProof proof = receipt.proof();
    return Stream.concat(
            Stream.of(HEADER, INDEX + proof.index()), proof.path().stream().map(Hash::toString))
        .collect(Collectors.joining("\n", "", "\n\n" + receipt.checkpoint().encoded()));
  }

  /** The same with the entry in the extra line, so that one file is enough. */
  static String encodeWithEntry(Receipt receipt) {
    return encode(receipt)
        .replaceFirst("\n", "\n" + EXTRA + Base64Text.encode(receipt.leaf().toBytes()) + "\n");
  }

  static Receipt parseWithEntry(String text) {
    String[] lines = text.split("\n", 3);
    if (lines.length < 3 || !lines[1].startsWith(EXTRA)) {
      throw new IllegalArgumentException("A receipt has its entry in the line after the first");
    }
    return parse(Leaf.of(Base64Text.decode(lines[1].substring(EXTRA.length()))), text);
  }

  static Receipt parse(Leaf leaf, String text) {
    int blankLine = text.indexOf("\n\n");
    if (blankLine < 0) {
      throw new IllegalArgumentException("A proof has a blank line before its checkpoint");
    }
    Iterator<String> lines =
        List.of(text.substring(0, blankLine).split("\n", -1)).iterator();
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(text.substring(blankLine + 2));
    return new Receipt(leaf, parse(lines, checkpoint.checkpoint().size()), checkpoint);
  }

  private static InclusionProof parse(Iterator<String> lines, long size) {
    if (!next(lines).equals(HEADER)) {
      throw new IllegalArgumentException("A proof begins with " + HEADER);
    }
    String line = next(lines);
    if (line.startsWith(EXTRA)) {
      Base64Text.decode(line.substring(EXTRA.length()));
      line = next(lines);
    }
    if (!line.startsWith(INDEX)) {
      throw new IllegalArgumentException("A proof has a line with the index");
    }
    long index = DecimalText.parse(line.substring(INDEX.length()));
    Stream.Builder<Hash> path = Stream.builder();
    lines.forEachRemaining(hash -> path.add(Hash.parse(hash)));
    return new InclusionProof(index, size, path.build().toList());
  }

  private static String next(Iterator<String> lines) {
    if (!lines.hasNext()) {
      throw new IllegalArgumentException("A proof has a header and an index");
    }
    return lines.next();
  }
}
