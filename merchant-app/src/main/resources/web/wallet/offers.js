// What shops have put on this phone (docs/adr/0031): as the server says, less what somebody does not want to see. The stream
// tells of a new one at once; a phone that was asleep, or has lost its stream, finds it by asking.

import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

const STORE = new DeviceStore('circuit');
const SELDOM_MILLISECONDS = 60_000;
/** While one is shown, so that it goes when its sale is over. */
const OFTEN_MILLISECONDS = 5_000;
/** The key may see no offers any more; what else goes wrong passes. */
const ENDED = [403, 404];

/**
 * @typedef {object} Offer
 * @property {string} offeredAt
 * @property {any} request as the API has it
 */

/**
 * What one account's holder was asked.
 *
 * @fires change - after it has changed
 */
export class Offers extends EventTarget {
  #client;
  #members;
  #timer = 0;
  #asked = 0;
  /** @type {Offer[]} */
  #all = [];
  /** Names of those that are not to be seen. @type {string[] | null} null until they are read */
  #dismissed = null;

  /**
   * @param {import('../kit/member-client.js').MemberClient} client
   * @param {import('../kit/members.js').Members} members
   */
  constructor(client, members) {
    super();
    this.#client = client;
    this.#members = members;
    /** To be seen, the latest first. @type {Offer[]} */
    this.shown = [];
    document.addEventListener('visibilitychange', () => document.hidden || this.refresh());
  }

  /** Asks anew, and goes on asking now and then. */
  async refresh() {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    let all = this.#all;
    try {
      this.#dismissed ??= (await STORE.get(this.#place)) ?? [];
      ({ offers: all } = await this.#client.offers());
      await this.#learnNames(all);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      all = ENDED.includes(/** @type {Problem} */ (cause).status) ? [] : all;
    } finally {
      this.#goOn(asked, all);
    }
  }

  /** Whoever asked later knows better. */
  #goOn(/** @type {number} */ asked, /** @type {Offer[]} */ all) {
    if (asked !== this.#asked) {
      return;
    }
    this.#all = all;
    this.#show();
    this.#timer = setTimeout(() => this.refresh(), this.shown.length > 0 ? OFTEN_MILLISECONDS : SELDOM_MILLISECONDS);
  }

  /** Puts one out of sight on this device; where it is asked once more, it comes back. @param {Offer} offer */
  async dismiss(offer) {
    const left = this.#all.map(nameOf); // what is over needs no memory
    this.#dismissed = [...this.#dismissed.filter((name) => left.includes(name)), nameOf(offer)];
    await STORE.put(this.#place, this.#dismissed); // what has gone from the screen stays away after a reload
    this.#show();
  }

  #show() {
    this.shown = this.#all.filter(
      (each) =>
        each.request.amount > 0 && // a till asks for no other
        Date.parse(each.request.expiresAt) > Date.now() &&
        !this.#dismissed?.includes(nameOf(each)),
    );
    this.dispatchEvent(new Event('change'));
  }

  /** A member may be new to this device. @param {Offer[]} offers */
  async #learnNames(offers) {
    const known = this.#all.map(nameOf);
    await Promise.all(
      offers.filter((each) => !known.includes(nameOf(each))).map(({ request }) => this.#members.find(request.payee)),
    );
  }

  get #place() {
    return `dismissed:${this.#client.account}`;
  }
}

function nameOf(/** @type {Offer} */ { request, offeredAt }) {
  return `${request.request} ${offeredAt}`;
}
