package org.omloop.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** The core is a function of state, order and time; these rules keep it one. */
@AnalyzeClasses(
    packages = "org.omloop.ledger",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.omloop.ledger.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointOneWay = layeredArchitecture()
      .consideringOnlyDependenciesInLayers()
      .layer("ledger")
      .definedBy("org.omloop.ledger")
      .layer("money")
      .definedBy("org.omloop.ledger.money")
      .layer("signing")
      .definedBy("org.omloop.ledger.signing")
      .layer("account")
      .definedBy("org.omloop.ledger.account")
      .layer("policy")
      .definedBy("org.omloop.ledger.policy")
      .layer("order")
      .definedBy("org.omloop.ledger.order")
      .layer("journal")
      .definedBy("org.omloop.ledger.journal")
      .layer("checkpoint")
      .definedBy("org.omloop.ledger.checkpoint")
      .layer("circulation")
      .definedBy("org.omloop.ledger.circulation..")
      .optionalLayer("payment")
      .definedBy("org.omloop.ledger.payment")
      .whereLayer("money")
      .mayNotAccessAnyLayer()
      .whereLayer("signing")
      .mayNotAccessAnyLayer()
      .whereLayer("account")
      .mayOnlyAccessLayers("money", "signing")
      .whereLayer("policy")
      .mayOnlyAccessLayers("money", "account")
      .whereLayer("order")
      .mayOnlyAccessLayers("money", "signing", "account", "policy", "payment")
      .whereLayer("journal")
      .mayOnlyAccessLayers("money", "signing", "account", "policy", "order")
      .whereLayer("checkpoint")
      .mayOnlyAccessLayers("money", "signing", "account", "order", "journal")
      .whereLayer("circulation")
      .mayOnlyAccessLayers("money", "account", "policy", "order", "journal")
      .whereLayer("payment")
      .mayOnlyAccessLayers("money", "signing", "account")
      .whereLayer("ledger")
      .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule theCoreReadsNoClock = noClasses()
      .should()
      .callCodeUnitWhere(calls("reads the clock", ArchitectureTest::readsTheClock))
      .orShould()
      .dependOnClassesThat(assignableTo(Clock.class));

  @ArchTest
  static final ArchRule theCoreDependsOnNoPlace = noClasses()
      .should()
      .callCodeUnitWhere(
          calls("asks the machine where it stands", ArchitectureTest::asksTheMachine))
      .orShould()
      .dependOnClassesThat(assignableTo(TimeZone.class));

  @ArchTest
  static final ArchRule theCoreDrawsNoRandomNumbers = noClasses()
      .should()
      .callCodeUnitWhere(calls("draws a random number", ArchitectureTest::drawsARandomNumber));

  @ArchTest
  static final ArchRule theCoreDoesNoIo = noClasses()
      .should()
      .dependOnClassesThat(resideInAnyPackage(
          "java.nio.file..",
          "java.nio.channels..",
          "java.net..",
          "java.sql..",
          "java.util.logging..",
          "org.slf4j..",
          "io.vertx..",
          "io.netty.."))
      .orShould()
      .dependOnClassesThat(assignableTo(File.class)
          .or(assignableTo(FileInputStream.class))
          .or(assignableTo(FileOutputStream.class))
          .or(assignableTo(RandomAccessFile.class))
          .or(assignableTo(Console.class)))
      .orShould()
      .accessField(System.class, "in")
      .orShould()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");

  @ArchTest
  static final ArchRule theCoreStartsNoThreads = noClasses()
      .should()
      .dependOnClassesThat(assignableTo(Thread.class).or(assignableTo(Executor.class)));

  @ArchTest
  static final ArchRule onlySigningImportsBouncyCastle = noClasses()
      .that()
      .resideOutsideOfPackage("org.omloop.ledger.signing")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    Set<String> unmarked = classes.stream()
        .map(JavaClass::getPackage)
        .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
        .map(javaPackage -> javaPackage.getName())
        .collect(toSet());
    assertEquals(Set.of(), unmarked, "packages without @NullMarked in their package-info.java");
  }

  @ArchTest
  static void everyPackageIsExported(JavaClasses classes) {
    Set<String> hidden = classes.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !Ledger.class.getModule().isExported(name))
        .collect(toSet());
    assertEquals(Set.of(), hidden, "packages without a line in module-info.java");
  }

  private static boolean readsTheClock(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    return owner.startsWith("java.time.") && target.getName().equals("now")
        || owner.equals("java.lang.System")
            && target.getName().matches("currentTimeMillis|nanoTime")
        || owner.equals(Date.class.getName()) && target.getRawParameterTypes().isEmpty();
  }

  private static boolean asksTheMachine(CodeUnitCallTarget target) {
    String call = target.getOwner().getName() + "." + target.getName();
    return Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.nio.charset.Charset.defaultCharset",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault")
        .contains(call);
  }

  private static boolean drawsARandomNumber(CodeUnitCallTarget target) {
    String call = target.getOwner().getName() + "." + target.getName();
    return Set.of("java.lang.Math.random", "java.util.UUID.randomUUID").contains(call)
        || target.getName().equals("<init>") && target.getOwner().isAssignableTo(Random.class);
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String description, Predicate<CodeUnitCallTarget> predicate) {
    return describe(description, call -> predicate.test(call.getTarget()));
  }
}
