package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.signing.SigningKey;

class CheckpointTest {
  private static final LogKey KEY =
      LogKey.of("omloop.example/oost", SigningKey.fromSeed(new byte[32]));
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  @Test
  void textIsThatOfTheSpecification() {
    String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
    Checkpoint checkpoint = Checkpoint.parse(text);
    assertEquals(
        new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.parse(ROOT)), checkpoint);
    assertEquals(text, checkpoint.text());
  }

  @Test
  void emptyTreeHasACheckpoint() {
    Checkpoint checkpoint = Checkpoint.of("omloop.example", JournalTree.empty());
    assertEquals(
        "omloop.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", checkpoint.text());
    assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
  }

  @Test
  void signedCheckpointReadsBack() {
    Checkpoint checkpoint = Checkpoint.of("omloop.example/oost", GrownTree.ofSize(12).tree);
    SignedCheckpoint signed = KEY.sign(checkpoint);
    SignedCheckpoint read = SignedCheckpoint.parse(signed.encoded());
    assertEquals(signed, read);
    assertEquals(checkpoint, read.checkpoint());
    assertEquals(NoteVerdict.SIGNED, read.signedBy(KEY.publicKey()));
  }

  @Test
  void aLogSignsNoOtherLogsCheckpoint() {
    Checkpoint other = Checkpoint.of("omloop.example/west", JournalTree.empty());
    assertThrows(IllegalArgumentException.class, () -> KEY.sign(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n1\n",
        "o\n1\n" + ROOT,
        "o\n1\n" + ROOT + "\n\n",
        "o\n1\n" + ROOT + "\nextension\n",
        "\n1\n" + ROOT + "\n",
        "o o\n1\n" + ROOT + "\n",
        "o+o\n1\n" + ROOT + "\n",
        "o\n01\n" + ROOT + "\n",
        "o\n+1\n" + ROOT + "\n",
        "o\n-1\n" + ROOT + "\n",
        "o\n-0\n" + ROOT + "\n",
        "o\n٣\n" + ROOT + "\n",
        "o\n1.0\n" + ROOT + "\n",
        "o\n9223372036854775808\n" + ROOT + "\n",
        "o\n0\n" + ROOT + "\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n1\nAAAA\n"
      })
  void otherTextsAreNoCheckpoints(String text) {
    assertThrows(IllegalArgumentException.class, () -> Checkpoint.parse(text));
  }
}
