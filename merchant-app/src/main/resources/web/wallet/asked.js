// The payments that this wallet has asked for: kept on the device, so that each can be shown, followed and taken back.

import { toBase64Url } from '../kit/bytes.js';
import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { ReceiptInvalid, checkReceipt, paymentFor } from '../kit/receipt.js';
import { makeTerms, requestId } from '../kit/request-terms.js';

const STORE = new DeviceStore('requests');
/** As long as a request may last (experience.md, section 6). */
const LIFE_SECONDS = 24 * 60 * 60;
const LONGEST_NAME = 40;
const NOT_FOUND = 404;

/** The most that can be asked for at once, in minor units. */
export const MOST_ASKED = 9_999_999;

/**
 * @typedef {object} Asked
 * @property {string} id
 * @property {string} account that asked
 * @property {number} amount in minor units
 * @property {string} text what for; may be empty
 * @property {string} terms in base64url
 * @property {object} ask what is signed
 * @property {{size: number, path: string, text: string} | null} code null until the server has it
 * @property {Date} at when it was asked
 * @property {Date} until when it can be paid
 * @property {'sending' | 'open' | 'claimed' | 'paid' | 'unproven' | 'expired' | 'withdrawn'} state unproven: the server says it is
 *     paid, and its receipt does not hold
 */

/** One account's requests on this device. */
export class AskedRequests {
  #client;
  #logKey;

  /** @param {import('../kit/member-client.js').MemberClient} client @param {string} logKey */
  constructor(client, logKey) {
    this.#client = client;
    this.#logKey = logKey;
  }

  /** Newest first, as they stood last. @returns {Promise<Asked[]>} */
  async kept() {
    const all = await STORE.all();
    return all
      .filter(({ account }) => account === this.#client.account)
      .sort((/** @type {Asked} */ one, /** @type {Asked} */ other) => other.at.getTime() - one.at.getTime());
  }

  /**
   * Asks.
   *
   * @param {{amount: number, text: string, name: string}} ask amount in minor units, 1 … MOST_ASKED; text at most 35
   *     characters
   * @returns {Promise<Asked>} still being sent, where nobody answers
   * @throws {Problem} nothing was asked
   */
  async ask({ amount, text, name }) {
    const { account, origin, key } = this.#client;
    const made = await makeTerms({ key: key.id, payee: account, amount, origin, lifeSeconds: LIFE_SECONDS });
    const at = new Date();
    const terms = toBase64Url(made);
    const ask = {
      ledger: origin,
      name: name.slice(0, LONGEST_NAME),
      payee: account,
      terms,
      ...(text ? { text } : {}),
    };
    const until = new Date(at.getTime() + LIFE_SECONDS * 1000);
    const id = await requestId(made);
    const asked = { id, account, amount, text, terms, ask, code: null, at, until, state: /** @type {const} */ ('sending') };
    await STORE.put(id, asked);
    try {
      return await this.#send(asked);
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        return asked;
      }
      await STORE.remove(id);
      throw cause;
    }
  }

  async #send(/** @type {Asked} */ asked) {
    const { code, state } = await this.#client.createRequest(asked.ask);
    return keep({ ...asked, code, state });
  }

  /** How one stands now. @param {Asked} asked @returns {Promise<Asked>} unchanged where nobody answers */
  async look(asked) {
    if (asked.state === 'paid' || asked.state === 'expired' || asked.state === 'withdrawn') {
      return asked;
    }
    try {
      if (asked.state === 'sending' && asked.until < new Date()) {
        return await keep({ ...asked, state: 'expired' });
      }
      if (asked.state === 'sending') {
        return await this.#send(asked);
      }
      const { state, entry } = await this.#client.request(asked.id);
      return await keep({ ...asked, state: state === 'paid' ? await this.#proven(asked, entry) : state });
    } catch (cause) {
      if (cause instanceof NoAnswer || cause instanceof Problem) {
        return asked;
      }
      throw cause;
    }
  }

  /**
   * Takes one back.
   *
   * @param {Asked} asked
   * @returns {Promise<boolean>} false: it was paid meanwhile, and stays in the list
   * @throws {Problem} a payment may be on its way
   * @throws {NoAnswer}
   */
  async withdraw(asked) {
    try {
      const { state } = await this.#client.changeRequest(asked.id, 'withdrawals');
      if (state === 'paid') {
        await this.look(asked);
        return false;
      }
    } catch (cause) {
      if (!(cause instanceof Problem && cause.status === NOT_FOUND)) {
        throw cause; // one that never arrived is gone already
      }
    }
    await this.forget(asked);
    return true;
  }

  /** @param {Asked} asked which has ended */
  async forget({ id }) {
    await STORE.remove(id);
  }

  async #proven(/** @type {Asked} */ asked, /** @type {number} */ index) {
    try {
      const { entry } = await checkReceipt(await this.#client.receipt(index), this.#logKey);
      const { account: payee, terms, amount } = asked;
      return paymentFor(entry, { payee, terms, amount }) ? 'paid' : 'unproven';
    } catch (cause) {
      if (cause instanceof ReceiptInvalid) {
        return 'unproven';
      }
      throw cause;
    }
  }
}

/** Unless it was taken off the list meanwhile. */
async function keep(/** @type {Asked} */ asked) {
  if (await STORE.get(asked.id)) {
    await STORE.put(asked.id, asked);
  }
  return asked;
}
