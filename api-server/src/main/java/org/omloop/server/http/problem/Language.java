package org.omloop.server.http.problem;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** A language that sentences are written in. */
public enum Language {
  NL,
  EN;

  /** Returns the language the caller likes best of these; Dutch when it likes neither or does not say. */
  public static Language of(RoutingContext context) {
    return context.acceptableLanguages().stream()
        .filter(each -> each.weight() > 0)
        .map(LanguageHeader::tag)
        .flatMap(
            tag -> java.util.Arrays.stream(values()).filter(each -> each.tag().equals(tag)))
        .findFirst()
        .orElse(NL);
  }

  /** Returns the language's tag (RFC 5646). */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
