// Where reports come from. Public ones are for everybody; exact ones are asked for by an auditor's key.

import { fetchJson } from '../kit/member-client.js';
import { Report } from './report.js';

const REPORTS = '/v1/circulation/reports';
const AUDIT = '/v1/circulation/audit';
const PAGE = 50;

/**
 * @typedef {object} KnownPeriod
 * @property {string} period such as '2026-Q3'
 * @property {'month' | 'quarter' | 'year'} length
 * @property {boolean} closed whether it will not change any more
 *
 * @typedef {object} Movement
 * @property {number} index of its entry
 * @property {string} time
 * @property {string | null} from
 * @property {string | null} to
 * @property {number} amount
 * @property {number} [part] how much of it belongs to the line, where a reading tells that
 * @property {string} kind
 * @property {number | null} refundOf
 */

/** Asks for public reports. */
export class ReportClient {
  /** @returns {Promise<KnownPeriod[]>} */
  async periods() {
    return (await fetchJson(REPORTS)).reports;
  }

  /** @param {string} period @returns {Promise<Report>} */
  async report(period) {
    return new Report(await fetchJson(this.address(period)));
  }

  /** Definitions by id. @returns {Promise<Map<string, any>>} */
  async indicators() {
    const { indicators } = await fetchJson('/v1/circulation/indicators');
    return new Map(indicators.map((each) => [each.id, each]));
  }

  /** What areas are called, by code; none where the operator named none. @returns {Promise<Map<string, string>>} */
  async areas() {
    const { areas } = await fetchJson('/v1/areas');
    return new Map(areas.map(({ code, name }) => [code, name]));
  }

  /** @param {string} period */
  address(period) {
    return `${REPORTS}/${period}`;
  }
}

/** Asks for exact reports, and for what is behind them. Each look is kept by the server. */
export class AuditClient {
  #member;

  /** @param {import('../kit/member-client.js').MemberClient} member with the right to audit */
  constructor(member) {
    this.#member = member;
  }

  /** @param {string} period @returns {Promise<Report>} */
  async report(period) {
    return new Report(await this.#member.ask(`${AUDIT}/${period}`));
  }

  /**
   * The movements that a line adds up, a page at a time.
   *
   * @param {string} period @param {string} table @param {number} row from 0 @param {string} [cursor] of the page before
   * @returns {Promise<{entries: Movement[], next?: string}>}
   */
  entries(period, table, row, cursor) {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    return this.#member.ask(`${AUDIT}/${period}/entries?table=${table}&row=${row}&limit=${PAGE}${next}`);
  }

  /** @param {number} index @returns {Promise<{leaf: string, proof: string}>} */
  receipt(index) {
    return this.#member.receipt(index);
  }

  /** A report or a part of it as a file. @param {string} period @param {string} part @param {string} type @returns {Promise<Blob>} */
  file(period, part, type) {
    return this.#member.file(`${AUDIT}/${period}${part}`, type);
  }
}
