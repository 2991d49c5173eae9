// One payment from the payer's side: who asks for how much, then the tap, then the proof. Nothing is signed before the
// tap, and what is signed is sent again unchanged until it is known what became of it.

import { keepEvidence } from '../kit/evidence.js';
import { Jws } from '../kit/jws.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { payOrder } from '../kit/orders.js';
import { ReceiptInvalid, checkReceipt } from '../kit/receipt.js';
import { asksFor, readTerms } from '../kit/request-terms.js';

const AGAIN_MILLISECONDS = 2_000;
const TOO_MANY = 429;

/**
 * @typedef {'reading' | 'filling' | 'asking' | 'paying' | 'unknown' | 'paid' | 'unproven' | 'refused' |
 *     'closed'} State filling: the
 *     payer says how much; unproven: the server says it is paid, and its receipt does not hold; closed: the request cannot be paid, or not by this wallet; `why` says why
 */

/**
 * A payment.
 *
 * @fires change - after anything about it has changed
 */
export class Payment extends EventTarget {
  #client;
  #logKey;
  #members;
  #outbox;
  #signed = '';
  #order = '';
  #again = 0;

  /**
   * @param {import('../kit/member-client.js').MemberClient} client
   * @param {string} logKey
   * @param {import('../kit/members.js').Members} members
   * @param {import('../kit/outbox.js').Outbox} outbox
   */
  constructor(client, logKey, members, outbox) {
    super();
    this.#client = client;
    this.#logKey = logKey;
    this.#members = members;
    this.#outbox = outbox;
    /** @type {State} */
    this.state = 'reading';
    /** Key of the words that say why it ended. */
    this.why = '';
    /** @type {any} */
    this.request = null;
    /** Who is paid, as the members' list has it. @type {import('../kit/members.js').Member | undefined} */
    this.payee = undefined;
    /** @type {import('../kit/receipt.js').CheckedReceipt | null} */
    this.receipt = null;
    /** The receipt as it came. @type {{leaf: string, proof: string} | null} */
    this.evidence = null;
  }

  /** What will be paid, in minor units. */
  get amount() {
    return this.request.amount;
  }

  /** Reads a printed code; who is paid stands in the members' list. @param {string} id */
  async openSticker(id) {
    try {
      this.request = await this.#client.sticker(id);
      this.payee = await this.#members.find(this.request.payee);
      if (this.request.state === 'replaced') {
        this.#end('replaced');
      } else if (this.request.payee === this.#client.account) {
        this.#end('own-sticker');
      } else {
        this.#become(this.request.amount ? 'asking' : 'filling');
      }
    } catch (cause) {
      this.#end(reasonOf(cause));
    }
  }

  /** Says how much, where the code leaves it open. @param {number} amount in minor units */
  fill(amount) {
    this.request = { ...this.request, amount };
    this.#become('asking');
  }

  /** Reads a request and keeps it for this wallet. @param {string} id */
  async open(id) {
    try {
      this.request = await this.#client.request(id);
      if (!(await this.#isWhatItSays())) {
        this.#end('tampered');
        return;
      }
      if (this.request.payee === this.#client.account) {
        this.#end('own');
        return;
      }
      const claimed = await this.#client.changeRequest(id, 'claims');
      if (claimed.state === 'claimed') {
        this.#become('asking');
      } else {
        this.#end(claimed.state);
      }
    } catch (cause) {
      this.#end(reasonOf(cause));
    }
  }

  /**
   * The terms are what the payment will carry, and a listed payee has signed them; the server's own words about them
   * count for nothing.
   */
  async #isWhatItSays() {
    const { terms, payee, amount } = this.request;
    const read = readTerms(terms);
    return (
      read !== null &&
      read.amount === (amount ?? 0) &&
      read.amount > 0 &&
      (await asksFor(read.bytes, payee, this.#client.origin)) &&
      (await this.#isSigned())
    );
  }

  async #isSigned() {
    const signed = Jws.read('omloop-request+jws', this.request.jws);
    if (signed === null) {
      return false;
    }
    const { terms, payee, name, text, returnTo } = signed.payload;
    this.request = { ...this.request, name, text, returnTo };
    this.payee = await this.#members.find(payee);
    return (
      terms === this.request.terms &&
      payee === this.request.payee &&
      (this.payee === undefined || (await this.#members.isSignedFor(payee, signed)))
    );
  }

  /** Pays. */
  async pay() {
    if (this.state !== 'asking') {
      return; // a second tap
    }
    this.#become('paying');
    const { account, origin } = this.#client;
    const { payee, amount, terms } = this.request;
    const order = payOrder(origin, { from: account, to: payee, amount, request: terms });
    this.#signed = await this.#client.signOrder(order);
    this.#order = order.order;
    await this.#outbox.keep({ order: order.order, account, signed: this.#signed, to: payee, amount, exp: order.exp });
    await this.#send();
  }

  async #send() {
    try {
      const booking = await this.#client.sendPayment(this.#signed);
      await this.#outbox.drop(this.#order);
      this.evidence = booking.receipt;
      this.receipt = await checkReceipt(booking.receipt, this.#logKey);
      if (this.receipt.entry.order !== this.#signed) {
        throw new ReceiptInvalid('receipt.other-entry');
      }
      this.#become('paid');
    } catch (cause) {
      if (cause instanceof ReceiptInvalid) {
        this.why = cause.message;
        await keepEvidence(String(Date.now()), this.evidence);
        this.#become('unproven');
        return;
      }
      if (cause instanceof NoAnswer || (cause instanceof Problem && cause.status === TOO_MANY)) {
        this.#become('unknown');
        this.#again = setTimeout(() => this.#send(), AGAIN_MILLISECONDS);
      } else {
        await this.#outbox.drop(this.#order);
        this.#refuse(cause);
      }
    }
  }

  #refuse(/** @type {unknown} */ cause) {
    this.why = reasonOf(cause);
    this.#become(cause instanceof Problem && cause.status === 422 ? 'refused' : 'closed');
  }

  /** Leaves it to others; what has been sent and not answered, to the outbox. */
  leave() {
    clearTimeout(this.#again);
    if (this.state === 'asking' && this.request.request) {
      this.#client.changeRequest(this.request.request, 'releases').catch(() => {});
    }
  }

  #end(/** @type {string} */ why) {
    this.why = why;
    this.#become('closed');
  }

  #become(/** @type {State} */ state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {unknown} cause */
function reasonOf(cause) {
  if (cause instanceof NoAnswer) {
    return 'no-answer';
  }
  if (cause instanceof Problem) {
    return cause.status === 404 ? 'not-found' : cause.name;
  }
  throw cause;
}
