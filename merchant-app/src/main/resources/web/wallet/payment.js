// One payment from the payer's side: who asks for how much, then the tap, then the proof. Nothing is signed before the
// tap, and what is signed is sent again unchanged until it is known what became of it.

import { Jws } from '../kit/jws.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { payOrder } from '../kit/orders.js';
import { asksFor, readTerms } from '../kit/request-terms.js';

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
    if (!(await this.#outbox.send(await this.#outbox.sign('payment', order))) && this.state === 'paying') {
      this.#become('unknown');
    }
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
    return cause.status === 404 ? 'not-found' : cause.name;
  }
  throw cause;
}
