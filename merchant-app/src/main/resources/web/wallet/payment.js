// One payment from the payer's side: who asks for how much, then the tap, then the proof. Nothing is signed before the
// tap, and what is signed is sent again unchanged until it is known what became of it.

import { Jws } from '../kit/jws.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { payOrder } from '../kit/orders.js';
import { readOffline } from '../kit/offline-request.js';
import { drawCode } from '../kit/qr-drawing.js';
import { asksFor, readTerms, requestId } from '../kit/request-terms.js';

const NOT_FOUND = 404;

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
  #members;
  #outbox;

  /**
   * @param {import('../kit/member-client.js').MemberClient} client
   * @param {import('../kit/members.js').Members} members
   * @param {import('../kit/outbox.js').Outbox} outbox
   */
  constructor(client, members, outbox) {
    super();
    this.#client = client;
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
    /** The id of the order, once it is signed. */
    this.order = '';
    /** The order as a code that a till can send, where this device cannot. @type {import('../kit/qr-code.js').QrCode['code'] | null} */
    this.orderCode = null;
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

  /** What names nothing is as unknown as what names something else. */
  openUnreadable() {
    this.#end('not-found');
  }

  /** Begins a payment to somebody without a code of theirs. @param {string} account */
  async openAccount(account) {
    this.payee = await this.#members.find(account);
    this.request = { payee: account };
    this.#become('filling');
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
   * Reads a request that came whole in its code. Who asks, and that they signed it, this device knows by itself; whether
   * somebody else is paying it, only the server, where there is one within reach.
   *
   * @param {string} code the signed request in base64url
   */
  async openOffline(code) {
    const { terms, signature } = readOffline(code);
    const read = readTerms(terms);
    this.payee = read && read.amount > 0 ? await this.#members.asker(read.bytes, signature) : undefined;
    if (!this.payee) {
      this.#end('unknown-asker');
    } else if (this.payee.account === this.#client.account) {
      this.#end('own');
    } else if (read.expiresAt < Date.now() / 1000) {
      this.#end('expired');
    } else {
      this.request = { payee: this.payee.account, amount: read.amount, terms };
      this.#become('asking');
      await this.#claimOffline(await requestId(read.bytes));
    }
  }

  /** Keeps it for this wallet if the server knows it already. */
  async #claimOffline(/** @type {string} */ id) {
    try {
      const { state } = await this.#client.changeRequest(id, 'claims');
      this.request = { ...this.request, request: id };
      if (state !== 'claimed' && this.state === 'asking') {
        this.#end(state);
      }
    } catch (cause) {
      const isElsewhere = cause instanceof Problem && cause.status !== NOT_FOUND && this.state === 'asking';
      if (isElsewhere) {
        this.#end(cause.name);
      } else if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
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
    this.#outbox.addEventListener('outcome', this.#hear);
    const order = payOrder(origin, { from: account, to: payee, amount, request: terms });
    this.order = order.order;
    const waiting = await this.#outbox.sign('payment', order);
    if (!(await this.#outbox.send(waiting)) && this.state === 'paying') {
      this.#become('unknown');
      await this.#showOrder(waiting.signed);
    }
  }

  async #showOrder(/** @type {string} */ signed) {
    this.orderCode = await drawCode(`${location.origin}/O#${signed}`);
    this.dispatchEvent(new Event('change'));
  }

  #hear = (/** @type {any} */ { detail }) => {
    const { waiting, end, why, isInBooks, receipt, evidence } =
      /** @type {import('../kit/outbox.js').Outcome} */ (detail);
    if (waiting.order !== this.order) {
      return;
    }
    this.why = why;
    this.receipt = receipt;
    this.evidence = evidence;
    if (end === 'done') {
      this.#become('paid');
    } else if (end === 'unproven') {
      this.#become('unproven');
    } else {
      this.#become(isInBooks ? 'refused' : 'closed');
    }
  };

  /** The code for a till without a connection. @returns {Promise<string>} */
  async tillCode() {
    return (await this.#client.tillCode(this.receipt.index)).code;
  }

  /** Leaves it to others; what has been sent and not answered, to the outbox. */
  leave() {
    this.#outbox.removeEventListener('outcome', this.#hear);
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
    return cause.status === NOT_FOUND ? 'not-found' : cause.name;
  }
  throw cause;
}
