package org.omloop.server.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  private static final Path BESIDE = Path.of("/data/postgres");

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, /postgres-linux-x86_64.txz",
    "Linux, aarch64, /postgres-linux-arm_64.txz",
    "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, /postgres-darwin-arm_64.txz",
    "Windows 11, amd64, /postgres-windows-x86_64.txz",
    "Windows 11, aarch64, none",
    "SunOS, sparcv9, none",
    "Linux, riscv64, none"
  })
  void everyPlatformHasItsArchiveOnTheClassPathOrNone(
      String osName, String osArch, String archive) {
    String found = Platform.of(osName, osArch).map(Platform::archive).orElse("none");
    assertEquals(archive, found);
    assertEquals(!found.equals("none"), PlatformTest.class.getResource(found) != null);
  }

  @Test
  void rootUnpacksWhereOtherUsersCanReach() {
    assertEquals(
        List.of(Path.of("/var/cache/omloop"), BESIDE),
        ProgramCache.candidates(new Platform("linux", "x86_64"), true, Map.of(), "/root", BESIDE));
  }

  @Test
  void aUserUnpacksInTheCacheOfTheirOwn() {
    Platform linux = new Platform("linux", "x86_64");
    assertEquals(
        List.of(Path.of("/home/an/.cache/omloop"), BESIDE),
        ProgramCache.candidates(linux, false, Map.of(), "/home/an", BESIDE));
    assertEquals(
        List.of(Path.of("/scratch/omloop"), BESIDE),
        ProgramCache.candidates(
            linux, false, Map.of("XDG_CACHE_HOME", "/scratch"), "/home/an", BESIDE));
  }

  @Test
  void aUserWithoutHomeUnpacksBesideTheData() {
    assertEquals(
        List.of(BESIDE),
        ProgramCache.candidates(new Platform("linux", "x86_64"), false, Map.of(), "?", BESIDE));
  }
}
