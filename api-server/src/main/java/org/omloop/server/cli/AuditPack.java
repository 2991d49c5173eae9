package org.omloop.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;
import org.omloop.server.ExportedJournal;
import org.omloop.server.bank.Vault;
import org.omloop.server.books.Audit;
import org.omloop.server.books.StoredFacts;
import org.omloop.server.books.StoredFacts.BankFileFact;
import org.omloop.server.books.StoredFacts.DecisionFact;
import org.omloop.server.export.ExportForm;
import org.omloop.server.export.JournalExport;
import org.omloop.server.export.LogFolder;
import org.omloop.server.export.PlainTextJournal;
import org.omloop.server.founding.ServerKeys;
import org.omloop.server.postgres.KeptJournal;

/**
 * What an auditor takes home, in one zip: the results of the checks, the whole journal with its proof, and what was held
 * against it, each beside its SHA-256. Nobody's name or bank account is in it, unless the bank's own files are asked for.
 * Confined to one thread.
 */
record AuditPack(KeptJournal kept, Path data, Audit audit, boolean withBankFiles) {
  private static final List<String> TEXTS = List.of("README.txt", "LEESMIJ.txt");

  /** Writes it whole or not at all. */
  void write(Path target, LongConsumer progress) {
    try (TemporaryFolder folder = TemporaryFolder.create();
        UnfinishedExport unfinished = new UnfinishedExport()) {
      Path growing = unfinished.file(target);
      fill(folder.path(), progress);
      zip(folder.path(), growing);
      unfinished.keep();
    } catch (IOException e) {
      throw new CannotRun("the pack cannot be written: " + FileTrouble.words(e), e);
    }
  }

  private void fill(Path folder, LongConsumer progress) throws IOException {
    export(folder, progress);
    StoredFacts stored = kept.stored().facts();
    write(folder, "audit.json", AuditText.json(audit));
    write(folder, "audit.txt", AuditText.table(audit) + "\n");
    write(folder, "statements.csv", statements(stored));
    write(folder, "bank-lines.csv", lines(stored));
    write(folder, "decisions.csv", decisions(stored));
    write(folder, "payouts.csv", payouts(stored));
    write(folder, "office-keys.csv", keys(stored));
    for (String each : TEXTS) {
      try (InputStream text = Objects.requireNonNull(AuditPack.class.getResourceAsStream(each))) {
        Files.copy(text, folder.resolve(each));
      }
    }
    if (withBankFiles) {
      bankFiles(folder.resolve("bank-files"), stored.files());
    }
    write(folder, "SHA256SUMS", sums(folder));
  }

  private void export(Path folder, LongConsumer progress) throws IOException {
    List<ExportForm> forms = List.of(
        new LogFolder(folder.resolve("books")),
        new PlainTextJournal(folder.resolve("books.journal")));
    try {
      JournalExport.run(ExportedJournal.of(kept, data), forms, progress);
    } finally {
      for (ExportForm form : forms) {
        form.close();
      }
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String statements(StoredFacts stored) {
    StringBuilder csv = new StringBuilder("number,sha256,credits,debits,closing\n");
    stored
        .files()
        .forEach(each -> row(
            csv,
            each.statement(),
            hexadecimal(each.sha256()),
            each.credits(),
            each.debits(),
            each.closing()));
    return csv.toString();
  }

  /** Journal entries name it in base64url, and sha256sum says it in hexadecimal. */
  private static String hexadecimal(String base64Url) {
    return HexFormat.of().formatHex(Base64Url.decode(base64Url));
  }

  private static String lines(StoredFacts stored) {
    StringBuilder csv = new StringBuilder("line,statement,booked,amount,reason,kind,decision\n");
    stored
        .lines()
        .forEach(each -> row(
            csv,
            each.key(),
            each.statement(),
            each.bookedOn(),
            each.amount(),
            each.reason(),
            each.decision().map(decision -> decision.kind().wireName()).orElse(""),
            each.decision().map(DecisionFact::id).orElse("")));
    return csv.toString();
  }

  /** Reason and lines are in what people signed, so that a signature is checked over all that counts. */
  private static String decisions(StoredFacts stored) {
    StringBuilder csv = new StringBuilder("decision,kind,said,first,second,words,agreement\n");
    stored.lines().stream()
        .flatMap(each -> each.decision().stream())
        .distinct()
        .forEach(each -> row(
            csv,
            each.id(),
            each.kind().wireName(),
            each.on(),
            each.by(),
            each.second().orElse(""),
            each.words(),
            each.agreement().orElse("")));
    return csv.toString();
  }

  private static String payouts(StoredFacts stored) {
    StringBuilder csv =
        new StringBuilder("redemption,drafter,approver,sha256approved,sha256exported\n");
    stored
        .payouts()
        .forEach(each -> row(
            csv,
            each.redemption(),
            each.drafter(),
            each.approver().orElse(""),
            each.approved().orElse(""),
            each.exported().orElse("")));
    return csv.toString();
  }

  private static String keys(StoredFacts stored) {
    StringBuilder csv = new StringBuilder("key,rights,revoked\n");
    stored.keys().stream()
        .filter(each -> each.account().equals(Ledger.OPERATOR))
        .forEach(each -> row(csv, each.id(), each.rights(), each.revoked()));
    return csv.toString();
  }

  /** No value has a comma or a quote in it. */
  private static void row(StringBuilder csv, Object... values) {
    csv.append(String.join(",", Stream.of(values).map(String::valueOf).toList()))
        .append('\n');
  }

  /** As the bank sent them, with whatever stands in them. */
  private void bankFiles(Path folder, List<BankFileFact> facts) throws IOException {
    Files.createDirectories(folder);
    Map<String, Long> numbers = new HashMap<>();
    facts.forEach(each -> numbers.merge(each.sha256(), each.statement(), Math::min));
    Vault vault = new Vault(ServerKeys.in(data.resolve("keys"), false).server());
    for (Map.Entry<String, Long> each : numbers.entrySet()) {
      Optional<byte[]> sealed = kept.stored().sealedFile(each.getKey());
      if (sealed.isPresent()) {
        byte[] file = vault.open(sealed.get(), Vault.placeOfFile(each.getKey()));
        if (file.length > 0) { // else its term is over, and nothing is kept of it
          String ending = new String(file, UTF_8).contains("<Document") ? ".xml" : ".txt";
          Files.write(folder.resolve(each.getValue() + ending), file);
        }
      }
    }
  }

  /** Returns what sha256sum -c takes. */
  private static String sums(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Path each : files(folder)) {
      sums.append(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(each))))
          .append("  ")
          .append(name(folder, each))
          .append('\n');
    }
    return sums.toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void zip(Path folder, Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Path each : files(folder)) {
        ZipEntry entry = new ZipEntry("audit/" + name(folder, each));
        entry.setTime(0); // the same pack of the same moment has the same bytes
        zip.putNextEntry(entry);
        Files.copy(each, zip);
        zip.closeEntry();
      }
    }
  }
}
