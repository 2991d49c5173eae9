package org.omloop.server.http.sticker;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.StickerId;
import org.omloop.server.signed.SignedText;
import org.omloop.server.stickers.Sticker;

/** A printed code as its payee signed it. */
record SignedSticker(SignedText signed, String ledger, Sticker sticker) {
  private static final String TYPE = "omloop-sticker+jws";
  private static final Set<String> REQUIRED = Set.of("iat", "ledger", "payee", "sticker");
  private static final Set<String> KNOWN =
      Set.of("amount", "iat", "ledger", "payee", "sticker", "text");
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]{1,35}");

  /** Reads a code; empty when it is anything but one in its form. */
  static Optional<SignedSticker> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> KNOWN.containsAll(signed.payload().keySet())
            && signed.payload().keySet().containsAll(REQUIRED))
        .flatMap(SignedSticker::read);
  }

  private static Optional<SignedSticker> read(SignedText signed) {
    Optional<Object> amount = Optional.ofNullable(signed.payload().get("amount"));
    boolean hasText = signed.payload().containsKey("text");
    boolean isForm = amount.filter(each -> !(each instanceof Long)).isEmpty()
        && (!hasText || WORDS.matcher(signed.text("text")).matches());
    if (!isForm || !(signed.payload().get("iat") instanceof Long madeAt)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SignedSticker(
          signed,
          signed.text("ledger"),
          new Sticker(
              new StickerId(signed.text("sticker")),
              new AccountId(signed.text("payee")),
              amount.map(each -> Amount.of((long) each)),
              hasText ? Optional.of(signed.text("text")) : Optional.empty(),
              madeAt,
              false)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
