// The sales that are open at one till: the one on the stage, and those set aside while a customer looks for a phone.

import { holdTab, keepSales, keptSales } from './kept-sales.js';
import { Sale } from './sale.js';

/** How many there can be, the one on the stage included. */
const MOST = 4;

/** Where nobody is being waited for. */
const ENDED = ['empty', 'amount', 'paid', 'paid-by-code'];

/** Where nothing comes any more unless somebody touches the till. */
const OVER = ['empty', 'paid', 'paid-by-code', 'expired'];

/**
 * @fires change - after anything about one of them has changed
 * @fires turned - with the Sale as detail whose state has become another
 */
export class OpenSales extends EventTarget {
  #make;
  #account;
  #client;
  /** Whose key asks for the money. @type {WeakMap<Sale, import('../kit/member-client.js').MemberClient>} */
  #askers = new WeakMap();
  #tab = crypto.randomUUID();

  /**
   * @param {import('../kit/member-client.js').MemberClient} client
   * @param {string} logKey
   * @param {string} name how the shop calls itself
   */
  constructor(client, logKey, name) {
    super();
    this.#account = client.account;
    this.#client = client;
    this.#make = () => this.#watched(new Sale(this.#client, logKey, name));
    /** On the stage. */
    this.current = this.#make();
    /** Set aside, the oldest first. @type {Sale[]} */
    this.parked = [];
    this.addEventListener('change', () => this.#keep());
  }

  /** Goes on after a reload; to be awaited before anything is typed. */
  async resume() {
    const { tab, account, sales } = keptSales();
    if (account !== this.#account || !(await holdTab(tab))) {
      await holdTab(this.#tab);
      return;
    }
    this.#tab = tab;
    const [current, ...parked] = sales.map((/** @type {Sale['kept']} */ each) => {
      const sale = this.#make();
      return each ? { sale, each } : { sale };
    });
    this.current = current.sale;
    this.parked = parked.filter(({ each }) => each).map(({ sale }) => sale);
    [current, ...parked].forEach(({ sale, each }) => each && sale.resume(each));
  }

  get canPark() {
    return this.parked.length < MOST - 1 && !ENDED.includes(this.current.state);
  }

  /** Whether somebody is being waited for. */
  get isAnyOpen() {
    return this.#all.some(({ state }) => !OVER.includes(state));
  }

  /**
   * Has another of the shop's keys ask from now on; what is open was asked by the one before, and is set aside.
   *
   * @param {import('../kit/member-client.js').MemberClient} client
   */
  serve(client) {
    if (client === this.#client) {
      return;
    }
    this.#client = client;
    if (ENDED.includes(this.current.state) || this.current.state === 'expired') {
      this.current.clear();
    } else {
      this.parked = [...this.parked, this.current]; // also where there is no room for one more
    }
    this.current = this.#make();
    this.dispatchEvent(new Event('change'));
  }

  /** The one on the stage, to be changed by whoever serves: what another asked is taken back and asked anew. */
  get edited() {
    if (this.#askers.get(this.current) !== this.#client) {
      const { isPaid, added, typed } = this.current;
      const own = this.#make();
      if (!isPaid) {
        Object.assign(own, { added, typed });
        this.current.clear();
      }
      this.current = own;
    }
    return this.current;
  }

  /** Sets the one on the stage aside, for the next customer. */
  park() {
    if (this.canPark) {
      this.parked = [...this.parked, this.current];
      this.current = this.#make();
      this.dispatchEvent(new Event('change'));
    }
  }

  /** Puts one back on the stage. @param {Sale} sale that is set aside */
  putBack(sale) {
    const others = this.parked.filter((each) => each !== sale);
    if (ENDED.includes(this.current.state)) {
      this.current.clear();
      this.parked = others;
    } else {
      this.parked = [...others, this.current];
    }
    this.current = sale;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {any} entry of the account's stream */
  hearEntry(entry) {
    this.#all.forEach((sale) => sale.hearEntry(entry));
  }

  /** @param {{request: string, state: string}} change as the stream tells it */
  hearRequest(change) {
    this.#all.forEach((sale) => sale.hearRequest(change));
  }

  /** Asks how they stand. */
  look() {
    this.#all.forEach((sale) => sale.look());
  }

  #keep() {
    keepSales({ tab: this.#tab, account: this.#account, sales: this.#all.map(({ kept }) => kept) });
  }

  get #all() {
    return [this.current, ...this.parked];
  }

  #watched(/** @type {Sale} */ sale) {
    this.#askers.set(sale, this.#client);
    let known = sale.state;
    sale.addEventListener('change', () => {
      this.dispatchEvent(new Event('change'));
      if (sale.state !== known) {
        known = sale.state;
        this.dispatchEvent(new CustomEvent('turned', { detail: sale }));
      }
    });
    return sale;
  }
}
