package org.omloop.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A journal on disk, in the layout that {@code .ci/go/checklog.go} documents. */
final class ExportedFolder {
  private final Path folder;
  private final GrownTree grown;
  private final LogKey key;

  private ExportedFolder(Path folder, GrownTree grown, LogKey key) {
    this.folder = folder;
    this.grown = grown;
    this.key = key;
  }

  static Path write(Path folder, GrownTree grown, LogKey key) throws IOException {
    new ExportedFolder(folder, grown, key).write();
    return folder;
  }

  private void write() throws IOException {
    int size = grown.leaves.size();
    put("log.vkey", (key.publicKey().text() + "\n").getBytes(UTF_8));
    put("checkpoint", signed(size).encoded().getBytes(UTF_8));
    for (Tile tile : Tile.all(size)) {
      put(tile.path(), tile.read(grown.hashes));
    }
    for (EntryBundle bundle : EntryBundle.all(size)) {
      int first = (int) bundle.firstLeaf();
      List<Leaf> leaves = grown.leaves.subList(first, first + bundle.width());
      put(bundle.path(), bundle.encode(leaves));
    }
    for (int index = 0; index < size; index += 1 + size / 40) {
      writeReceipt(index, size);
      writeReceipt(index, index + 1);
    }
  }

  private void writeReceipt(int index, int size) throws IOException {
    Receipt receipt = new Receipt(
        grown.leaves.get(index), InclusionProof.create(index, size, grown.hashes), signed(size));
    put("receipts/" + index + "-of-" + size + ".tlog-proof", receipt.proofText().getBytes(UTF_8));
    put("receipts/" + index + "-of-" + size + ".leaf", receipt.leaf().toBytes());
  }

  private SignedCheckpoint signed(int size) {
    return key.sign(new Checkpoint(key.publicKey().name(), size, grown.root(size)));
  }

  private void put(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
