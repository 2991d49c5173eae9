package org.omloop.server.webhooks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an operator may set about webhooks.
 *
 * @param ownNetworks networks that may be sent to although they are not public, such as the shop's own
 * @param authorities a PEM file of certificate authorities to trust beside the platform's
 */
public record WebhookSettings(List<Network> ownNetworks, Optional<Path> authorities) {
  /** Public addresses and the platform's authorities alone. */
  public static final WebhookSettings DEFAULT = new WebhookSettings(List.of(), Optional.empty());

  public WebhookSettings {
    ownNetworks = List.copyOf(ownNetworks);
  }

  /** Returns which addresses may be sent to. */
  public AddressRule rule() {
    return new AddressRule(ownNetworks);
  }
}
