package org.omloop.server.postgres.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {
  @Test
  void everyPartIsRead() {
    assertEquals(
        new DatabaseAddress(
            "db.example",
            6543,
            "wijk",
            "beheer",
            new Password("ge:heim@1"),
            TlsMode.VERIFY_FULL,
            Optional.of(Path.of("/etc/ca.pem"))),
        DatabaseAddress.parse(
            "postgresql://beheer:ge:heim%401@db.example:6543/wijk?sslmode=verify-full&sslrootcert=/etc/ca.pem"));
  }

  @Test
  void portAndTlsHaveDefaults() {
    DatabaseAddress address = DatabaseAddress.parse("postgres://u:p@localhost/wijk");
    assertEquals(5432, address.port());
    assertEquals(TlsMode.PREFER, address.tls());
  }

  @Test
  void plusSignsOfPasswordsStay() {
    assertEquals(
        "a+b", DatabaseAddress.parse("postgresql://u:a+b@h/d").password().reveal());
  }

  @Test
  void sixthVersionHostsStandInBracketsInTheUrlOnly() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://u:p@[::1]:5433/d");
    assertEquals("::1", address.host());
    assertEquals("u@[::1]:5433/d", address.place());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      mysql://u:geheim@h/d                     | does not begin with postgresql://
      h:5432/d                                 | does not begin with postgresql://
      postgresql://h/d                         | has no user and password
      postgresql://u@h/d                       | has no password
      postgresql://u:@h/d                      | has no password
      postgresql://:geheim@h/d                 | has no user
      postgresql://u:geheim@/d                 | has no host
      postgresql://u:geheim@h                  | has no database
      postgresql://u:geheim@h/                 | has no database
      postgresql://u:geheim@h:0/d              | has no valid port
      postgresql://u:geheim@h:99999/d          | has no valid port
      postgresql://u:geheim@h/d?sslmode=maybe  | has an unknown sslmode
      postgresql://u:geheim@h/d?ssl=true       | has a setting other than
      postgresql://u:ge^heim@h/d               | is not a URL
      """)
  void anythingElseIsRefusedInOneLineWithoutThePassword(String text, String reason) {
    String message = assertThrows(DatabaseUnavailable.class, () -> DatabaseAddress.parse(text))
        .getMessage();
    assertTrue(message.startsWith("OMLOOP_DATABASE_URL " + reason), message);
    assertFalse(message.contains("heim"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void noTextFormShowsThePassword() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://u:geheim@h/d");
    assertFalse((address + address.place() + address.password()).contains("geheim"));
  }
}
