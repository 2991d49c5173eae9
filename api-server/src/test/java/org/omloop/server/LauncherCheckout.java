package org.omloop.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small checkout with the real {@code omloop} launcher in it. Its {@code PATH} holds the few tools the
 * launcher uses and nothing else; its Maven notes each build and leaves a jar, its Java prints its arguments.
 */
record LauncherCheckout(Path root) {
  private static final Path LAUNCHER = Path.of("..", "omloop");
  private static final List<String> TOOLS = List.of(
      "find", "head", "sed", "dirname", "readlink", "mkdir", "touch", "rm", "flock", "sleep");

  /** What one launch wrote and how it ended. */
  record Launch(int exitCode, String output, String errors) {
    static Launch of(Process process) throws IOException, InterruptedException {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the launch did not end");
      }
      return new Launch(process.exitValue(), output, errors);
    }

    List<String> argumentsAfterJar() {
      return output
          .lines()
          .dropWhile(line -> !line.startsWith("argument -jar"))
          .skip(2)
          .map(line -> line.substring("argument ".length()))
          .toList();
    }
  }

  static LauncherCheckout in(Path root) throws IOException {
    LauncherCheckout checkout = new LauncherCheckout(root);
    Files.copy(LAUNCHER, root.resolve("omloop"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(root.resolve("pom.xml"), "");
    Files.createDirectories(root.resolve(".mvn"));
    Files.createDirectories(root.resolve("ledger-core/src/main/java"));
    Files.writeString(root.resolve("ledger-core/pom.xml"), "");
    Files.writeString(root.resolve("ledger-core/src/main/java/Ledger.java"), "");
    Files.createDirectories(root.resolve("jdk/bin"));
    Files.createDirectories(root.resolve("bin"));
    for (String tool : TOOLS) {
      script(root.resolve("bin").resolve(tool), "exec '%s' \"$@\"".formatted(onThePath(tool)));
    }
    checkout.mavenDoes("");
    checkout.javaDoes("");
    checkout.javaIs("17.0.1");
    script(root.resolve("jdk/bin/javac"), "");
    return checkout;
  }

  ProcessBuilder command(Path launcher, String... arguments) {
    List<String> words = new ArrayList<>(List.of(launcher.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder command = new ProcessBuilder(words).directory(root.toFile());
    command.environment().put("PATH", root.resolve("bin").toString());
    command.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    command.environment().remove("OMLOOP_JAVA_OPTS");
    return command;
  }

  Launch launch(String... arguments) throws IOException, InterruptedException {
    return launch(command(root.resolve("omloop"), arguments));
  }

  Launch launch(ProcessBuilder command) throws IOException, InterruptedException {
    return Launch.of(command.start());
  }

  long builds() throws IOException {
    return Files.readAllLines(root.resolve("builds")).size();
  }

  void mavenDoes(String steps) throws IOException {
    script(
        root.resolve("bin/mvn"),
        "echo \"$@\" >>'%s'".formatted(root.resolve("builds")),
        steps,
        "mkdir -p api-server/target/lib && touch api-server/target/omloop.jar");
  }

  void javaDoes(String steps) throws IOException {
    script(
        root.resolve("jdk/bin/java"),
        "echo \"java $*\"",
        "echo \"process $$\"",
        "for argument; do echo \"argument $argument\"; done",
        steps);
  }

  void javaIs(String version) throws IOException {
    Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  void removeMaven() throws IOException {
    Files.delete(root.resolve("bin/mvn"));
  }

  void removeCompiler() throws IOException {
    Files.delete(root.resolve("jdk/bin/javac"));
  }

  /** A file where the build's folder must come, as file rights do not stop root. */
  void refuseWriting() throws IOException {
    Path target = root.resolve("target");
    if (Files.isDirectory(target)) {
      Files.move(target, root.resolve("target-before"));
    }
    Files.writeString(target, "");
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  private static Path onThePath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(tool + " is not on the PATH"));
  }
}
