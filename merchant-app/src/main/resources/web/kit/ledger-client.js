// What the server says, as values. Knows addresses and status codes; shows nothing.

/**
 * @typedef {object} CurrencyFacts as GET /v1/currency answers
 * @property {string} origin the journal's name, fixed at its start
 * @property {string} name the circuit's name on screens
 * @property {string} unit
 * @property {string} symbol
 * @property {number} scale digits behind the comma
 * @property {string} logKey signs the log's heads: a C2SP verifier key
 * @property {string} serverKey signs the members' list: an Ed25519 key in base64url
 * @property {boolean} demo people and amounts are invented
 * @property {number} treeSize how many entries the journal has
 *
 * @typedef {object} Figures as GET /v1/figures answers: the whole circuit since its start, amounts in
 *     minor units, null where a figure cannot be computed. Its definitions are the contract's.
 * @property {string} asOf
 * @property {number | null} entries
 * @property {number | null} members residents with an account
 * @property {number | null} organisations
 * @property {number | null} issued
 * @property {number | null} granted
 * @property {number | null} spent before refunds
 * @property {number | null} refunded
 * @property {number | null} redeemed also what the bank has not paid out yet
 * @property {number | null} outstanding issued less paid out
 * @property {number | null} inCirculation issued less redeemed; reckoned here, of the same answer
 * @property {number | null} spentPerIssued
 * @property {Record<string, number>} refusals
 */

/** The server gave no usable answer: not there, too slow, or in trouble. */
export class NoAnswer extends Error {}

/**
 * Asks the server. An answer later than the patience counts as none.
 */
export class LedgerClient {
  #patience;

  /** @param {number} [patience] in milliseconds */
  constructor(patience = 10_000) {
    this.#patience = patience;
  }

  /** @returns {Promise<CurrencyFacts>} */
  async currency() {
    return (await this.#get('/v1/currency', JSON.parse)).body;
  }

  /**
   * @param {string | null} [tag] of the answer before
   * @returns {Promise<{figures: Figures, tag: string | null} | null>} null if nothing has changed
   */
  async figures(tag = null) {
    const { body, headers } = await this.#get('/v1/figures', JSON.parse, tag);
    return body ? { figures: withCirculation(body), tag: headers.get('ETag') } : null;
  }

  /** @returns {Promise<string>} a signed note, see checkpoint-note.js */
  async checkpoint() {
    return (await this.#get('/log/checkpoint', String)).body;
  }

  /**
   * @param {string} path
   * @param {(text: string) => any} read makes a value of the body; throws if it is none
   * @param {string | null} [tag] the answer that is known already; it comes as an empty body
   */
  async #get(path, read, tag = null) {
    try {
      const answer = await fetch(path, {
        headers: tag ? { 'If-None-Match': tag } : {},
        signal: AbortSignal.timeout(this.#patience),
        cache: 'no-store', // the tag is ours to send, and the browser keeps no second copy
      });
      const text = await answer.text();
      if (!answer.ok && answer.status !== 304) {
        throw new NoAnswer(`${path}: ${answer.status}`);
      }
      return { body: answer.ok ? read(text) : null, headers: answer.headers };
    } catch (cause) {
      throw cause instanceof NoAnswer ? cause : new NoAnswer(path, { cause });
    }
  }
}

/** The reserve still covers what waits to be paid out, but nobody can spend it any more. */
function withCirculation(figures) {
  const { issued, redeemed } = figures;
  const inCirculation = issued === null || redeemed === null ? null : issued - redeemed;
  return { ...figures, inCirculation };
}
