package org.omloop.server.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/**
 * As whom PostgreSQL's programs run. They refuse root, so root steps aside: where the kernel offers user namespaces the
 * programs run in one, in which root is nobody in particular and its files stay its own; elsewhere (most containers)
 * they run as an ordinary user id, to whom the database folder is given.
 *
 * @param prefix words before the command; empty when nothing needs doing
 * @param userId to whom files must be given; empty when they are its own already
 */
record ServerAccount(List<String> prefix, OptionalInt userId) {
  /** Fedora's fixed id for PostgreSQL, which Debian leaves free; it needs no entry in {@code /etc/passwd}. */
  private static final int USER_ID = 26;

  private static final int ROOT = 0;

  /** Whether this process is root, on the systems that know such a user. */
  static boolean isRoot() {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? owner(self) == ROOT
        : System.getProperty("user.name").equals("root");
  }

  /**
   * The account for a database in this folder. A folder that root gave to somebody decides for that somebody.
   *
   * @throws DatabaseUnavailable if we are root and there is no way to run as someone else
   */
  static ServerAccount forFolder(Path folder, boolean isRoot) {
    if (!isRoot) {
      return new ServerAccount(List.of(), OptionalInt.empty());
    }
    int owner = owner(folder);
    ServerAccount namespace = new ServerAccount(List.of("unshare", "-U"), OptionalInt.empty());
    if (owner == ROOT && namespace.canRun("true")) {
      return namespace;
    }
    return asUser(owner == ROOT ? USER_ID : owner, folder);
  }

  private static ServerAccount asUser(int userId, Path folder) {
    ServerAccount account = new ServerAccount(
        List.of(
            "setpriv",
            "--reuid=" + userId,
            "--regid=" + userId,
            "--clear-groups",
            "--inh-caps=-all"),
        OptionalInt.of(userId));
    if (!account.canRun("true")) {
      throw new DatabaseUnavailable(
          "PostgreSQL refuses to run as root, and this machine lets root run it as nobody"
              + " else (user namespaces are off, setpriv fails); run omloop as an ordinary user");
    }
    account.give(folder);
    letPass(Objects.requireNonNull(folder.getParent(), "a database folder lies in a data folder"));
    if (!account.canRun("test", "-x", folder.toString())) {
      throw new DatabaseUnavailable(
          "PostgreSQL refuses to run as root, and as user " + userId + " it cannot reach " + folder
              + "; choose a folder outside root's own with --data, or run omloop as an ordinary user");
    }
    return account;
  }

  /** The command, run under this account. */
  List<String> command(List<String> words) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(words);
    return whole;
  }

  private boolean canRun(String... words) {
    try {
      return new ProcessBuilder(command(List.of(words)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int owner(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid");
    } catch (IOException e) {
      throw StartFailure.explain(path, "error: " + e);
    }
  }

  /** Gives a file, or a folder and all in it, to the account's user; nothing to do when that is ourselves. */
  void give(Path path) {
    if (userId.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        Files.setAttribute(file, "unix:uid", userId.getAsInt(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", userId.getAsInt(), LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      throw StartFailure.explain(path, "error: " + e);
    }
  }

  /** Lets every user pass through the data folder to what lies in it, without seeing its list. */
  private static void letPass(Path dataFolder) {
    try {
      Set<PosixFilePermission> rights = new HashSet<>(Files.getPosixFilePermissions(dataFolder));
      rights.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(dataFolder, rights);
    } catch (IOException e) {
      throw StartFailure.explain(dataFolder, "error: " + e);
    }
  }
}
