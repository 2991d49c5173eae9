package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.signing.SigningKey;

/** The note of the documentation of Go's golang.org/x/mod/sumdb/note, and what may be done to it. */
class SignedNoteTest {
  private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
      + "then you don't know what your problem is.\n";
  private static final String NEUMANN =
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  private static final String ENOCH =
      "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
  private static final String NOTE = TEXT + "\n" + NEUMANN;
  private static final LogPublicKey PUBLIC_KEY =
      LogPublicKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  private static final LogKey KEY = LogKey.of("PeterNeumann", neumannsKey());

  /** From the signer key PRIVATE+KEY+PeterNeumann+c74f20a3+AYEK…: a type, then the seed. */
  private static SigningKey neumannsKey() {
    byte[] typed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    return SigningKey.fromSeed(Arrays.copyOfRange(typed, 1, typed.length));
  }

  @Test
  void signsTheSameBytesAsGo() {
    assertEquals(NOTE, KEY.sign(TEXT).encoded());
    assertEquals(PUBLIC_KEY, KEY.publicKey());
  }

  @Test
  void knownKeyHasSigned() {
    assertEquals(NoteVerdict.SIGNED, SignedNote.parse(NOTE).signedBy(PUBLIC_KEY));
  }

  @Test
  void unknownSignaturesAreIgnored() {
    SignedNote note = SignedNote.parse(NOTE + ENOCH);
    assertEquals(NoteVerdict.SIGNED, note.signedBy(PUBLIC_KEY));
    assertEquals(NOTE + ENOCH, note.encoded());
    assertEquals(
        NoteVerdict.SIGNED, SignedNote.parse(TEXT + "\n" + ENOCH + NEUMANN).signedBy(PUBLIC_KEY));
  }

  @Test
  void anotherKeyOfTheSameNameHasNotSigned() {
    LogPublicKey namesake =
        LogKey.of("PeterNeumann", SigningKey.fromSeed(new byte[32])).publicKey();
    assertEquals(NoteVerdict.UNSIGNED, SignedNote.parse(NOTE).signedBy(namesake));
    LogPublicKey renamed = new LogPublicKey("Peter", PUBLIC_KEY.key());
    assertEquals(NoteVerdict.UNSIGNED, SignedNote.parse(NOTE).signedBy(renamed));
  }

  @Test
  void changedTextIsForged() {
    SignedNote note = SignedNote.parse(NOTE.replace("don't know", "know"));
    assertEquals(NoteVerdict.FORGED, note.signedBy(PUBLIC_KEY));
  }

  @Test
  void anyForgedSignatureOfAKnownKeySpoilsTheNote() {
    String forged = "— PeterNeumann " + Base64Text.encode(forgedLine()) + "\n";
    assertEquals(
        NoteVerdict.FORGED, SignedNote.parse(TEXT + "\n" + forged + NEUMANN).signedBy(PUBLIC_KEY));
    assertEquals(NoteVerdict.FORGED, SignedNote.parse(NOTE + forged).signedBy(PUBLIC_KEY));
  }

  private static byte[] forgedLine() {
    byte[] line = new byte[68];
    line[0] = (byte) 0xc7;
    line[1] = 0x4f;
    line[2] = 0x20;
    line[3] = (byte) 0xa3;
    return line;
  }

  @Test
  void textMayHaveBlankLines() {
    SignedNote note = KEY.sign("one\n\ntwo\n\n");
    assertEquals(note, SignedNote.parse(note.encoded()));
    assertEquals(NoteVerdict.SIGNED, SignedNote.parse(note.encoded()).signedBy(PUBLIC_KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\nno signature\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n— name AAAAAAA=\n ",
        "text\n— name AAAAAAA=\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n—name AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n— na\u00a0me AAAAAAA=\n",
        "text\n\n— na\u0085me AAAAAAA=\n",
        "text\n\n— name  AAAAAAA=\n",
        "text\n\n— name AAAAAAA= \n",
        "text\n\n— name AAAAAAA\n",
        "text\n\n— name AAAAAAB=\n",
        "text\n\n— name AAAAAA==\n",
        "text\n\n— name \n",
        "text\n\n— name\n",
        "te\rxt\n\n— name AAAAAAA=\n",
        "te\txt\n\n— name AAAAAAA=\n",
        "te\u0000xt\n\n— name AAAAAAA=\n",
        "te\ud800xt\n\n— name AAAAAAA=\n",
        "text\n\n— name AAAAAAA=\r\n",
        "text\r\n\r\n— name AAAAAAA=\r\n"
      })
  void otherTextsAreNoNotes(String text) {
    assertThrows(IllegalArgumentException.class, () -> SignedNote.parse(text));
  }

  @Test
  void shortestNoteIsRead() {
    SignedNote note = SignedNote.parse("text\n\n— name AAAAAAA=\n");
    assertEquals(List.of(new NoteSignature("name", "AAAAAAA=")), note.signatures());
    assertEquals(0, note.signatures().get(0).keyId());
    assertEquals(1, note.signatures().get(0).signature().length);
  }

  @Test
  void aHundredSignaturesAreTheMost() {
    String line = "— name AAAAAAA=\n";
    assertEquals(
        100, SignedNote.parse("text\n\n" + line.repeat(100)).signatures().size());
    assertThrows(
        IllegalArgumentException.class, () -> SignedNote.parse("text\n\n" + line.repeat(101)));
  }

  @Test
  void keyTextHidesTheSecret() {
    assertFalse(KEY.toString().contains("gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void otherTextsAreNoVerifierKeys(String text) {
    assertThrows(IllegalArgumentException.class, () -> LogPublicKey.parse(text));
  }
}
