package org.omloop.ledger.checkpoint;

/**
 * The proof, to be kept, that an entry stands in the journal: the entry, its place, its path to the root, and the root
 * signed by the log. It is checked without network or server.
 *
 * @param leaf the entry
 * @param proof its place and path
 * @param checkpoint of the tree that the proof is about
 */
public record Receipt(Leaf leaf, InclusionProof proof, SignedCheckpoint checkpoint) {
  public Receipt {
    if (proof.size() != checkpoint.checkpoint().size()) {
      throw new IllegalArgumentException("Proof and checkpoint are of different trees");
    }
  }

  /**
   * Reads a receipt.
   *
   * @param leaf the entry, kept beside the proof
   * @param proofText a C2SP tlog-proof; an extra line, which nobody signed, is passed over
   * @throws IllegalArgumentException if the text is no tlog-proof
   */
  public static Receipt parse(Leaf leaf, String proofText) {
    return ProofText.parse(leaf, proofText);
  }

  /**
   * Reads a receipt that is one file: a C2SP tlog-proof with the entry's bytes in its extra line. Nobody signed that line; the
   * proof holds for the right entry only.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Receipt parseFile(String text) {
    return ProofText.parseWithEntry(text);
  }

  /** The receipt as one file, as {@link #parseFile} reads it. */
  public String fileText() {
    return ProofText.encodeWithEntry(this);
  }

  /** The proof as C2SP tlog-proof, without the entry. */
  public String proofText() {
    return ProofText.encode(this);
  }

  /** Checks everything with nothing but the log's key. */
  public ReceiptVerdict verify(LogPublicKey log) {
    if (!checkpoint.checkpoint().origin().equals(log.name())) {
      return ReceiptVerdict.OTHER_LOG;
    }
    return switch (checkpoint.signedBy(log)) {
      case UNSIGNED -> ReceiptVerdict.UNSIGNED;
      case FORGED -> ReceiptVerdict.FORGED;
      case SIGNED ->
        proof.leads(leaf.hash(), checkpoint.checkpoint().root())
            ? ReceiptVerdict.VALID
            : ReceiptVerdict.NOT_INCLUDED;
    };
  }
}
