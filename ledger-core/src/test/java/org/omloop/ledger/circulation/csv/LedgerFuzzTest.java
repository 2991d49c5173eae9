package org.omloop.ledger.circulation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.rows.Accounts;

/** Damaged files are read or refused in one line; nothing else comes out. */
class LedgerFuzzTest {
  private static final byte[] FILE =
      ("id,time,from,to,amount,kind,refund_of\ni1,0,,\"A, \"\"x\"\"\",100.00,issue,\r\n"
              + "t1,10.5,\"A, \"\"x\"\"\",S,60.00,purchase,\nt2,20,S,R\u00e9,50.00,b2b,\n"
              + "r1,21,S,\"A, \"\"x\"\"\",9.99,refund,t1\nx1,30,R\u00e9,,50.00,redeem,\n")
          .getBytes(UTF_8);
  private static final byte[] ODD = {
    0, '"', ',', '\n', '\r', '.', '-', '9', (byte) 0xC3, (byte) 0xFF
  };

  @Test
  void damagedFilesAreReadOrRefusedInOneLine() {
    long first = Effort.seed(getClass());
    int refused = 0;
    int rounds = Effort.of(5_000, 10_000_000);
    for (long seed = first; seed < first + rounds; seed++) {
      byte[] damaged = damage(new Random(seed));
      try {
        LedgerText.parse(damaged, Accounts.eachItsOwnUnit());
      } catch (MalformedFile e) {
        refused++;
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("row " + e.row() + ": "), () -> message);
        assertTrue(message.lines().count() == 1 && message.length() < 400, () -> message);
      }
    }
    assertTrue(refused > rounds / 2 && refused < rounds, refused + " of " + rounds);
  }

  private static byte[] damage(Random random) {
    byte[] bytes = FILE.clone();
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = ODD[random.nextInt(ODD.length)];
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
          System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
