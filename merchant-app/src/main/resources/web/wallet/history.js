// Everything that happened on the account, kept on this device: looking something up needs no connection, and no server
// learns what somebody looks for.

import { DeviceStore } from '../kit/device-store.js';

const STORE = new DeviceStore('history');
const PAGE = 200;

/**
 * The account's entries, latest first.
 *
 * @fires change - after some have come
 */
export class History extends EventTarget {
  #client;

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    super();
    this.#client = client;
    /** @type {any[]} as the API has them */
    this.entries = [];
    /** Whether older ones are still coming. */
    this.isLoading = true;
  }

  /**
   * Takes what the device has kept and asks for what is new.
   *
   * @throws {import('../kit/ledger-client.js').NoAnswer} then what was kept is all there is
   */
  async open() {
    const name = this.#client.account;
    const kept = (await STORE.get(name)) ?? [];
    this.#show(kept);
    try {
      const fresh = await this.#since(kept[0]?.index ?? -1, kept);
      this.#show([...fresh, ...kept]);
      await STORE.put(name, this.entries);
    } finally {
      this.isLoading = false;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** The entries after one, page by page, so that nobody waits for all to see the first. */
  async #since(/** @type {number} */ index, /** @type {any[]} */ kept) {
    /** @type {any[]} */
    const fresh = [];
    let cursor = '';
    do {
      const page = await this.#client.entryPage(PAGE, cursor);
      const newer = page.entries.filter((entry) => entry.index > index);
      fresh.push(...newer);
      cursor = newer.length === page.entries.length ? (page.next ?? '') : '';
      this.#show([...fresh, ...kept]);
    } while (cursor);
    return fresh;
  }

  #show(/** @type {any[]} */ entries) {
    this.entries = entries;
    this.dispatchEvent(new Event('change'));
  }
}
