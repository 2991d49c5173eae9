package org.omloop.server.webhooks;

import java.util.ArrayList;
import java.util.List;

/**
 * One try to tell an event, as Standard Webhooks 1.0.0 has it.
 *
 * @param id the header {@code webhook-id}
 * @param timestamp the header {@code webhook-timestamp}: unix seconds of the try
 * @param signature the header {@code webhook-signature}: signatures, separated by spaces
 */
public record SignedMessage(String id, long timestamp, String signature, String body) {
  /**
   * Signs a message.
   *
   * @param keys those that sign, the newest first
   * @param sharesSecret whether the shared secrets sign too
   */
  public static SignedMessage sign(
      String id, long timestamp, String body, List<EndpointKeys> keys, boolean sharesSecret) {
    String signed = id + "." + timestamp + "." + body;
    List<String> signatures = new ArrayList<>();
    keys.forEach(each -> signatures.add(each.pairSignature(signed)));
    if (sharesSecret) {
      keys.forEach(each -> signatures.add(each.secretSignature(signed)));
    }
    return new SignedMessage(id, timestamp, String.join(" ", signatures), body);
  }
}
