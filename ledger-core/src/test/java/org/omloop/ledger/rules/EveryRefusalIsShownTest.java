package org.omloop.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.journal.Refusal;

/** A reason that no script shows is a reason that nobody has seen. */
class EveryRefusalIsShownTest {
  private static final Pattern SHOWN = Pattern.compile("refused ([a-z-]+)");

  @Test
  void scriptsShowEveryReason() {
    Set<Refusal> hidden = EnumSet.allOf(Refusal.class);
    new ClassFileImporter()
        .importPackages(getClass().getPackageName()).stream()
            .filter(each -> !each.isEquivalentTo(EveryRefusalIsShownTest.class))
            .forEach(each -> hidden.removeAll(shown(each)));
    assertEquals(Set.of(), hidden, "reasons that no script shows");
  }

  /** Finds the reasons in a class file, where its scripts stand as constants. */
  private static Set<Refusal> shown(JavaClass test) {
    Set<Refusal> shown = EnumSet.noneOf(Refusal.class);
    Matcher matcher = SHOWN.matcher(constants(test));
    while (matcher.find()) {
      Refusal.named(matcher.group(1)).ifPresent(shown::add);
    }
    return shown;
  }

  private static String constants(JavaClass test) {
    try (InputStream bytes = test.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
