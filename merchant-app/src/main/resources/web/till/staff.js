// The people who share this till, each with a key of their own on this device, and who of them serves. Knows no pixels.

import { DeviceKey } from '../kit/device-key.js';
import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { MemberClient, Problem } from '../kit/member-client.js';

const STORE = new DeviceStore('staff');
const KEPT = 'omloop.serving';
const MOST_TRIES = 5;

/** Nobody stands above a manager who could unlock them: they get one more try this long after the last. */
const MANAGER_WAITS_MILLISECONDS = 15 * 60_000;

/**
 * @typedef {object} Person
 * @property {string} key id of their key
 * @property {string} account
 * @property {string} name as this till shows it; empty for who was enrolled and has given none
 * @property {CryptoKeyPair} pair
 * @property {string[] | null} rights as the ledger has them; null while this till has not heard
 * @property {number} [perOrder] the most they give back at once, in minor units
 * @property {import('./pins.js').Pin} [pin]
 * @property {number} wrong tries since the last right one
 * @property {number} [triedAt] when the last wrong one was
 * @property {number} addedAt
 * @property {string} [grant] the order that gives the key its rights, while nobody knows whether it arrived
 */

/**
 * The staff of one till.
 *
 * @fires change - after anything about them has changed
 */
export class Staff extends EventTarget {
  #device;
  #language;
  /** @type {Map<string, MemberClient>} by key */
  #clients = new Map();

  /**
   * @param {MemberClient} device of the key that this till was enrolled with
   * @param {() => string} language
   */
  constructor(device, language) {
    super();
    this.#device = device;
    this.#language = language;
    this.#clients.set(device.key.id, device);
    /** The one who was enrolled comes first. @type {Person[]} */
    this.people = [this.#enrolled];
    /** @type {Person | null} null while the till is locked */
    this.serving = null;
  }

  /** Reads who there are, and who served before a reload of this tab. */
  async open() {
    await this.read();
    const key = keptServing();
    this.serving = this.isShared ? (this.people.find((each) => each.key === key) ?? null) : this.people[0];
    await this.#meet(this.serving);
    if (this.serving) {
      keepServing(this.serving.key);
    }
  }

  /** Reads them anew: another tab may have changed them. */
  async read() {
    const { account, key } = this.#device;
    const kept = /** @type {Person[]} */ (await STORE.all()).filter((each) => each.account === account);
    const others = kept.filter((each) => each.key !== key.id && each.name).sort((one, other) => one.addedAt - other.addedAt);
    const first = kept.find((each) => each.key === key.id);
    this.people = [{ ...this.#enrolled, ...first }, ...others];
    this.serving = this.serving && (this.people.find((each) => each.key === this.serving.key) ?? null);
    this.#tell();
  }

  /** Whether one has to say who one is. */
  get isShared() {
    return this.people.length > 1 || this.people[0].pin !== undefined;
  }

  get isLocked() {
    return this.serving === null;
  }

  /** Lets somebody serve. @param {Person} person */
  async serve(person) {
    await this.#meet(person);
    this.serving = person;
    keepServing(person.key);
    this.#tell();
  }

  /** Nobody serves until somebody says who they are. */
  lock() {
    this.serving = null;
    keepServing('');
    this.#tell();
  }

  /** Puts somebody on the disk as they are now. @param {Person} person */
  async keep(person) {
    await STORE.put(person.key, person);
    await this.read();
  }

  /** Forgets somebody's key and PIN. @param {Person} person */
  async forget(person) {
    await STORE.remove(person.key);
    this.#clients.delete(person.key);
    await this.read();
  }

  /** Speaks for somebody's key. @param {Person} person @returns {Promise<MemberClient>} */
  async clientOf(person) {
    await this.#meet(person);
    return this.#clients.get(person.key);
  }

  /** What the till's screens have to know. */
  get who() {
    return { client: this.client, people: this.people };
  }

  /** Speaks for who serves, and while nobody does for the till itself. */
  get client() {
    return this.#clients.get(this.serving?.key) ?? this.#device;
  }

  /** Asks the ledger what their keys may do, and forgets whose key has ended. */
  async refresh() {
    let keys;
    try {
      ({ keys } = await this.#device.keys()); // a key that has ended may not ask
    } catch (cause) {
      if (cause instanceof NoAnswer || cause instanceof Problem) {
        return;
      }
      throw cause;
    }
    for (const person of this.people) {
      const known = keys.find((/** @type {any} */ { key }) => key === person.key);
      if (known?.revoked && person !== this.people[0]) {
        await STORE.remove(person.key);
      } else if (known && !isSame(known, person)) {
        const { grant, ...granted } = person;
        await STORE.put(person.key, { ...granted, rights: known.rights, perOrder: known.perOrder });
      }
    }
    await this.read();
  }

  async #meet(/** @type {Person | null} */ person) {
    if (person && !this.#clients.has(person.key)) {
      const key = await DeviceKey.of(person.pair);
      this.#clients.set(person.key, new MemberClient(this.#device.origin, person.account, key, this.#language));
    }
  }

  /** @returns {Person} */
  get #enrolled() {
    const { account, key } = this.#device;
    return { key: key.id, account, name: '', pair: key.pair, rights: null, wrong: 0, addedAt: 0 };
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether they may give others a key, and take it from them: the ledger's rule. @param {Person} person */
export function isManager({ rights }) {
  return rights?.includes('pay') ?? false;
}

/** Whether their key gives this back, in minor units, as far as this till knows. @param {Person} person @param {number} amount */
export function mayRefund({ rights, perOrder, grant }, amount) {
  return !grant && (rights === null || (rights.includes('refund') && amount <= (perOrder ?? Infinity)));
}

/** Tries that are left before somebody is locked here. @param {Person} person */
export function triesLeft({ wrong }) {
  return Math.max(0, MOST_TRIES - wrong);
}

/** Whether somebody's PIN is not looked at any more. @param {Person} person */
export function isLockedOut(person) {
  const waited = isManager(person) && Date.now() > (person.triedAt ?? 0) + MANAGER_WAITS_MILLISECONDS;
  return triesLeft(person) === 0 && !waited;
}

/** @param {Person} person @param {import('../kit/i18n.js').Words} words */
export function nameOfPerson(person, words) {
  return person.name || words.t(isManager(person) ? 'staff.manager' : 'staff.device');
}

function isSame(/** @type {any} */ known, /** @type {Person} */ person) {
  return String(known.rights) === String(person.rights) && known.perOrder === person.perOrder && !person.grant;
}

function keptServing() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null; // storage is switched off: a reload asks again who is there
  }
}

function keepServing(/** @type {string} */ key) {
  try {
    sessionStorage.setItem(KEPT, key);
  } catch {
    // nothing is lost but the memory of it
  }
}
