package org.omloop.ledger.order;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.policy.Setting;

/** Settings that nobody has signed yet, read as those of a {@code policy} order are. */
public final class ThoughtOfSettings {
  private ThoughtOfSettings() {}

  /**
   * Reads settings.
   *
   * @param settings as {@link CanonicalJson} reads them
   * @param at when they would be signed, unix seconds
   * @throws MalformedOrder naming everything that is wrong, under {@code /settings}
   */
  public static Map<Setting, Optional<Object>> read(Map<String, Object> settings, long at) {
    Members members = new Members("/settings", settings, new ArrayList<>());
    Map<Setting, Optional<Object>> read = Settings.read(members, at);
    members.end();
    return read;
  }
}
