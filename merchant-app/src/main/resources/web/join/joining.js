// Taking up an invitation: this device makes a key and signs for it with the code. The key and the signed order are on
// the disk before the order is sent, so that a page that was closed half-way goes on with the same key.

import { sha256, toBase64Url, utf8 } from '../kit/bytes.js';
import { DeviceKey } from '../kit/device-key.js';
import { DeviceStore } from '../kit/device-store.js';
import { keepEnrolment, signsForOffice } from '../kit/enrolments.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { MemberClient, Problem, fetchJson } from '../kit/member-client.js';
import { keyAddOrder } from '../kit/orders.js';

const AGAIN_MILLISECONDS = 2_000;
const STORE = new DeviceStore('joining');

/** The account that the office's keys are of. */
const OPERATOR = 'operator';

/** What says nothing about the order: it took too long, or there were too many. */
const LATER = [408, 429];

/** Refusals of an order that was signed too long ago, or by a clock that is wrong: its code was not used. */
const OUT_OF_TIME = ['expired', 'not-yet-valid'];

/** What else a device is by the page it begins at: a shop pays with the same key. @type {Record<string, ('till' | 'wallet' | 'office')[]>} */
const FACES = { wallet: ['wallet'], till: ['wallet', 'till'], office: ['office'] };

/**
 * @typedef {'looking' | 'asking' | 'joining' | 'unknown' | 'joined' | 'closed'} State unknown: the order was sent, and
 *     nobody knows yet; closed: `why` says why it cannot be taken up
 */

/**
 * The way from an invitation's code to an enrolled device.
 *
 * @fires change - after anything about it has changed
 */
export class Joining extends EventTarget {
  #origin;
  #code;
  #hash = '';

  /** @param {string} origin the ledger's @param {string} code the invitation's */
  constructor(origin, code) {
    super();
    this.#origin = origin;
    this.#code = code;
    /** @type {State} */
    this.state = 'looking';
    /** Key of the words that say why it ended. */
    this.why = '';
    /** @type {any} as GET /v1/invitations answers */
    this.invitation = null;
  }

  /** The page that this device will be: a shop's begins at the till. @returns {'till' | 'wallet' | 'office'} */
  get face() {
    if (this.invitation.account === OPERATOR) {
      return 'office';
    }
    return this.invitation.role === 'resident' ? 'wallet' : 'till';
  }

  /** Looks the invitation up, and goes on where a page before this one stopped. */
  async open() {
    if (!isSecureContext) {
      this.#end('insecure'); // no keys here, and one of another address would be of no use
      return;
    }
    this.#hash = toBase64Url(await sha256(utf8(this.#code)));
    const begun = await STORE.get(this.#hash);
    try {
      this.invitation = await fetchJson(`/v1/invitations/${this.#hash}`);
    } catch (cause) {
      this.#end(cause instanceof NoAnswer ? 'no-answer' : 'unknown');
      return;
    }
    if (begun) {
      this.#become('joining');
      await this.#send(begun);
    } else if (this.invitation.state === 'open') {
      await this.#ask();
    } else {
      this.#end(this.invitation.state);
    }
  }

  async #ask() {
    try {
      if (this.face === 'office' && (await signsForOffice())) {
        this.#end('office');
        return;
      }
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
      this.#end('no-answer');
      return;
    }
    this.#become('asking');
  }

  /** Makes the key. @param {string} name of the holder, for this device's screen */
  async join(name) {
    if (this.state !== 'asking') {
      return; // a second tap
    }
    this.#become('joining');
    let key;
    try {
      key = await DeviceKey.create();
    } catch {
      this.#end('old-browser');
      return;
    }
    await this.#sign(name, key);
  }

  /** The key and what it signed are on the disk before anything is sent. */
  async #sign(/** @type {string} */ name, /** @type {DeviceKey} */ key) {
    const { account, rights, holder, label } = this.invitation;
    const order = keyAddOrder(this.#origin, {
      account,
      key: await key.publicKey(),
      rights,
      holder,
      label,
      code: this.#code,
    });
    const begun = { name, pair: key.pair, signed: await key.signJws('omloop-order+jws', order) };
    await STORE.put(this.#hash, begun);
    await this.#send(begun);
  }

  async #send(/** @type {{name: string, pair: CryptoKeyPair, signed: string}} */ { name, pair, signed }) {
    const { account } = this.invitation;
    const client = new MemberClient(this.#origin, account, await DeviceKey.of(pair), () => '');
    try {
      await client.sendKeyOrder(signed);
    } catch (cause) {
      if (cause instanceof NoAnswer || (cause instanceof Problem && LATER.includes(cause.status))) {
        this.#become('unknown');
        setTimeout(() => this.#send({ name, pair, signed }), AGAIN_MILLISECONDS);
        return;
      }
      if (!(cause instanceof Problem)) {
        throw cause;
      }
      await STORE.remove(this.#hash);
      this.#end(OUT_OF_TIME.includes(cause.name) ? 'clock' : 'refused');
      return;
    }
    const enrolment = { origin: this.#origin, account, name, person: this.invitation.holder, pair };
    for (const face of FACES[this.face]) {
      await keepEnrolment(face, enrolment);
    }
    await STORE.remove(this.#hash);
    await navigator.storage?.persist?.(); // the browser may say no; the account does not hang on this device
    this.#become('joined');
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
