package org.omloop.server.http.request;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Locale;
import org.omloop.ledger.payment.RequestId;
import org.omloop.server.codes.CodeImage;
import org.omloop.server.http.guard.OwnAddress;
import org.omloop.server.requests.PaymentRequest;

/** A payment request as the API shows it. */
final class RequestJson {
  private RequestJson() {}

  /** Writes a request as it stands at a time, in unix seconds, with a code that leads to where the caller asked. */
  static JsonObject of(PaymentRequest request, long now, RoutingContext context) {
    SignedAsk ask = SignedAsk.parse(request.jws()).orElseThrow();
    JsonObject json = new JsonObject()
        .put("request", request.id().text())
        .put("state", request.state(now).wireName())
        .put("payee", request.payee().value())
        .put("expiresAt", Instant.ofEpochSecond(request.expiresAt()).toString());
    ask.terms().amount().ifPresent(amount -> json.put("amount", amount.minorUnits()));
    ask.name().ifPresent(name -> json.put("name", name));
    ask.text().ifPresent(text -> json.put("text", text));
    ask.reference().ifPresent(reference -> json.put("reference", reference));
    ask.returnTo().ifPresent(address -> json.put("returnTo", address));
    request.entry().ifPresent(index -> json.put("entry", index));
    return json.put("terms", ask.terms().toString())
        .put("jws", request.jws())
        .put(
            "code",
            CodeImage.of(address(request.id(), context), ErrorCorrectionLevel.M).json());
  }

  /** In capitals, which a code holds in less room; hosts and schemes are the same in either case. */
  private static String address(RequestId id, RoutingContext context) {
    return OwnAddress.of(context).toUpperCase(Locale.ROOT) + "/B/" + id;
  }
}
