package org.omloop.server.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.omloop.server.postgres.folder.DataFolder;

/** A process of its own that starts the embedded database and holds it until it is killed. */
final class HoldsDatabase {
  private HoldsDatabase() {}

  public static void main(String[] arguments) throws InterruptedException {
    DataFolder folder = DataFolder.open(Path.of(arguments[0]));
    EmbeddedDatabase.start(folder);
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  /** Starts such a process, and returns when its database runs. */
  static Process on(Path folder) throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HoldsDatabase.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(output.readLine())) {
      throw new IllegalStateException("the process that should hold the database ended");
    }
    return process;
  }
}
