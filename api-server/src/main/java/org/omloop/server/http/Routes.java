package org.omloop.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.omloop.server.http.contract.Operation;
import org.omloop.server.http.guard.Guard;
import org.omloop.server.http.notice.MailStops;
import org.omloop.server.http.order.OrderHandler;
import org.omloop.server.http.order.VerificationPool;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.problem.Problems;
import org.omloop.server.http.session.Access;

/** Connects every operation of the contract with its handler, on one event loop's router. */
final class Routes {
  private static final Handler<RoutingContext> ANYONE = RoutingContext::next;
  private static final List<Integer> FAILURES =
      List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 417, 429, 500, 503);

  private final Api api;
  private final Router router;
  private final VerificationPool pool;
  private final Problems problems = new Problems();

  Routes(Api api, Router router, VerificationPool pool) {
    this.api = api;
    this.router = router;
    this.pool = pool;
  }

  void mount() {
    FAILURES.forEach(status -> router.errorHandler(status, this::unrouted));
    allowOrigins();
    Access access = api.access;

    orders("createPayment"); // first, as the router looks through routes in order
    orders("createRefund");
    orders("createHold");
    orders("createCapture");
    orders("createRelease");
    orders("createRedemption");
    orders("createGrant");
    orders("createKeyOrder");
    orders("createOrder");

    on("createPaymentRequest", ANYONE, api.requests::create);
    on("getPaymentRequest", ANYONE, api.requests::request);
    on("claimPaymentRequest", access.session(), api.requests::claim);
    on("releasePaymentRequest", access.session(), api.requests::release);
    on("withdrawPaymentRequest", access.session(), api.requests::withdraw);
    on("offerPaymentRequest", access.session(), api.offers::offer);
    on("listOffers", access.session(), api.offers::list);

    on("listMembers", ANYONE, api.members::list);
    on("stateMember", ANYONE, api.members::state);

    on("keepBankAccount", access.session(), api.bankAccounts);
    on("getMailbox", access.session(), api.mailboxes::mailbox);
    on("chooseMail", access.session(), api.mailboxes::choose);
    on("confirmMailAddress", access.session(), api.mailboxes::confirm);
    on("showMailStop", ANYONE, MailStops::show);
    on("stopMail", ANYONE, api.mailStops::stop);
    on("listNotices", access.ownAccount(), api.notices::list);
    on("readNotices", access.ownAccount(), api.notices::read);
    on("listMailFailures", access.operators(), api.notices::failures);
    on("searchDossiers", access.operators(), api.dossiers::search);
    on("getDossier", access.operators(), api.dossiers::dossier);
    on("changeDossier", access.operators(), api.dossiers::change);
    on("getPersonalData", access.session(), api.dossiers::personalData);
    on("eraseMember", ANYONE, api.erasure);
    on("createApplication", ANYONE, api.applications::create);
    on("listApplications", access.operators(), api.applications::list);
    on("foreseeRetention", access.operators(), api.retention);
    on("readApplication", ANYONE, api.applications::read);
    on("drawLetters", access.operators(), api.letters);
    on("decideApplication", access.operators(), api.applications::decide);

    on("createSticker", ANYONE, api.stickers::create);
    on("getSticker", ANYONE, api.stickers::sticker);
    on("listStickers", access.account(), api.stickers::list);
    on("replaceSticker", access.session(), api.stickers::replace);
    on("getStickerSheet", access.session(), api.stickers::sheet);

    on("createWebhookEndpoint", access.session(), api.webhooks::create);
    on("listWebhookEndpoints", access.session(), api.webhooks::list);
    on("getWebhookEndpoint", access.session(), api.webhooks::endpoint);
    on("rotateWebhookKeys", access.session(), api.webhooks::rotate);
    on("removeWebhookEndpoint", access.session(), api.webhooks::remove);
    on("listWebhookDeliveries", access.session(), api.webhooks::deliveries);
    on("redeliverWebhook", access.session(), api.webhooks::redeliver);

    on("createProposal", ANYONE, api.proposals::create);
    on("listProposals", access.session(), api.proposals::list);
    on("withdrawProposal", access.session(), api.proposals::withdraw);

    on("getInvitation", ANYONE, api.keys::invitation);
    on("listKeys", access.account(), api.keys::keys);

    on("createChallenge", ANYONE, api.sessions::challenge);
    on("createSession", ANYONE, api.sessions::signIn);
    on("createStreamCookie", access.account(), api.sessions::streamCookie);

    on("getAccount", access.account(), api.accounts::account);
    on("getBalance", access.account(), api.accounts::balance);
    on("listEntries", access.account(), api.accounts::entries);
    on("getStatement", access.account(), api.statements);
    on("listSales", access.account(), api.shopDay.sales());
    on("getTally", access.account(), api.shopDay.closings()::tally);
    on("createClosing", ANYONE, api.shopDay.desk());
    on("listClosings", access.account(), api.shopDay.closings()::closings);
    on("getClosing", access.account(), api.shopDay.closings()::closing);
    on("streamEvents", access.stream(), api.streams);
    on("getOrder", access.session(), api.entries::order);
    on("getEntry", access.session(), api.entries::entry);
    on("getReceipt", access.session(), api.entries::receipt);
    on("getTillCode", access.session(), api.tills::code);
    on("getTillSecret", access.session(), api.tills::secret);
    on("listRedemptions", access.office(), api.redemptions);
    on("listOwnRedemptions", access.account(), api.payouts::own);
    on("listPayouts", access.operators(), api.payouts::list);
    on("createPayoutBatch", ANYONE, api.batches::draft);
    on("listPayoutBatches", access.operators(), api.batches::list);
    on("getPayoutBatch", access.operators(), api.batches::batch);
    on("decidePayoutBatch", ANYONE, api.batches::decide);
    on("exportPayoutBatch", access.operators(), api.batches::export);
    on("getPayoutFile", access.operators(), api.batches::file);

    on("takeBankStatements", access.office(), api.bank::take);
    on("listBankStatements", access.office(), api.bank::statements);
    on("listBankLines", access.office(), api.bank::lines);
    on("listBankDecisions", access.office(), api.decisions::list);
    on("createBankDecision", ANYONE, api.decisions::create);
    on("agreeToBankDecision", ANYONE, api.decisions::agree);
    on("withdrawBankDecision", access.operators(), api.decisions::withdraw);
    on("getTopUpReference", access.account(), api.topUps);

    on("getCurrency", ANYONE, api.circuit::currency);
    on("getFigures", ANYONE, api.circuit::figures);
    on("getPolicies", ANYONE, api.circuit::policies);
    on("listPolicyChanges", access.office(), api.policies::changes);
    on("previewPolicy", access.office(), api.policies::preview);
    on("listProgrammes", access.office(), api.programmes::list);
    on("listHandOuts", access.session(), api.programmes::handOuts);
    on("previewGrants", access.session(), api.grants);
    on("getMeters", access.office(), api.meters::meters);
    on("getMetersPack", access.office(), api.meters::pack);
    on("getContract", ANYONE, api.documents::contract);
    on("listProblems", ANYONE, api.documents::problems);
    on("getProblem", ANYONE, api.documents::problem);

    on("listAreas", ANYONE, api.areas::list);
    on("getAreaMap", ANYONE, api.areas::map);
    on("listReports", ANYONE, api.circulation::reports);
    on("getReport", ANYONE, api.circulation::report);
    on("getReportPaper", ANYONE, api.circulation::paper);
    on("getReportTable", ANYONE, api.circulation::table);
    on("getReportTableMetadata", ANYONE, api.circulation::metadata);
    on("listIndicators", ANYONE, api.circulation::indicators);
    on("getDataCatalogue", ANYONE, api.catalogue);
    on("getAuditReport", access.audit(), api.audit::report);
    on("getAuditReportPaper", access.audit(), api.audit::paper);
    on("getAuditReportTable", access.audit(), api.audit::table);
    on("listAuditEntries", access.audit(), api.audit::entries);
    on("getSupplyGaps", access.office(), api.supply::gaps);
    on("getStuckBalances", access.office(), api.supply::stuck);
    on("listSuppliers", access.ownAccount(), api.supply::suppliers);

    on("getCover", ANYONE, api.books::cover);
    on("listChecks", access.office(), api.books::checks);
    on("getReserve", access.office(), api.books::reserve);
    on("getTrialBalance", access.office(), api.trialBalance);
    on("listJournal", access.office(), api.journal);
    on("getAuditFile", access.office(), api.auditFile);

    on("getCheckpoint", ANYONE, api.log::checkpoint);
    on("getEntryBundle", access.audit(), api.log::entryBundle);
    on("getHashTile", ANYONE, api.log::hashTile);

    on("getHealth", ANYONE, api.documents::health);
    on("getReadiness", ANYONE, api.documents::readiness);
    on("getMetrics", ANYONE, api.documents::measurements);
    refuseOtherMethods();
  }

  private void orders(String operation) {
    Set<String> types = api.contract.operation(operation).orders();
    on(operation, ANYONE, new OrderHandler(types, pool, api.perKey, api.gate::submit));
  }

  private void on(String id, Handler<RoutingContext> access, Handler<RoutingContext> handler) {
    Operation operation = api.contract.operation(id);
    Route route = router.route(operation.method(), operation.routePath());
    if (operation.method().equals(HttpMethod.GET) && handler != api.streams) {
      route.method(HttpMethod.HEAD); // as GET; Vert.x leaves the body out
    }
    route
        .handler(new Guard(operation, api.headers, api.caller, api.perAddress))
        .handler(access)
        .handler(handler)
        .failureHandler(problems);
  }

  private void refuseOtherMethods() {
    Map<String, String> allowed = api.contract.operations().stream()
        .collect(Collectors.toMap(
            Operation::routePath,
            each -> each.method().name(),
            (one, other) -> one + ", " + other));
    allowed.forEach((path, methods) -> router.route(path).handler(context -> {
      context.response().putHeader(HttpHeaders.ALLOW, methods);
      context.fail(ProblemType.METHOD_NOT_ALLOWED.status());
    }));
  }

  private void allowOrigins() {
    if (!api.settings.allowedOrigins().isEmpty()) {
      router
          .route("/v1/*")
          .handler(CorsHandler.create()
              .addOrigins(List.copyOf(api.settings.allowedOrigins()))
              .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.POST))
              .allowedHeaders(Set.of(
                  "Authorization",
                  "Content-Type",
                  "Accept-Language",
                  "If-None-Match",
                  "Last-Event-ID"))
              .exposedHeaders(Set.of("API-Version", "ETag", "Link", "Location", "Retry-After")));
    }
  }

  private void unrouted(RoutingContext context) {
    api.headers.put(context);
    problems.handle(context);
  }
}
