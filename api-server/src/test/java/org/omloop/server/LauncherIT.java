package org.omloop.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.LauncherCheckout.Launch;

/** The {@code omloop} launcher, in a checkout of its own with a Maven and a Java that only report. */
class LauncherIT {
  @TempDir
  Path folder;

  private LauncherCheckout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = LauncherCheckout.in(folder);
  }

  @Test
  void theFirstLaunchBuildsAndTheNextDoesNot() throws Exception {
    assertTrue(checkout.launch("--version").errors().contains("Building Omloop"));

    assertEquals("", checkout.launch("--version").errors());
    assertEquals(1, checkout.builds());
  }

  @Test
  void aSourceNewerThanTheJarIsBuilt() throws Exception {
    checkout.launch("--version");
    Path source = folder.resolve("ledger-core/src/main/java/Ledger.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    checkout.launch("--version");

    assertEquals(2, checkout.builds());
  }

  @Test
  void whatIsEditedDuringABuildIsBuiltNextTime() throws Exception {
    checkout.mavenDoes("sleep 0.05; touch '" + folder.resolve("pom.xml") + "'");
    checkout.launch("--version");
    checkout.mavenDoes("");

    checkout.launch("--version");

    assertEquals(2, checkout.builds());
  }

  @Test
  void argumentsReachOmloopUnchanged() throws Exception {
    List<String> arguments = List.of("pay", "two words", "", "*", "a\"b'c", "--json=out.json");

    Launch launch = checkout.launch(arguments.toArray(String[]::new));

    assertEquals(arguments, launch.argumentsAfterJar());
  }

  @Test
  void nothingButOmloopWritesToStandardOutput() throws Exception {
    checkout.mavenDoes("echo noise");

    Launch launch = checkout.launch("--json");

    assertTrue(launch.output().startsWith("java "), launch.output());
    assertTrue(launch.errors().contains("noise"), launch.errors());
  }

  @Test
  void startsFromAnyFolderAndThroughASymbolicLink() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../omloop"));
    Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("second"), link);

    Launch launch =
        checkout.launch(checkout.command(linkToLink, "serve").directory(elsewhere.toFile()));

    assertEquals(0, launch.exitCode(), launch.errors());
    assertEquals(List.of("serve"), launch.argumentsAfterJar());
  }

  @Test
  void javaTakesTheLaunchersPlaceSoSignalsReachIt() throws Exception {
    Process process = checkout.command(folder.resolve("omloop"), "serve").start();

    Launch launch = Launch.of(process);

    assertEquals("process " + process.pid(), launch.output().lines().toList().get(1));
  }

  @Test
  void theExitCodeIsOmloopsOwn() throws Exception {
    checkout.javaDoes("exit 1");

    assertEquals(1, checkout.launch("verify", "folder").exitCode());
  }

  @Test
  void moreOptionsForJavaComeFromTheEnvironment() throws Exception {
    ProcessBuilder command = checkout.command(folder.resolve("omloop"), "serve");
    command.environment().put("OMLOOP_JAVA_OPTS", "-Xmx2g -Dname=*");

    assertTrue(checkout.launch(command).output().contains(" -Xmx2g -Dname=* -jar "));
  }

  @Test
  void ofTwoLaunchesAtTheSameTimeOneBuilds() throws Exception {
    checkout.mavenDoes("sleep 1");
    Process first = checkout.command(folder.resolve("omloop"), "first").start();
    Process second = checkout.command(folder.resolve("omloop"), "second").start();

    assertEquals(List.of("first"), Launch.of(first).argumentsAfterJar());
    assertEquals(List.of("second"), Launch.of(second).argumentsAfterJar());
    assertEquals(1, checkout.builds());
  }

  @Test
  void aFailedBuildStartsNothingAndIsTriedAgain() throws Exception {
    checkout.mavenDoes("exit 1");
    Launch failed = checkout.launch("serve");
    checkout.mavenDoes("");

    assertEquals(3, failed.exitCode());
    assertEquals("", failed.output());
    assertTrue(failed.errors().contains("The build failed"), failed.errors());
    assertEquals(0, checkout.launch("serve").exitCode());
  }

  @Test
  void whatIsBuiltStartsInAFolderThatCannotBeWritten() throws Exception {
    checkout.launch("--version");
    checkout.refuseWriting();

    assertEquals("", checkout.launch("serve").errors());

    Files.setLastModifiedTime(
        folder.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
    Launch launch = checkout.launch("serve");

    assertTrue(launch.errors().contains("starting what is built"), launch.errors());
    assertEquals(List.of("serve"), launch.argumentsAfterJar());
  }

  @Test
  void anUnbuiltFolderThatCannotBeWrittenIsAClearError() throws Exception {
    checkout.refuseWriting();

    Launch launch = checkout.launch("serve");

    assertEquals(3, launch.exitCode());
    assertTrue(launch.errors().contains("cannot be written"), launch.errors());
  }

  @Test
  void aMissingMavenIsAClearError() throws Exception {
    checkout.removeMaven();

    Launch launch = checkout.launch("serve");

    assertEquals(3, launch.exitCode());
    assertTrue(launch.errors().contains("Maven 3.8 or newer is needed"), launch.errors());
  }

  @Test
  void anOldJavaIsAClearError() throws Exception {
    checkout.javaIs("11.0.2");

    Launch launch = checkout.launch("serve");

    assertEquals(3, launch.exitCode());
    assertTrue(launch.errors().contains("Java 17 or newer is needed"), launch.errors());
    assertTrue(launch.errors().contains("is version 11"), launch.errors());
  }

  @Test
  void aRuntimeWithoutACompilerIsAClearError() throws Exception {
    checkout.removeCompiler();

    Launch launch = checkout.launch("serve");

    assertEquals(3, launch.exitCode());
    assertTrue(launch.errors().contains("A JDK is needed"), launch.errors());
  }

  @Test
  void aWrongJavaHomeIsAClearError() throws Exception {
    ProcessBuilder command = checkout.command(folder.resolve("omloop"), "serve");
    command.environment().put("JAVA_HOME", folder.resolve("nowhere").toString());

    assertTrue(checkout.launch(command).errors().contains("no bin/java"));
  }
}
