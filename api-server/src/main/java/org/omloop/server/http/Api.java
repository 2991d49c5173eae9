package org.omloop.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.server.directory.Directory;
import org.omloop.server.events.Parties;
import org.omloop.server.http.area.AreaHandlers;
import org.omloop.server.http.bank.BankHandlers;
import org.omloop.server.http.bank.DecisionHandlers;
import org.omloop.server.http.bank.TopUpHandler;
import org.omloop.server.http.books.AuditFileHandler;
import org.omloop.server.http.books.BooksHandlers;
import org.omloop.server.http.books.JournalHandler;
import org.omloop.server.http.books.TrialBalanceHandler;
import org.omloop.server.http.circulation.AuditHandlers;
import org.omloop.server.http.circulation.CatalogueHandler;
import org.omloop.server.http.circulation.CirculationHandlers;
import org.omloop.server.http.circulation.PaperPress;
import org.omloop.server.http.circulation.SupplyHandlers;
import org.omloop.server.http.closing.ShopDay;
import org.omloop.server.http.contract.Contract;
import org.omloop.server.http.guard.CallerAddress;
import org.omloop.server.http.guard.RateLimit;
import org.omloop.server.http.guard.ResponseHeaders;
import org.omloop.server.http.identity.ApplicationHandlers;
import org.omloop.server.http.identity.BankAccountHandler;
import org.omloop.server.http.identity.DossierHandlers;
import org.omloop.server.http.identity.ErasureHandler;
import org.omloop.server.http.identity.LetterHandler;
import org.omloop.server.http.identity.PersonalData;
import org.omloop.server.http.identity.RetentionHandler;
import org.omloop.server.http.key.KeyHandlers;
import org.omloop.server.http.member.MemberHandlers;
import org.omloop.server.http.meter.MeterHandlers;
import org.omloop.server.http.notice.MailStops;
import org.omloop.server.http.notice.MailboxHandlers;
import org.omloop.server.http.notice.NoticeHandlers;
import org.omloop.server.http.order.OrderCheck;
import org.omloop.server.http.order.VerificationPool;
import org.omloop.server.http.payout.BankGate;
import org.omloop.server.http.payout.BatchHandlers;
import org.omloop.server.http.payout.PayoutHandlers;
import org.omloop.server.http.payout.Signers;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.proposal.ProposalHandlers;
import org.omloop.server.http.request.OfferHandlers;
import org.omloop.server.http.request.RequestGate;
import org.omloop.server.http.request.RequestHandlers;
import org.omloop.server.http.rules.GrantPreview;
import org.omloop.server.http.rules.PolicyHandlers;
import org.omloop.server.http.rules.ProgrammeHandlers;
import org.omloop.server.http.session.Access;
import org.omloop.server.http.session.Challenges;
import org.omloop.server.http.session.OfficeSignature;
import org.omloop.server.http.session.SecretKey;
import org.omloop.server.http.session.SessionHandlers;
import org.omloop.server.http.session.SessionTokens;
import org.omloop.server.http.statement.StatementHandler;
import org.omloop.server.http.sticker.StickerHandlers;
import org.omloop.server.http.stream.StreamHandler;
import org.omloop.server.http.till.TillHandlers;
import org.omloop.server.http.view.AccountHandlers;
import org.omloop.server.http.view.CircuitHandlers;
import org.omloop.server.http.view.Cursors;
import org.omloop.server.http.view.DocumentHandlers;
import org.omloop.server.http.view.EntryHandlers;
import org.omloop.server.http.view.LogHandlers;
import org.omloop.server.http.view.RedemptionHandler;
import org.omloop.server.http.webhook.WebhookHandlers;
import org.omloop.server.identity.Applications;
import org.omloop.server.requests.RequestFeed;

/** The API's parts, made once and shared by all event loops. Thread-safe. */
public final class Api {
  private static final int RETRY_SECONDS = 5;
  private static final double BURST_SECONDS = 3;
  /** A household or a help desk behind one address, and no list of everybody. */
  private static final int APPLICATIONS_AT_ONCE = 5;

  private static final double APPLICATIONS_PER_SECOND = 1.0 / 60;

  final Vertx vertx;
  final HttpSettings settings;
  final Surroundings around;
  final Contract contract;
  final ResponseHeaders headers;
  final CallerAddress caller;
  final RateLimit perAddress;
  final RateLimit perKey;
  final OrderCheck orderCheck;
  final Access access;
  final SessionHandlers sessions;
  final CircuitHandlers circuit;
  final DocumentHandlers documents;
  final AccountHandlers accounts;
  final EntryHandlers entries;
  final RedemptionHandler redemptions;
  final PayoutHandlers payouts;
  final BatchHandlers batches;
  final StatementHandler statements;
  final StreamHandler streams;
  final LogHandlers log;
  final RequestHandlers requests;
  final OfferHandlers offers;
  final RequestGate gate;
  final MemberHandlers members;
  final BankAccountHandler bankAccounts;
  final MailboxHandlers mailboxes;
  final MailStops mailStops;
  final NoticeHandlers notices;
  final DossierHandlers dossiers;
  final ApplicationHandlers applications;
  final ErasureHandler erasure;
  final RetentionHandler retention;
  final LetterHandler letters;
  final KeyHandlers keys;
  final StickerHandlers stickers;
  final ShopDay shopDay;
  final WebhookHandlers webhooks;
  final TillHandlers tills;
  final ProposalHandlers proposals;
  final CirculationHandlers circulation;
  final CatalogueHandler catalogue;
  final AuditHandlers audit;
  final SupplyHandlers supply;
  final PolicyHandlers policies;
  final ProgrammeHandlers programmes;
  final GrantPreview grants;
  final MeterHandlers meters;
  final AreaHandlers areas;
  final BankHandlers bank;
  final DecisionHandlers decisions;
  final TopUpHandler topUps;
  final BooksHandlers books;
  final TrialBalanceHandler trialBalance;
  final JournalHandler journal;
  final AuditFileHandler auditFile;

  private Api(Vertx vertx, HttpSettings settings, Surroundings around) {
    Directory directory = around.directory();
    Parties parties = new Parties(id -> directory.key(id).map(EnrolledKey::account));
    Supplier<String> origin = () -> origin(directory);
    Cursors cursors = new Cursors(SecretKey.derive(around.serverKey(), "omloop cursors"));
    Challenges challenges = new Challenges(
        SecretKey.derive(around.serverKey(), "omloop challenges"),
        around.clock(),
        new SecureRandom());
    SessionTokens tokens =
        new SessionTokens(around.serverKey(), origin, directory::key, around.clock());
    this.vertx = vertx;
    this.settings = settings;
    this.around = around;
    this.contract = Contract.read();
    this.headers = new ResponseHeaders(contract.version());
    this.caller = new CallerAddress(settings.behindProxy());
    this.perAddress = limit(settings.perAddress());
    this.perKey = limit(settings.perKey());
    this.orderCheck = new OrderCheck(directory::keyFor, SignatureVerifier.fastest());
    this.access = new Access(tokens);
    this.sessions = new SessionHandlers(challenges, tokens, directory::key, origin, around.clock());
    this.circuit = new CircuitHandlers(directory, around.policy(), around.figures());
    this.documents = new DocumentHandlers(contract, around.readiness(), around.measurements());
    this.accounts = new AccountHandlers(vertx, directory, around.view(), cursors);
    this.entries = new EntryHandlers(around.view(), parties);
    this.redemptions = new RedemptionHandler(vertx, directory, around.view(), cursors);
    this.payouts = new PayoutHandlers(
        vertx,
        directory,
        around.view(),
        cursors,
        around.batches(),
        around.payees(),
        around.lines(),
        around.clock());
    this.batches = new BatchHandlers(
        vertx,
        around.view(),
        around.batches(),
        around.payees(),
        around.lines(),
        new Signers(directory, origin, around.policy(), settings.payoutForm(), around.clock()));
    this.statements =
        new StatementHandler(vertx, directory, around.view(), around.members(), around.clock());
    RequestFeed requestFeed = new RequestFeed();
    this.streams = new StreamHandler(
        vertx,
        directory,
        around.view(),
        around.feed(),
        requestFeed,
        parties,
        settings.streamsPerKey());
    this.requests = new RequestHandlers(
        directory, around.requests(), around.offers(), requestFeed, origin, around.clock());
    this.offers = new OfferHandlers(
        directory,
        around.requests(),
        around.offers(),
        around.stickers(),
        requestFeed,
        around.clock());
    BankGate bankGate = new BankGate(
        directory,
        around.batches(),
        around.bankStore(),
        around.decisions(),
        around.view()::indexOf,
        around.view()::settlements,
        around.submit());
    this.gate = new RequestGate(
        directory, around.requests(), around.view()::indexOf, bankGate::submit, around.clock());
    this.members =
        new MemberHandlers(directory, around.members(), around.serverKey(), origin, around.clock());
    this.bankAccounts = new BankAccountHandler(around.bankAccounts(), directory);
    this.mailboxes = new MailboxHandlers(around.mailboxes(), around.notices(), directory);
    this.mailStops = new MailStops(around.mailboxes());
    this.notices = new NoticeHandlers(around.notices());
    Applications applications =
        new Applications(around.people(), id -> directory.account(id).isPresent());
    this.dossiers = new DossierHandlers(
        around.people(),
        directory,
        new PersonalData(
            directory,
            around.people(),
            around.mailboxes(),
            around.notices().store(),
            around.members(),
            around.stickers(),
            applications,
            around.memberLines()),
        around.looks(),
        vertx,
        around.clock());
    this.applications = new ApplicationHandlers(
        applications,
        directory,
        around.notices(),
        caller,
        new RateLimit(
            settings.perAddress() == 0 ? 0 : APPLICATIONS_PER_SECOND,
            APPLICATIONS_AT_ONCE,
            System::nanoTime),
        new RateLimit(settings.perAddress() == 0 ? 0 : 1, APPLICATIONS_AT_ONCE, System::nanoTime));
    this.retention = new RetentionHandler(around.retention(), around.clock());
    this.letters = new LetterHandler(directory, vertx, around.clock());
    this.erasure = new ErasureHandler(
        around.erasures(), directory, around.view(), vertx, origin, around.clock());
    this.keys = new KeyHandlers(directory, around.clock());
    this.stickers = new StickerHandlers(
        vertx, directory, around.stickers(), around.members(), origin, around.clock());
    this.shopDay =
        ShopDay.of(vertx, directory, around.view(), around.closings(), origin, around.clock());
    this.webhooks = new WebhookHandlers(
        around.webhooks(), around.webhookRule(), around.serverKey(), around.clock());
    this.proposals = new ProposalHandlers(directory, around.proposals(), origin, around.clock());
    this.tills = new TillHandlers(around.serverKey(), directory, around.view());
    PaperPress press = new PaperPress(vertx, directory, settings.areas());
    this.circulation = new CirculationHandlers(around.circulation(), press);
    this.catalogue = new CatalogueHandler(around.circulation());
    this.audit = new AuditHandlers(
        around.circulation(), around.looks(), directory, cursors, press, around.clock());
    this.supply = new SupplyHandlers(
        around.circulation().supply(), around.looks(), directory, around.members(), around.clock());
    this.policies = new PolicyHandlers(directory, around.rules(), around.clock());
    this.grants = new GrantPreview(directory, around.programmes(), around.looks(), around.clock());
    this.programmes = new ProgrammeHandlers(directory, around.programmes(), around.clock());
    this.meters = new MeterHandlers(
        vertx,
        directory,
        around.meters(),
        around.rules(),
        around.members(),
        around.people(),
        around.looks(),
        around.clock());
    this.areas = new AreaHandlers(settings.areas(), directory::policy, around.clock());
    this.bank = new BankHandlers(around.bank(), around.bankStore(), around.clock());
    this.decisions = new DecisionHandlers(
        around.bankStore(),
        around.decisions(),
        bankGate::isAtTheBank,
        bankGate::mayComeBack,
        new OfficeSignature(directory, origin, around.clock()),
        around.clock());
    this.topUps = new TopUpHandler(directory, around.bankStore(), around.policy(), around.clock());
    this.books = new BooksHandlers(around.books());
    this.trialBalance = new TrialBalanceHandler(around.books(), directory, around.members());
    this.journal = new JournalHandler(vertx, around.books(), directory, cursors);
    this.auditFile = new AuditFileHandler(vertx, around.books(), directory);
    this.log = new LogHandlers(directory, around.view());
  }

  /** Makes the API's parts. Blocks for up to a second, so it belongs to start-up and not on an event loop. */
  public static Api create(Vertx vertx, HttpSettings settings, Surroundings around) {
    return new Api(vertx, settings, around);
  }

  /** Adds the API to a router; must be called on the event loop that will serve it. */
  public void mount(Router router) {
    if (settings.behindProxy()) {
      router.allowForward(AllowForwardHeaders.X_FORWARD);
    }
    new Routes(this, router, new VerificationPool(vertx, orderCheck, around.capacity())).mount();
  }

  private static RateLimit limit(int perSecond) {
    return new RateLimit(perSecond, perSecond * BURST_SECONDS, System::nanoTime);
  }

  private static String origin(Directory directory) {
    return directory
        .genesis()
        .map(Order.Genesis::terms)
        .orElseThrow(() -> Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS))
        .ledger();
  }
}
