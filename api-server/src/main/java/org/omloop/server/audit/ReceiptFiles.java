package org.omloop.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;

/**
 * The receipts of an export: each a C2SP tlog-proof with its entry beside it. Confined to the verifying thread.
 */
final class ReceiptFiles {
  private static final String FOLDER = "receipts";
  private static final String PROOF = ".tlog-proof";
  private static final String LEAF = ".leaf";
  private static final Pattern NAME = Pattern.compile("receipts/(\\d{1,18})-of-\\d+\\..*");

  private record Read(String path, Receipt receipt) {}

  private final List<Read> receipts = new ArrayList<>();
  private final Findings findings;

  private ReceiptFiles(Findings findings) {
    this.findings = findings;
  }

  static ReceiptFiles read(ExportedFiles files, Findings findings) {
    ReceiptFiles receipts = new ReceiptFiles(findings);
    try (Stream<String> paths = files.below(FOLDER)) {
      paths.sorted().forEach(path -> receipts.read(path, files));
    }
    return receipts;
  }

  private void read(String path, ExportedFiles files) {
    if (path.endsWith(PROOF)) {
      String leaf = path.substring(0, path.length() - PROOF.length()) + LEAF;
      parse(path, files.read(path).orElse(new byte[0]), files.read(leaf).orElse(new byte[0]));
    } else if (!path.endsWith(LEAF)) {
      findings.add(Finding.ofNone(Check.FILES, path + " does not belong here"));
    } else if (files
        .read(path.substring(0, path.length() - LEAF.length()) + PROOF)
        .isEmpty()) {
      add(path, "has no proof beside it");
    }
  }

  private void parse(String path, byte[] proof, byte[] leaf) {
    try {
      receipts.add(new Read(path, Receipt.parse(Leaf.of(leaf), new String(proof, UTF_8))));
    } catch (IllegalArgumentException e) {
      add(path, "is no receipt: " + e.getMessage());
    }
  }

  private void add(String path, String what) {
    Matcher name = NAME.matcher(path);
    String reason = path + " " + what;
    findings.add(
        name.matches()
            ? Finding.at(Long.parseLong(name.group(1)), Check.RECEIPTS, reason)
            : Finding.ofNone(Check.RECEIPTS, reason));
  }

  /** Returns the heads that the receipts lead to: the journal must have passed through each of them. */
  List<KnownHead> heads() {
    return receipts.stream()
        .map(each ->
            new KnownHead(each.path(), KnownHead.Kind.RECEIPT, each.receipt().checkpoint()))
        .toList();
  }

  /** Holds each receipt against its own head; that the journal passed through the head is for {@link Heads} to say. */
  void check(LogPublicKey key) {
    for (Read each : receipts) {
      ReceiptVerdict verdict = each.receipt().verify(key);
      Optional.of(verdict)
          .filter(given -> !given.isValid())
          .ifPresent(given -> findings.add(Finding.at(
              each.receipt().proof().index(),
              Check.RECEIPTS,
              each.path() + " does not hold: " + given.explanation())));
    }
  }
}
