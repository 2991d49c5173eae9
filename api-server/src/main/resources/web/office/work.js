// What waits for the office, as its rooms read it.

import { BankIssues } from './bank-issues.js';

/** How long what the bank says is new: a weekend with a holiday before it. */
const STALE_DAYS = 4;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

/** The books are read again from time to time alone: that is more work than all the rest. */
const RESERVE_MILLISECONDS = 60_000;

/**
 * @typedef {object} Waiting
 * @property {string} what its words are 'today.' and this
 * @property {string} room where it is done
 * @property {number} count
 * @property {string} since the day of the oldest, such as '2026-11-30'; empty where it does not matter
 */

/** Reads it for one operator. */
export class Work {
  #client;
  #issues;
  #isOpen = false;
  #reservedAt = 0;

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    this.#client = client;
    this.#issues = new BankIssues(client);
  }

  /** All that waits, in the order of the rooms. @returns {Promise<Waiting[]>} */
  async read() {
    const ask = (/** @type {string} */ path) => this.#client.ask(path);
    const [matched, work, debits, { statements }, payouts, { batches }, { applications }, signed] = await Promise.all([
      ask('/v1/bank/lines?lineState=matched'),
      ask('/v1/bank/lines?lineState=work'),
      ask('/v1/bank/lines?lineState=debit'),
      ask('/v1/bank/statements'),
      ask('/v1/payouts?state=requested&limit=200'),
      ask('/v1/payout-batches'),
      ask('/v1/applications?limit=200'),
      this.#issues.waiting(),
      this.#lookAtReserve(),
    ]);
    const unsigned = (/** @type {{lines: any[]}} */ { lines }) => lines.filter(({ line }) => !signed.has(line));
    const asked = payouts.payouts.filter((/** @type {any} */ { state }) => state === 'requested');
    const inState = (/** @type {string} */ wanted) =>
      batches.filter((/** @type {any} */ { state }) => state === wanted).map((/** @type {any} */ { draftedAt }) => draftedAt);
    return [
      some('reserve', 'books', this.#isOpen ? [''] : []),
      some('statement', 'bank', stale(statements)),
      some('held', 'bank', days(statements.filter((/** @type {any} */ { state }) => state === 'held'), 'closingDate')),
      some('matched', 'bank', days(unsigned(matched), 'bookedDate')),
      some('work', 'bank', days(unsigned(work), 'bookedDate')),
      some('debit', 'bank', days(debits.lines, 'bookedDate')),
      some('payouts', 'payouts', days(asked, 'requestedAt')),
      some('drafted', 'payouts', inState('drafted')),
      some('approved', 'payouts', inState('approved')),
      some('applications', 'members', days(applications, 'madeAt')),
    ].flat();
  }

  async #lookAtReserve() {
    if (Date.now() - this.#reservedAt < RESERVE_MILLISECONDS) {
      return;
    }
    const { now, isRunning } = await this.#client.ask('/v1/books/reserve');
    this.#isOpen = (now?.difference ?? 0) !== 0;
    this.#reservedAt = isRunning ? 0 : Date.now();
  }
}

/** The days of rows. @param {any[]} rows @param {string} name @returns {string[]} */
const days = (rows, name) => rows.map((row) => row[name]);

/** The bank's last day, where there should be a later statement by now. @param {any[]} statements the latest first */
function stale([last]) {
  return last && Date.now() - Date.parse(last.closingDate) > STALE_DAYS * DAY_MILLISECONDS ? [last.closingDate] : [];
}

/** @param {string} what @param {string} room @param {string[]} moments @returns {Waiting[]} none where there is nothing */
function some(what, room, moments) {
  const since = [...moments].sort()[0]?.slice(0, 'YYYY-MM-DD'.length) ?? '';
  return moments.length > 0 ? [{ what, room, count: moments.length, since }] : [];
}
