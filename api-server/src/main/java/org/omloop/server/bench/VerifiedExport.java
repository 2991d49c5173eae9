package org.omloop.server.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.server.ExportedJournal;
import org.omloop.server.ServerConfig;
import org.omloop.server.audit.ExportFolder;
import org.omloop.server.audit.Verification;
import org.omloop.server.audit.VerificationReport;
import org.omloop.server.export.JournalExport;
import org.omloop.server.export.LogFolder;
import org.omloop.server.postgres.KeptJournal;

/**
 * How fast a journal is written out, and how fast what was written is verified.
 *
 * @param exported entries a second
 * @param verified entries a second, round by round
 */
record VerifiedExport(Series exported, Series verified) {
  private static final double NANOS = 1e9;

  /** Measures both on the journal of a server that is stopped. */
  static VerifiedExport measure(ServerConfig config, int rounds) {
    Path folder = config.data().resolve("exported");
    Series exported = Series.of(export(config, folder));
    List<Double> verified = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      verified.add(verify(folder));
    }
    return new VerifiedExport(exported, new Series(verified));
  }

  private static double export(ServerConfig config, Path folder) {
    try (KeptJournal kept = KeptJournal.open(config.data(), config.database())) {
      ExportedJournal source = ExportedJournal.of(kept, config.data());
      long start = System.nanoTime();
      JournalExport.run(source, List.of(new LogFolder(folder)), done -> {});
      return source.size() / ((System.nanoTime() - start) / NANOS);
    }
  }

  private static double verify(Path folder) {
    long start = System.nanoTime();
    VerificationReport report =
        Verification.run(new ExportFolder(folder), Optional.empty(), List.of(), done -> {});
    if (!report.passed()) {
      throw new IllegalStateException("what was exported does not verify: " + report.first());
    }
    return report.verified() / ((System.nanoTime() - start) / NANOS);
  }

  List<Target> targets(Rates rates) {
    double checks = rates.perSecond(CheckLoad.FASTEST_ALL).median();
    return List.of(
        new Target(
            "P7", "verify ÷ signature checks", verified.map(each -> each / checks), "≥ 0.85"),
        new Target("-", "entries verified a second", verified, "none"),
        new Target("-", "entries exported a second", exported, "none"));
  }
}
