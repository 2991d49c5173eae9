package org.omloop.server.webhooks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator may set about webhooks.
 *
 * @param ownNetworks networks that may be sent to although they are not public, such as the shop's own
 * @param authorities a PEM file of certificate authorities to trust beside the platform's
 * @param patience how long a receiver may take to answer before the message counts as not received
 */
public record WebhookSettings(
    List<Network> ownNetworks, Optional<Path> authorities, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Public addresses and the platform's authorities alone. */
  public static final WebhookSettings DEFAULT = new WebhookSettings(List.of(), Optional.empty());

  /** With the patience that receivers are promised: 20 seconds. */
  public WebhookSettings(List<Network> ownNetworks, Optional<Path> authorities) {
    this(ownNetworks, authorities, PATIENCE);
  }

  public WebhookSettings {
    ownNetworks = List.copyOf(ownNetworks);
  }

  /** The same with another patience. */
  public WebhookSettings with(Duration other) {
    return new WebhookSettings(ownNetworks, authorities, other);
  }

  /** Returns which addresses may be sent to. */
  public AddressRule rule() {
    return new AddressRule(ownNetworks);
  }
}
