package org.omloop.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The server is rooms around one core; these rules keep the walls between them. */
@AnalyzeClasses(
    packages = "org.omloop.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.omloop.server.(**)").should().beFreeOfCycles();

  /** {@code Server} couples them with functions. */
  @ArchTest
  static final ArchRule roomsDoNotKnowEachOther = slices()
      .matching("org.omloop.server.(sequencer|postgres|publication|events|report)..")
      .should()
      .notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyTheWiringKnowsHttp = noClasses()
      .that()
      .resideOutsideOfPackages(
          "org.omloop.server", "org.omloop.server.http..", "org.omloop.server.cli..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.omloop.server.http..");

  @ArchTest
  static final ArchRule nobodyKnowsTheCommandLine = noClasses()
      .that()
      .resideOutsideOfPackage("org.omloop.server.cli..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.omloop.server.cli..", "picocli..");

  @ArchTest
  static final ArchRule onlyPostgresImportsTheSqlClient = noClasses()
      .that()
      .resideOutsideOfPackage("org.omloop.server.postgres..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "io.vertx.sqlclient..",
          "io.vertx.pgclient..",
          "java.sql..",
          "javax.sql..",
          "org.postgresql..",
          "org.flywaydb..");

  @ArchTest
  static final ArchRule onlySigningImportsBouncyCastle =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.bouncycastle..");

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    Set<String> unmarked = classes.stream()
        .map(JavaClass::getPackage)
        .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
        .map(javaPackage -> javaPackage.getName())
        .collect(toSet());
    assertEquals(Set.of(), unmarked, "packages without @NullMarked in their package-info.java");
  }
}
