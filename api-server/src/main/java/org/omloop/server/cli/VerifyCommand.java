package org.omloop.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.server.audit.ExportFolder;
import org.omloop.server.audit.ExportedReports;
import org.omloop.server.audit.KnownHead;
import org.omloop.server.audit.UnusableExport;
import org.omloop.server.audit.Verification;
import org.omloop.server.audit.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code omloop verify}: the check that asks nobody. */
@Command(
    name = "verify",
    description = {
      "Checks an exported journal from its files alone: no server, no database, no network.",
      "Every signature, decision, limit, balance and hash is worked out again.",
      "Or checks one receipt, which needs the log's --key and nothing else.",
      "Exit code 0: all holds; 1: something does not, and the first bad entry is named."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final int LONGEST_CHECKPOINT = 1 << 20;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|FILE",
      description =
          "Folder that 'omloop export --out' has written, or a receipt that a wallet has kept.")
  @SuppressWarnings("NullAway.Init") // it is required
  private Path path;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "The log's public key as you had it from elsewhere: name+id+key, or a file with it.")
  private @Nullable String key;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = {
        "A checkpoint you kept from an earlier visit: the journal must go on from it.",
        "May be given more than once."
      })
  private List<Path> earlier = new ArrayList<>();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "A checkpoint that somebody else was shown: it must tell the same history. May be repeated.")
  private List<Path> others = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "A report on how money went round, as JSON: every figure is worked out again.",
        "What differs first is named with its table, row and column."
      })
  private @Nullable Path measured;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report to a file.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    if (Files.isRegularFile(path)) {
      return verifyReceipt();
    }
    if (!Files.isDirectory(path)) {
      throw new ParameterException(spec.commandLine(), path + " is neither a folder nor a receipt");
    }
    ExportFolder files = new ExportFolder(path);
    ProgressBar bar = new ProgressBar(
        spec.commandLine().getErr(), "Verifying", Verification.size(files).orElse(1L));
    VerificationReport report = verify(files, bar);
    PrintWriter out = spec.commandLine().getOut();
    out.println(VerificationText.of(report));
    out.flush();
    TextFile.write(json, VerificationJson.of(report));
    boolean isSame = measured == null || verifyMeasured(measured, files, out);
    return report.passed() && isSame ? 0 : 1;
  }

  /** Asked for beside all other checks, as a report on a forged journal may well be in order. */
  private boolean verifyMeasured(Path file, ExportFolder files, PrintWriter out) {
    Optional<String> difference = difference(file, files);
    out.println(difference
        .map(each -> "REPORT FAIL: " + each)
        .orElse("REPORT PASS: every figure in " + file + " follows from the journal."));
    out.flush();
    return difference.isEmpty();
  }

  private Optional<String> difference(Path file, ExportFolder files) {
    try {
      return ExportedReports.difference(files, Files.readString(file), done -> {});
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read the report: " + FileTrouble.words(e), e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), file + " is " + e.getMessage(), e);
    } catch (UnusableExport e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private int verifyReceipt() {
    LogPublicKey log = expectedKey()
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(), "a receipt is checked against the log's key: give --key KEY"));
    boolean isMore = json != null || measured != null || !earlier.isEmpty() || !others.isEmpty();
    if (isMore) {
      throw new ParameterException(spec.commandLine(), "a receipt is checked with --key alone");
    }
    CheckedReceipt checked = CheckedReceipt.of(receiptText(), log);
    PrintWriter out = spec.commandLine().getOut();
    out.println(checked.text());
    out.flush();
    return checked.holds() ? 0 : 1;
  }

  private String receiptText() {
    try {
      if (Files.size(path) > LONGEST_CHECKPOINT) {
        throw new ParameterException(spec.commandLine(), path + " is too long for a receipt");
      }
      return new String(Files.readAllBytes(path), UTF_8);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read the receipt: " + FileTrouble.words(e), e);
    }
  }

  private VerificationReport verify(ExportFolder files, ProgressBar bar) {
    try {
      return Verification.run(files, expectedKey(), known(), bar::show);
    } catch (UncheckedIOException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<LogPublicKey> expectedKey() {
    return Optional.ofNullable(key).map(given -> {
      try {
        Path file = Path.of(given);
        boolean isFile = Files.isRegularFile(file) && Files.size(file) <= LONGEST_CHECKPOINT;
        return LogPublicKey.parse(isFile ? Files.readString(file).strip() : given);
      } catch (IOException | IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(), "--key is neither a log's key nor a file with one: " + given, e);
      }
    });
  }

  private List<KnownHead> known() {
    List<KnownHead> known = new ArrayList<>();
    earlier.forEach(each -> known.add(head(each, KnownHead.Kind.EARLIER)));
    others.forEach(each -> known.add(head(each, KnownHead.Kind.OTHER)));
    return known;
  }

  private KnownHead head(Path file, KnownHead.Kind kind) {
    try {
      if (Files.size(file) > LONGEST_CHECKPOINT) {
        throw new IllegalArgumentException("it is too long");
      }
      return new KnownHead(
          file.toString(),
          kind,
          SignedCheckpoint.parse(new String(Files.readAllBytes(file), UTF_8)));
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot read the checkpoint: " + FileTrouble.words(e), e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), file + " is not a signed checkpoint: " + e.getMessage(), e);
    }
  }
}
