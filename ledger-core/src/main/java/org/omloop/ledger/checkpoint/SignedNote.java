package org.omloop.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text and the signatures below it (C2SP signed-note; Go's {@code golang.org/x/mod/sumdb/note}). The text counts for
 * nothing until {@link #signedBy} says {@link NoteVerdict#SIGNED} for a trusted key.
 *
 * @param text ends in a newline; no control characters but newlines
 * @param signatures at least one, at most 100, of known and unknown keys
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MOST_SIGNATURES = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
    requireFit(text);
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("The text of a note ends in a newline");
    }
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException("A note has 1 to " + MOST_SIGNATURES + " signatures");
    }
  }

  static SignedNote of(String text, NoteSignature signature) {
    return new SignedNote(text, List.of(signature));
  }

  /** Reads a note; throws {@link IllegalArgumentException} for a text that is none. */
  public static SignedNote parse(String note) {
    int blankLine = note.lastIndexOf("\n\n");
    if (blankLine < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("A note has a text, a blank line and signature lines");
    }
    if (blankLine + 2 == note.length()) {
      throw new IllegalArgumentException("A note has signature lines below its text");
    }
    String[] lines = note.substring(blankLine + 2, note.length() - 1).split("\n", -1);
    return new SignedNote(
        note.substring(0, blankLine + 1),
        Stream.of(lines).map(NoteSignature::parse).toList());
  }

  /** What a key has to do with this note; lines of other keys are ignored. */
  public NoteVerdict signedBy(LogPublicKey key) {
    List<NoteSignature> claims =
        signatures.stream().filter(line -> line.claims(key)).toList();
    if (claims.isEmpty()) {
      return NoteVerdict.UNSIGNED;
    }
    return claims.stream().allMatch(claim -> key.hasSigned(text, claim))
        ? NoteVerdict.SIGNED
        : NoteVerdict.FORGED;
  }

  /** The whole note, as {@link #parse} reads it. */
  public String encoded() {
    return signatures.stream()
        .map(NoteSignature::line)
        .collect(Collectors.joining("\n", text + "\n", "\n"));
  }

  private static void requireFit(String text) {
    if (text.chars().anyMatch(character -> character < ' ' && character != '\n')
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("A note is Unicode without control characters");
    }
  }
}
