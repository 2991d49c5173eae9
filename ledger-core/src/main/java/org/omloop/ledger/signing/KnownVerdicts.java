package org.omloop.ledger.signing;

import java.util.HexFormat;

/**
 * Signatures on which libraries differ, with the verdict of the rule. A native verifier has to give these before it is
 * used, so that a library that changes its mind one day is left aside rather than believed.
 */
final class KnownVerdicts {
  private static final HexFormat HEX = HexFormat.of();
  private static final PublicKey KEY = PublicKey.enrol(
      HEX.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
  private static final byte[] MESSAGE = {0x72};
  private static final byte[] OTHER_MESSAGE = {0x73};

  /** RFC 8032 §7.1, test 2. */
  private static final byte[] VALID =
      HEX.parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

  /** The equation holds, and S is L too large. */
  private static final byte[] LARGE_S =
      HEX.parseHex("5ed4da8d41926cec234b5b99033342194b46827857404e0dff4b899964a9fcf1"
          + "38eb5adc76d6bd748d63cdb0ac391b3dc73dbd0d5554ea4bc4de2c5714bca81c");

  /** The equation holds but for a point of order eight, as verifiers with a cofactor accept. */
  private static final byte[] MIXED_ORDER_R =
      HEX.parseHex("62a07059248002d18c1ab6d7ea78152ba55620f49f14c7196380295e2da1ea62"
          + "6258eda8dcb553dfea7dd9626d74d8dfe5dfd93bc02d01a8cf125eaba2582e03");

  /** The equation holds, and R is the identity. */
  private static final byte[] IDENTITY_R =
      HEX.parseHex("0100000000000000000000000000000000000000000000000000000000000000"
          + "675d054595fa17cb6a44e3ada6ca385e55667e41a63fdab0ac22d10000354002");

  /** The same R in its other encoding, y = p + 1. */
  private static final byte[] NON_CANONICAL_R =
      HEX.parseHex("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
          + "0a0403c78756704394a791302d07acbdf846e02e6371010b73f9c021313bde01");

  private KnownVerdicts() {}

  static boolean areGivenBy(SignatureVerifier verifier) {
    return verifier.isValid(KEY, MESSAGE, VALID)
        && !verifier.isValid(KEY, OTHER_MESSAGE, VALID)
        && !verifier.isValid(KEY, MESSAGE, LARGE_S)
        && !verifier.isValid(KEY, MESSAGE, MIXED_ORDER_R)
        && !verifier.isValid(KEY, MESSAGE, IDENTITY_R)
        && !verifier.isValid(KEY, MESSAGE, NON_CANONICAL_R);
  }
}
