package org.omloop.ledger.checkpoint;

/** What checking a receipt came to; the first that applies, in this order. */
public enum ReceiptVerdict {
  OTHER_LOG("the checkpoint is of another log"),
  UNSIGNED("the checkpoint bears no signature of this log's key"),
  FORGED("the checkpoint's signature is not that of this log's key"),
  NOT_INCLUDED("the entry does not stand at this place under the signed root"),
  VALID("the entry stands in the journal");

  private final String explanation;

  ReceiptVerdict(String explanation) {
    this.explanation = explanation;
  }

  public boolean isValid() {
    return this == VALID;
  }

  /** The verdict as a clause in English. */
  public String explanation() {
    return explanation;
  }
}
