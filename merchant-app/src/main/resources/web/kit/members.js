// Whom anybody may pay: the members' list, signed by the server and kept on the device. What a code calls itself is
// only compared with it.

import { fromBase64Url } from './bytes.js';
import { isSignedBy, keyId } from './device-key.js';
import { DeviceStore } from './device-store.js';
import { Jws } from './jws.js';
import { asksFor, isBy } from './request-terms.js';

const STORE = new DeviceStore('members');
const KEPT = 'list';
const PATIENCE_MILLISECONDS = 10_000;

/**
 * @typedef {object} Member
 * @property {string} account
 * @property {string} name the trade name
 * @property {string} legalName
 * @property {string} street with the number
 * @property {string} neighbourhood
 * @property {string} [sector] such as 'SBI2008:47241'
 * @property {string[]} keys that may ask to be paid
 */

/** The members that sell. */
export class Members {
  #origin;
  #serverKey;
  #tag = '';
  #issuedAt = 0;
  /** @type {Map<string, Member>} */
  #byAccount = new Map();
  /** @type {Promise<void> | undefined} */
  #opened;

  /** @param {string} origin the ledger's @param {string} serverKey in base64url */
  constructor(origin, serverKey) {
    this.#origin = origin;
    this.#serverKey = serverKey;
  }

  /** All of them, by name. @returns {Member[]} */
  get all() {
    return [...this.#byAccount.values()].sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  }

  /** @param {string} account @returns {Member | undefined} */
  of(account) {
    return this.#byAccount.get(account);
  }

  /** Takes what this device has kept, and asks the server; settles once there is a list, or no answer. */
  open() {
    return (this.#opened ??= this.#open());
  }

  async #open() {
    const kept = await STORE.get(KEPT);
    const refreshed = this.refresh();
    if (!kept || !(await this.#take(kept))) {
      await refreshed;
    }
  }

  /** Looks a member up, also one who is new to this device. @param {string} account */
  async find(account) {
    await this.open();
    if (!this.of(account)) {
      await this.refresh();
    }
    return this.of(account);
  }

  /** Asks the server whether anything has changed. */
  async refresh() {
    try {
      const answer = await fetch('/v1/members', {
        headers: this.#tag ? { 'If-None-Match': this.#tag } : {},
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
        cache: 'no-store',
      });
      if (answer.ok) {
        const list = { jws: await answer.text(), tag: answer.headers.get('ETag') ?? '' };
        if (await this.#take(list)) {
          await STORE.put(KEPT, list);
        }
      }
    } catch (cause) {
      if (!(cause instanceof TypeError || cause instanceof DOMException)) {
        throw cause; // not for want of a connection
      }
    }
  }

  /**
   * Whether a payee's own key signed a text. A key that is new to this device is asked for.
   *
   * @param {string} account a member's
   * @param {Jws} signed
   */
  async isSignedFor(account, signed) {
    if (await this.#isSignedByKeyOf(account, signed)) {
      return true;
    }
    await this.refresh();
    return this.#isSignedByKeyOf(account, signed);
  }

  async #isSignedByKeyOf(/** @type {string} */ account, /** @type {Jws} */ signed) {
    for (const text of this.of(account)?.keys ?? []) {
      const key = fromBase64Url(text);
      if ((await keyId(key)) === signed.kid) {
        return signed.isSignedBy(key);
      }
    }
    return false;
  }

  /**
   * Which member asks with these terms, and signed them. Terms name their key and account by the beginnings of their
   * hashes only, so every member is tried.
   *
   * @param {Uint8Array} terms
   * @param {Uint8Array} signature of the terms alone
   */
  async asker(terms, signature) {
    await this.open();
    const known = await this.#asker(terms, signature);
    if (known) {
      return known;
    }
    await this.refresh();
    return this.#asker(terms, signature);
  }

  async #asker(/** @type {Uint8Array} */ terms, /** @type {Uint8Array} */ signature) {
    for (const member of this.#byAccount.values()) {
      if (await asksFor(terms, member.account, this.#origin)) {
        for (const key of member.keys.map(fromBase64Url)) {
          if (isBy(terms, await keyId(key)) && (await isSignedBy(key, terms, signature))) {
            return member;
          }
        }
      }
    }
    return undefined;
  }

  /** Takes a list if the server signed it, for this ledger, and not before the one that is known. */
  async #take(/** @type {{jws: string, tag: string}} */ { jws, tag }) {
    const list = Jws.read('omloop-members+jws', jws);
    const isOurs =
      list !== null &&
      list.payload.ledger === this.#origin &&
      list.payload.iat >= this.#issuedAt &&
      (await list.isSignedBy(fromBase64Url(this.#serverKey)));
    if (isOurs) {
      this.#tag = tag;
      this.#issuedAt = list.payload.iat;
      this.#byAccount = new Map(list.payload.members.map((member) => [member.account, member]));
    }
    return isOurs;
  }
}
