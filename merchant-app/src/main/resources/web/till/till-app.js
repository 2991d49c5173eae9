import { html, nothing } from 'lit';
import { followAccount } from '../kit/account-stream.js';
import '../kit/amount-text.js';
import { MemberPage } from '../kit/member-page.js';
import { spokenAmount } from '../kit/money.js';
import './key-pad.js';
import './latest-sales.js';
import { Sale } from './sale.js';
import './sale-stage.js';

/** The till: a keypad, a code, a green screen. */
export class TillApp extends MemberPage {
  static properties = { ...MemberPage.properties, isOnline: { state: true }, isBlocked: { state: true }, isPrinting: { state: true } };

  /** @type {Sale | null} */
  #sale = null;

  constructor() {
    super('till');
    this.isOnline = false;
    this.isBlocked = false;
    /** Whether the codes to print are shown. */
    this.isPrinting = false;
  }

  async opened() {
    this.#sale = new Sale(this.member.client, this.currency.logKey, this.member.name);
    this.#sale.addEventListener('change', () => this.requestUpdate());
    followAccount(this.member.client, {
      entry: (entry) => {
        this.#sale.hearEntry(entry);
        this.#latest()?.refresh();
      },
      request: (change) => this.#sale.hearRequest(change),
      online: (isOnline) => {
        if (isOnline && !this.isOnline) {
          this.#sale.look();
        }
        this.isOnline = isOnline;
      },
      blocked: () => (this.isBlocked = true),
    });
    this.requestUpdate();
  }

  content() {
    return this.#sale ? this.#till() : html`<main class="till"><p>${this.words.t('till.nobody')}</p></main>`;
  }

  #till() {
    const sale = this.#sale;
    return html`
      <main class="till">
        <div class="who wide">
          <h1>${this.member.name}</h1>
          <p>${this.words.t(this.isBlocked ? 'till.blocked' : this.isOnline ? 'till.online' : 'till.offline')}</p>
        </div>
        <div>
          <div class="sum">
            <span class="parts">${sale.added > 0 ? html`${this.#amount(sale.added)} +` : nothing}</span>
            <span class="amount">${this.#amount(sale.amount)}</span>
          </div>
          <om-sale-stage
            .state=${sale.state}
            .sale=${sale}
            .currency=${this.currency}
            .words=${this.words}
            @again=${() => sale.show()}
          ></om-sale-stage>
        </div>
        <om-key-pad .words=${this.words} @press=${({ detail }) => this.#press(detail)}></om-key-pad>
        ${this.isPrinting ? this.#stickers() : this.#earlier()}
        <p class="visually-hidden" aria-live="polite">${this.#said('amount', 'waiting', 'confirming', 'expired')}</p>
        <p class="visually-hidden" aria-live="assertive">${this.#said('paid', 'refused', 'unreachable', 'unproven')}</p>
      </main>
    `;
  }

  #earlier() {
    return html`<om-latest-sales
        class="wide"
        .member=${this.member}
        .currency=${this.currency}
        .words=${this.words}
      ></om-latest-sales>
      <button type="button" class="wide" @click=${() => this.#print()}>${this.words.t('sticker.title')}</button>`;
  }

  #stickers() {
    return html`<om-sticker-list
      class="wide"
      .client=${this.member.client}
      .currency=${this.currency}
      .words=${this.words}
      @done=${() => (this.isPrinting = false)}
    ></om-sticker-list>`;
  }

  async #print() {
    await import('./sticker-list.js');
    this.isPrinting = true;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #said(/** @type {string[]} */ ...states) {
    const { state, amount } = this.#sale;
    return states.includes(state)
      ? this.words.t(`till-said.${state}`, { amount: spokenAmount(amount, this.currency) })
      : '';
  }

  #press(/** @type {string} */ key) {
    const presses = { erase: 'erase', clear: 'clear', add: 'add', show: 'show' };
    if (presses[key]) {
      this.#sale[presses[key]]();
    } else {
      this.#sale.type(key);
    }
  }

  #latest() {
    return /** @type {import('./latest-sales.js').LatestSales | null} */ (this.querySelector('om-latest-sales'));
  }
}

customElements.define('om-till-app', TillApp);
