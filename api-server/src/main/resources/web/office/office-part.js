import { LitElement, html } from 'lit';
import '../kit/amount-text.js';

/** A part of a room: what it is drawn with, and what came of what somebody did in it. */
export class OfficePart extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    isBusy: { state: true },
    outcome: { state: true },
  };

  #language = '';

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.isBusy = false;
    /** What was said last, in the language of then. */
    this.outcome = '';
  }

  /** What was said in another language is not said any more. @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('words') && this.words && this.words.language !== this.#language) {
      if (this.#language) {
        this.outcome = '';
      }
      this.#language = this.words.language;
    }
  }

  /** @param {string} account @returns {string} the trade name, where the office has stated one */
  nameOf(account) {
    return this.members.of(account)?.name ?? account;
  }

  /** @param {number} amount in minor units */
  amount(amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }
}
