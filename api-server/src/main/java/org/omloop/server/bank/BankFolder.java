package org.omloop.server.bank;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what is put into {@code in/} of a folder, and moves it to {@code done/}, where it lies for {@link FolderTerm a month}, or, beside a text that says why, to {@code
 * refused/}. Files that lie there together are taken in the order of what they state, whatever they are called: of a whole year
 * the first statement must be the first. One that is still being written is waited for, some looks long; one that cannot be taken
 * in for now waits until it can. Neither holds up the others. Confined to its event loop.
 */
public final class BankFolder extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(BankFolder.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final long HOUR_MILLIS = 3_600_000;

  /** Looks for which files that stand still wait for one that does not. */
  private static final int PATIENCE = 15;

  /** A file and the first statement in it; empty where it cannot be read, which taking it in will tell. */
  private record Ordered(Path path, Optional<BankStatement> first) {}

  private final Path folder;
  private final BankDesk desk;
  private Map<Path, String> seen = new HashMap<>();
  private Map<Path, String> told = new HashMap<>();
  private boolean looks;
  private int waited;

  public BankFolder(Path folder, BankDesk desk) {
    this.folder = folder;
    this.desk = desk;
  }

  @Override
  public Future<?> start() {
    return vertx
        .executeBlocking(() -> {
          for (String each : List.of("in", "done", "refused")) {
            Files.createDirectories(folder.resolve(each));
          }
          return folder;
        })
        .onSuccess(made -> {
          vertx.setPeriodic(EVERY_MILLIS, tick -> look());
          vertx.setPeriodic(0, HOUR_MILLIS, tick -> endTerms());
        });
  }

  private void endTerms() {
    Path done = folder.resolve("done");
    vertx
        .executeBlocking(
            () -> {
              FolderTerm.end(done, Instant.now());
              return done;
            },
            false)
        .onFailure(cause -> tell(done, cause));
  }

  private void look() {
    if (looks) {
      return;
    }
    looks = true;
    vertx
        .executeBlocking(this::still, false)
        .compose(files -> {
          told.keySet().retainAll(seen.keySet());
          Future<?> done = Future.succeededFuture();
          for (Path file : files) {
            done = done.compose(before -> take(file).otherwise(cause -> tell(file, cause)));
          }
          return done;
        })
        .onFailure(cause -> tell(folder, cause))
        .onComplete(all -> looks = false);
  }

  /** Says once why a file waits, and not each second. */
  private @Nullable Path tell(Path file, Throwable cause) {
    String why = cause.toString();
    if (!why.equals(told.put(file, why))) {
      LOG.warn("bank file {} waits: {}", file, why);
    }
    return null;
  }

  /** Returns files that have not changed since the last look, the earliest statement first. */
  private List<Path> still() throws IOException {
    Map<Path, String> now = new HashMap<>();
    List<Path> still = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("in"))) {
      for (Path file : files.filter(BankFolder::isFile).sorted().toList()) {
        String facts = Files.size(file) + " " + Files.getLastModifiedTime(file);
        now.put(file, facts);
        if (facts.equals(seen.get(file))) {
          still.add(file);
        }
      }
    }
    seen = now;
    boolean isWhole = still.size() == now.size();
    waited = isWhole || still.isEmpty() ? 0 : waited + 1;
    return isWhole || waited > PATIENCE ? inOrder(still) : List.of();
  }

  private static List<Path> inOrder(List<Path> files) {
    if (files.size() < 2) {
      return files;
    }
    return files.stream()
        .map(each -> new Ordered(each, first(each)))
        .sorted(BankFolder::compare)
        .map(Ordered::path)
        .toList();
  }

  /** What cannot be read comes last. */
  private static int compare(Ordered one, Ordered other) {
    return one.first().isPresent() && other.first().isPresent()
        ? StatementChain.IN_TIME.compare(one.first().get(), other.first().get())
        : Boolean.compare(one.first().isEmpty(), other.first().isEmpty());
  }

  private static Optional<BankStatement> first(Path file) {
    try {
      return BankFile.read(read(file)).statements().stream().min(StatementChain.IN_TIME);
    } catch (RefusedFile | IOException e) {
      return Optional.empty();
    }
  }

  /** What begins with a dot is somebody's unfinished business. */
  private static boolean isFile(Path path) {
    return Files.isRegularFile(path) && !String.valueOf(path.getFileName()).startsWith(".");
  }

  private Future<Path> take(Path file) {
    return vertx
        .executeBlocking(() -> read(file), false)
        .compose(bytes -> desk.take(bytes, ""))
        .compose(
            taken -> vertx.executeBlocking(() -> move(file, "done", ""), false),
            cause -> cause instanceof RefusedFile refused && !refused.isByRules()
                ? vertx.executeBlocking(() -> move(file, "refused", said(refused.why())), false)
                : Future.failedFuture(cause));
  }

  /** A file too large to read is refused by its size alone. */
  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > BankFile.MOST_BYTES) {
      throw new RefusedFile(Check.I2, "too-large", Files.size(file) + " bytes");
    }
    return Files.readAllBytes(file);
  }

  private static String said(Checked why) {
    return why.check() + " " + why.reason() + "\n" + why.facts() + "\n";
  }

  private Path move(Path file, String to, String why) {
    try {
      Path target = folder.resolve(to).resolve(String.valueOf(file.getFileName()));
      if (!why.isEmpty()) {
        Files.writeString(target.resolveSibling(target.getFileName() + ".txt"), why);
      }
      Path moved = Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
      FolderTerm.begin(moved);
      return moved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
