// What a member's device asks of the server and tells it. An answer is a value, a Problem that says why not, or
// NoAnswer: then nobody knows, and the same bytes may be sent again.

import { NoAnswer } from './ledger-client.js';

const PATIENCE_MILLISECONDS = 10_000;
const RENEW_BEFORE_MILLISECONDS = 60_000;

/** The server understood, and says no. */
export class Problem extends Error {
  /** @param {number} status @param {any} body an RFC 9457 problem */
  constructor(status, body) {
    super(body.title);
    this.status = status;
    /** The name at the end of its type, such as 'insufficient-funds'. */
    this.name = String(body.type ?? '').replace(/^.*\//, '');
    this.detail = body.detail;
    this.body = body;
  }
}

/** Speaks for one key of one account. */
export class MemberClient {
  #origin;
  #key;
  #language;
  #session = null;

  /**
   * @param {string} origin the ledger's
   * @param {string} account
   * @param {import('./device-key.js').DeviceKey} key
   * @param {() => string} language in which problems are told
   */
  constructor(origin, account, key, language) {
    this.#origin = origin;
    this.account = account;
    this.#key = key;
    this.#language = language;
  }

  get origin() {
    return this.#origin;
  }

  get key() {
    return this.#key;
  }

  /** The account as it stands. @returns {Promise<{role: string, status: string, balance: number, available: number}>} */
  facts() {
    return this.ask(`/v1/accounts/${this.account}`);
  }

  /** Its entries, latest first. @param {number} [limit] @returns {Promise<{entries: any[]}>} */
  entries(limit = 20) {
    return this.ask(`/v1/accounts/${this.account}/entries?limit=${limit}`);
  }

  /** A page of them. @param {number} limit @param {string} cursor of the page before; empty for the first */
  entryPage(limit, cursor) {
    return this.ask(`/v1/accounts/${this.account}/entries?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
  }

  /** The account over some days, UTC. @param {string} from such as 2026-11-01 @param {string} until the last day */
  statement(from, until) {
    return this.ask(`/v1/accounts/${this.account}/statements?from=${from}&until=${until}`);
  }

  /** The same as a file of a media type. @param {string} from @param {string} until @param {string} type */
  statementFile(from, until, type) {
    return this.file(`/v1/accounts/${this.account}/statements?from=${from}&until=${until}`, type);
  }

  /** What customers paid and got back in a span. @param {Date} since @param {Date} before @returns {Promise<any>} */
  sales(since, before) {
    return this.ask(
      `/v1/accounts/${this.account}/sales?since=${since.toISOString()}&before=${before.toISOString()}`,
    );
  }

  /** What was taken since the last closing. @returns {Promise<any>} */
  tally() {
    return this.ask(`/v1/accounts/${this.account}/tally`);
  }

  /** Its closings, latest first, without their totals. @param {number} limit @returns {Promise<{closings: any[]}>} */
  closings(limit) {
    return this.ask(`/v1/accounts/${this.account}/closings?limit=${limit}`);
  }

  /** @param {number} number @returns {Promise<any>} */
  closing(number) {
    return this.ask(`/v1/accounts/${this.account}/closings/${number}`);
  }

  /**
   * A closing as a table for spreadsheets.
   *
   * @param {number} [number] the closing's; without it the tally's table
   * @returns {Promise<string>}
   */
  tallyTable(number) {
    const path = number === undefined ? 'tally' : `closings/${number}`;
    return this.ask(`/v1/accounts/${this.account}/${path}`, { headers: { Accept: 'text/csv' } }, fetchText);
  }

  /**
   * Signs that a day ends where a tally ended.
   *
   * @param {any} tally as tally() gave it
   * @returns {Promise<string>} the bytes to send, and to send again
   */
  signClosing({ account, number, first, treeSize: size, root }) {
    const closing = { account, first, ledger: this.#origin, number, root, size };
    return this.#key.signJws('omloop-closing+jws', closing);
  }

  /** @param {string} signed as signClosing gave it @returns {Promise<any>} the closing, with its totals */
  sendClosing(signed) {
    return this.post(`/v1/accounts/${this.account}/closings`, signed);
  }

  /** @param {number} index @returns {Promise<{leaf: string, proof: string}>} */
  receipt(index) {
    return this.ask(`/v1/entries/${index}/receipt`);
  }

  /** What this till checks customers' codes with. @returns {Promise<{secret: string}>} 16 bytes in base64url */
  tillSecret() {
    return this.ask(`/v1/accounts/${this.account}/till-secret`);
  }

  /** The code that shows a till without a connection that this was paid. @param {number} index @returns {Promise<{code: string}>} */
  tillCode(index) {
    return this.ask(`/v1/entries/${index}/till-code`);
  }

  /** Signs an order. @param {object} order @returns {Promise<string>} the bytes to send, and to send again */
  signOrder(order) {
    return this.#key.signJws('omloop-order+jws', order);
  }

  /** @param {string} signed as signOrder gave it @returns {Promise<any>} the booking, with its receipt */
  sendPayment(signed) {
    return this.post('/v1/payments', signed);
  }

  /** What became of an order. @param {string} id @returns {Promise<any>} the booking, with its receipt */
  order(id) {
    return this.ask(`/v1/orders/${id}`);
  }

  /** @param {string} signed as signOrder gave it @returns {Promise<any>} the booking, with its receipt */
  sendRefund(signed) {
    return this.post('/v1/refunds', signed);
  }

  /** What this account may hand out now. @returns {Promise<{handOuts: any[]}>} */
  handOuts() {
    return this.ask('/v1/hand-outs');
  }

  /** @param {string} signed as signOrder gave it @returns {Promise<any>} the booking, with its receipt */
  sendGrant(signed) {
    return this.post('/v1/grants', signed);
  }

  /** What became of the account's redemptions, and when the next may be paid. @returns {Promise<{earliestDate: string, redemptions: any[]}>} */
  redemptions() {
    return this.ask(`/v1/accounts/${this.account}/redemptions`);
  }

  /** @param {string} signed as signOrder gave it @returns {Promise<any>} the booking, with its receipt */
  sendRedemption(signed) {
    return this.post('/v1/redemptions', signed);
  }

  /** Tells the office where euros go. @param {{iban: string, name: string, salt: string, ibanHash: string}} account */
  keepBankAccount(account) {
    return this.ask(`/v1/accounts/${this.account}/bank-accounts`, {
      method: 'POST',
      body: JSON.stringify(account),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  /** What the account was told, the latest first. @returns {Promise<{notices: any[], unread: number}>} */
  notices() {
    return this.ask(`/v1/accounts/${this.account}/notices`);
  }

  /** Notes what was seen. @param {number} until the last notice */
  readNotices(until) {
    return this.#tell('notices/reads', { until });
  }

  /** Where the account's mail goes, and what. @returns {Promise<any>} */
  mailbox() {
    return this.ask(`/v1/accounts/${this.account}/mailbox`);
  }

  /** @param {{address: string, language: string, events: string, statement: string}} choice @returns {Promise<any>} the mailbox */
  chooseMail(choice) {
    return this.#tell('mailbox', choice);
  }

  /** @param {string} code as it was mailed @returns {Promise<any>} the mailbox */
  confirmMail(code) {
    return this.#tell('mailbox/confirmations', { code });
  }

  /** @param {string} what of the account @param {object} body */
  #tell(what, body) {
    return this.ask(`/v1/accounts/${this.account}/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  /** The circuit's rules as they hold now. @returns {Promise<{settings: Record<string, any>}>} */
  policies() {
    return fetchJson('/v1/policies', this.#headers());
  }

  /** @param {string} signed as signOrder gave it @returns {Promise<any>} the booking, with its receipt */
  sendKeyOrder(signed) {
    return this.post('/v1/keys', signed);
  }

  /** Any order of the office. @param {string} signed as signOrder gave it @returns {Promise<any>} the booking */
  sendOrder(signed) {
    return this.post('/v1/orders', signed);
  }

  /** States who a member is. @param {string} signed by an operator's key @returns {Promise<any>} the member */
  sendStatement(signed) {
    return this.post('/v1/members', signed);
  }

  /** The account's keys. @returns {Promise<{keys: any[]}>} */
  keys() {
    return this.ask(`/v1/accounts/${this.account}/keys`);
  }

  /** Asks to be paid. @param {object} ask the request's payload @returns {Promise<any>} the request, with its code */
  async createRequest(ask) {
    return this.post('/v1/payment-requests', await this.#key.signJws('omloop-request+jws', ask));
  }

  /** @param {string} id @returns {Promise<any>} */
  request(id) {
    return fetchJson(`/v1/payment-requests/${id}`, this.#headers());
  }

  /**
   * Puts a request on somebody's phone.
   *
   * @param {string} id @param {string} sticker their own code
   * @returns {Promise<any>} the request as it stands; asked only where that is open or claimed
   */
  offerRequest(id, sticker) {
    return this.ask(`/v1/payment-requests/${id}/offers`, {
      method: 'POST',
      body: JSON.stringify({ sticker }),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  /** What shops have put on this phone, the latest first. @returns {Promise<{offers: {offeredAt: string, request: any}[]}>} */
  offers() {
    return this.ask(`/v1/accounts/${this.account}/offers`);
  }

  /** The account's printed codes. @returns {Promise<{stickers: any[]}>} */
  stickers() {
    return this.ask(`/v1/accounts/${this.account}/stickers`);
  }

  /** @param {string} id @returns {Promise<any>} */
  sticker(id) {
    return fetchJson(`/v1/stickers/${id}`, this.#headers());
  }

  /** @param {string} signed @returns {Promise<any>} */
  createSticker(signed) {
    return this.post('/v1/stickers', signed);
  }

  /** @param {string} id @returns {Promise<any>} */
  replaceSticker(id) {
    return this.ask(`/v1/stickers/${id}/replacements`, { method: 'POST' });
  }

  /** @param {string} id @param {string} size such as 'a5' @param {string} type media type @returns {Promise<Blob>} */
  stickerSheet(id, size, type) {
    return this.file(`/v1/stickers/${id}/sheet?size=${size}`, type);
  }

  /** @param {string} id @param {'claims' | 'releases' | 'withdrawals'} change @returns {Promise<any>} */
  changeRequest(id, change) {
    return this.ask(`/v1/payment-requests/${id}/${change}`, { method: 'POST' });
  }

  /** Opens the account's event stream. @returns {Promise<EventSource>} */
  async stream() {
    await this.ask(`/v1/accounts/${this.account}/stream-cookies`, { method: 'POST' });
    return new EventSource(`/v1/accounts/${this.account}/events`);
  }

  /** Sends what is signed. @param {string} path @param {string} body @param {string} [type] its media type */
  post(path, body, type = 'application/jose') {
    return fetchJson(path, { method: 'POST', body, headers: { 'Content-Type': type, ...this.#headers().headers } });
  }

  /** Asks for a file. @param {string} path @param {string} type media type @returns {Promise<Blob>} */
  file(path, type) {
    return this.ask(path, { headers: { Accept: type } }, fetchBlob);
  }

  #headers() {
    return { headers: { 'Accept-Language': this.#language() } };
  }

  /** Asks with a session, which is made when there is none. @param {string} path @param {RequestInit} [options] */
  async ask(path, options = {}, fetchAs = fetchJson) {
    const token = await this.#token();
    const headers = { ...options.headers, Authorization: `Bearer ${token}`, ...this.#headers().headers };
    try {
      return await fetchAs(path, { ...options, headers });
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 401) {
        this.#session = null;
      }
      throw cause;
    }
  }

  /** Gets a session anew. @returns {Promise<{token: string, expiresAt: string, account: string, rights: string[]}>} */
  async signIn() {
    const { challenge } = await fetchJson('/v1/sessions/challenges', { method: 'POST' });
    const answer = { aud: this.#origin, challenge };
    const session = await this.post('/v1/sessions', await this.#key.signJws('omloop-session+jws', answer));
    this.#session = { token: session.token, until: Date.parse(session.expiresAt) };
    return session;
  }

  async #token() {
    if (!this.#session || this.#session.until < Date.now() + RENEW_BEFORE_MILLISECONDS) {
      await this.signIn();
    }
    return this.#session.token;
  }
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<any>} null for an answer without a body */
export async function fetchJson(path, options = {}) {
  const answer = await fetchAnswer(path, options);
  const text = await read(answer, path);
  return text && isJson(answer) ? JSON.parse(text) : null;
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<string>} empty for an answer without a body */
async function fetchText(path, options = {}) {
  return read(await fetchAnswer(path, options), path);
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<Blob>} */
export async function fetchBlob(path, options = {}) {
  return read(await fetchAnswer(path, options), path, 'blob');
}

/** A good answer. @param {string} path @param {RequestInit} options @returns {Promise<Response>} */
async function fetchAnswer(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
  } catch (cause) {
    throw new NoAnswer(path, { cause });
  }
  if (answer.status >= 500) {
    throw new NoAnswer(`${path}: ${answer.status}`);
  }
  if (!answer.ok) {
    const text = await read(answer, path);
    throw new Problem(answer.status, text && isJson(answer) ? JSON.parse(text) : {});
  }
  return answer;
}

/** @param {Response} answer @param {string} path @param {'text' | 'blob'} [as] */
async function read(answer, path, as = 'text') {
  try {
    return await answer[as]();
  } catch (cause) {
    throw new NoAnswer(path, { cause }); // it broke off
  }
}

/** @param {Response} answer */
function isJson(answer) {
  return answer.headers.get('Content-Type')?.includes('json') ?? false;
}
