import { LitElement, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { outcomeOf } from './outcome.js';

/** A part of a room that shows one answer of the server, and says when there is none. */
export class FetchedPart extends LitElement {
  static properties = {
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    found: { state: true },
    trouble: { state: true },
    isBusy: { state: true },
  };

  #path;

  /** @param {string} path such as '/v1/meters' */
  constructor(path) {
    super();
    this.#path = path;
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any} null until it is read */
    this.found = null;
    /** What went wrong, in words. */
    this.trouble = '';
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Asks anew. */
  refresh() {
    return this.run(async () => {
      this.found = await this.client.ask(this.#path);
      return '';
    });
  }

  /** Does something that may go wrong, and says so. @param {() => Promise<string>} act @returns {Promise<boolean>} whether there was an answer */
  async run(act) {
    this.isBusy = true;
    const { said, isKnown } = await outcomeOf(this.words, act);
    this.trouble = said;
    this.isBusy = false;
    return isKnown;
  }

  render() {
    return html`
      <h2>${this.heading()}</h2>
      <p role="alert">${this.trouble}</p>
      ${this.found ? this.content(this.found) : nothing}
    `;
  }

  /** What it is called. @returns {string} */
  heading() {
    return '';
  }

  /** What was found, as somebody can use it. @param {any} _found @returns {unknown} */
  content(_found) {
    return nothing;
  }

  /** @param {number} amount in minor units */
  amount(amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  /** A table that stacks on a phone. @param {string} label @param {string[]} columns names of their heads @param {unknown[][]} rows */
  table(label, columns, rows) {
    return html`<table role="table" aria-label=${label}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ([first, ...rest]) => html`<tr role="row">
            <th role="rowheader" scope="row">${first}</th>
            ${rest.map((cell, at) => html`<td role="cell" data-label=${columns[at + 1]}><span>${cell}</span></td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
