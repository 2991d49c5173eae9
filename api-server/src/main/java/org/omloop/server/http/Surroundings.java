package org.omloop.server.http;

import io.vertx.core.Future;
import io.vertx.ext.healthchecks.HealthChecks;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.bank.BankDesk;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.DecisionStore;
import org.omloop.server.circulation.LiveCirculation;
import org.omloop.server.circulation.Looks;
import org.omloop.server.closings.ClosingStore;
import org.omloop.server.directory.Directory;
import org.omloop.server.events.EntryFeed;
import org.omloop.server.http.books.OfficeBooks;
import org.omloop.server.http.identity.MemberLines;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.identity.BankAccounts;
import org.omloop.server.identity.Erasures;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.identity.People;
import org.omloop.server.members.MemberStore;
import org.omloop.server.meters.Meters;
import org.omloop.server.notices.Notices;
import org.omloop.server.payouts.BatchStore;
import org.omloop.server.payouts.OpenLines;
import org.omloop.server.payouts.Payees;
import org.omloop.server.programmes.ProgrammesFold;
import org.omloop.server.proposals.ProposalStore;
import org.omloop.server.report.Figures;
import org.omloop.server.requests.OfferStore;
import org.omloop.server.requests.RequestStore;
import org.omloop.server.retention.Retention;
import org.omloop.server.rules.PolicyHistory;
import org.omloop.server.sequencer.Outcome;
import org.omloop.server.stickers.StickerStore;
import org.omloop.server.webhooks.AddressRule;
import org.omloop.server.webhooks.WebhookStore;

/**
 * What the API needs of the rest of the server. All of it is thread-safe.
 *
 * @param directory accounts, keys and head as committed
 * @param submit puts a verified order in sequence
 * @param view reads the journal
 * @param feed brings committed entries
 * @param requests keeps payment requests
 * @param offers keeps to whom they were offered
 * @param members keeps what the office states of members
 * @param stickers keeps printed codes
 * @param proposals keeps orders that wait for a second signature
 * @param bank takes in what the bank states
 * @param bankStore keeps it
 * @param decisions keeps what people decide about its lines
 * @param batches keeps payouts on their way to the bank
 * @param payees finds whom to pay
 * @param lines finds what the bank says of payouts
 * @param closings keeps the ends of shops' days
 * @param bankAccounts keeps where members' euros go
 * @param people who the members are
 * @param notices what members and the office are told
 * @param mailboxes where they want mail
 * @param webhooks keeps where members' programs are told of payments
 * @param webhookRule where they may be
 * @param policy the rules in force
 * @param figures the public figures
 * @param rules how the rules changed, and will
 * @param meters what the law counts
 * @param programmes what programmes may hand out, and did
 * @param circulation reports on how money goes round
 * @param looks keeps who looked at exact reports
 * @param books the operator's books: checks, sums, journal
 * @param serverKey signs session tokens; secrets for challenges and cursors are derived from it
 * @param readiness whether orders can be taken
 * @param measurements all measurements in Prometheus' text format
 * @param capacity how many orders may wait for the check of their signatures
 * @param clock by which sessions end: real time, also where the market's clock runs ahead
 */
public record Surroundings(
    Directory directory,
    Function<SignedOrder, Future<Outcome>> submit,
    JournalView view,
    EntryFeed feed,
    RequestStore requests,
    OfferStore offers,
    MemberStore members,
    StickerStore stickers,
    ProposalStore proposals,
    BankDesk bank,
    BankStore bankStore,
    DecisionStore decisions,
    BatchStore batches,
    Payees payees,
    OpenLines lines,
    ClosingStore closings,
    BankAccounts bankAccounts,
    People people,
    Notices notices,
    Mailboxes mailboxes,
    Erasures erasures,
    MemberLines memberLines,
    Retention retention,
    WebhookStore webhooks,
    AddressRule webhookRule,
    Supplier<Policy> policy,
    Supplier<Figures> figures,
    PolicyHistory rules,
    Supplier<Meters> meters,
    ProgrammesFold programmes,
    LiveCirculation circulation,
    Looks looks,
    OfficeBooks books,
    SigningKey serverKey,
    HealthChecks readiness,
    Supplier<String> measurements,
    int capacity,
    Clock clock) {}
