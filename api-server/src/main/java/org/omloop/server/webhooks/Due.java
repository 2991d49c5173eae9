package org.omloop.server.webhooks;

/**
 * A delivery whose time has come.
 *
 * @param tries how often it was tried before
 * @param request the payment request as its payee signed it
 * @param leaf the entry that paid, as it is hashed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Due(
    Endpoint endpoint, long entry, int tries, String requestId, String request, byte[] leaf) {
  /** Returns what no other delivery is known by. */
  String name() {
    return endpoint.id() + " " + entry;
  }
}
