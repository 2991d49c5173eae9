package org.omloop.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import org.omloop.ledger.signing.SigningKey;

/**
 * The secret key of a log: signs its checkpoints. Immutable and thread-safe; its text hides the secret, which
 * {@link SigningKey#exportSeed} keeps the only way out.
 */
public final class LogKey {
  private final LogPublicKey publicKey;
  private final SigningKey key;
  private final int id;

  private LogKey(LogPublicKey publicKey, SigningKey key) {
    this.publicKey = publicKey;
    this.key = key;
    this.id = publicKey.id();
  }

  /** The key of the log with this name, its origin. */
  public static LogKey of(String name, SigningKey key) {
    return new LogKey(new LogPublicKey(name, key.publicKey()), key);
  }

  public LogPublicKey publicKey() {
    return publicKey;
  }

  /** Signs a checkpoint of this log; one of another log is refused with {@link IllegalArgumentException}. */
  public SignedCheckpoint sign(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(publicKey.name())) {
      throw new IllegalArgumentException("A log signs its own checkpoints only");
    }
    return SignedCheckpoint.of(sign(checkpoint.text()));
  }

  /** Signs any text that is fit for a note. */
  SignedNote sign(String text) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return SignedNote.of(text, NoteSignature.of(publicKey.name(), id, signature));
  }

  @Override
  public String toString() {
    return "LogKey[of " + publicKey + "]";
  }
}
