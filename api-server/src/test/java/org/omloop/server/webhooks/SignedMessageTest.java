package org.omloop.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.signing.SigningKey;

/** Signatures as Standard Webhooks has them. */
class SignedMessageTest {
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  /** The value that the standard's own libraries are tested with. */
  @Test
  void theSharedSecretSignsAsTheReferenceDoes() {
    SignedMessage message = SignedMessage.sign(
        ID, 1_614_265_330, BODY, List.of(EndpointKeys.of(new byte[32], SECRET)), true);
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", message.signature().split(" ")[1]);
  }

  @Test
  void thePairSignsWhatTheJdkVerifies() throws Exception {
    EndpointKeys keys = EndpointKeys.of(new byte[32], SECRET);
    SignedMessage message = SignedMessage.sign(ID, 1_614_265_330, BODY, List.of(keys), false);
    assertTrue(isSigned(keys.publicKey(), message, message.signature()));
    assertEquals(1, message.signature().split(" ").length);
  }

  private static boolean isSigned(String publicKey, SignedMessage message, String signature)
      throws Exception {
    byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    assertEquals(32, raw.length);
    byte[] encoded =
        HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    check.update((message.id() + "." + message.timestamp() + "." + message.body()).getBytes());
    return check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
  }

  @Test
  void keysFollowFromServerEndpointAndGeneration() {
    SigningKey server = SigningKey.generate(new SecureRandom());
    EndpointKeys keys = EndpointKeys.derive(server, "one", 0);
    assertEquals(keys.publicKey(), EndpointKeys.derive(server, "one", 0).publicKey());
    assertEquals(keys.secret(), EndpointKeys.derive(server, "one", 0).secret());
    assertNotEquals(keys.publicKey(), EndpointKeys.derive(server, "one", 1).publicKey());
    assertNotEquals(keys.publicKey(), EndpointKeys.derive(server, "two", 0).publicKey());
    assertNotEquals(keys.secret(), EndpointKeys.derive(server, "one", 1).secret());
  }
}
