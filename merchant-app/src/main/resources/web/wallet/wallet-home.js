import { LitElement, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { changeOf, otherParty } from '../kit/entries.js';
import { formatAmount } from '../kit/money.js';
import { readSymbols } from '../kit/payment-codes.js';
import { isOrganisation } from './account-facts.js';

const STICKER_LENGTH = 10;

/**
 * The wallet's first screen: what there is, what waits, what happened last, and the way to everything else. Stands in the
 * document itself, as the page does.
 *
 * @fires code - with the text as detail that was filmed or typed
 * @fires seen - the news has been read
 * @fires asked - with {name, detail} as detail: the screen that somebody wants to see
 */
export class WalletHome extends LitElement {
  static properties = {
    holder: {},
    account: {},
    facts: { attribute: false },
    waiting: { attribute: false },
    coming: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    hint: {},
    news: { attribute: false },
    unread: { attribute: false },
    isScanning: { state: true },
  };

  constructor() {
    super();
    /** How the account's holder is called on this device. */
    this.holder = '';
    this.account = '';
    /** @type {import('./account-facts.js').Facts | null} */
    this.facts = null;
    /** @type {string[]} a sentence for each payment that waits */
    this.waiting = [];
    /** Devices that operators have added and that may not be the holder's. @type {{letters: string, from: Date}[]} */
    this.coming = [];
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Key of the words about the last code; empty if there is nothing to say. */
    this.hint = '';
    /** What became of things that waited, in words. @type {string[]} */
    this.news = [];
    /** How many messages are new. */
    this.unread = 0;
    this.isScanning = false;
  }

  createRenderRoot() {
    return this;
  }

  /** Begins to film. */
  async scan() {
    await import('../kit/code-scanner.js');
    this.isScanning = true;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h1>${this.holder}</h1>
      ${this.facts?.status === 'suspended'
        ? html`<p class="waiting" role="status">${t('wallet.still')}</p>`
        : nothing}
      ${this.waiting.map((each) => html`<p class="waiting" role="status">${each}</p>`)}
      ${this.#coming()}
      <div class="news" aria-live="assertive">
        ${this.news.map((each) => html`<p>${each}</p>`)}
        ${this.news.length > 0
          ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('seen'))}>${t('outbox.seen')}</button>`
          : nothing}
      </div>
      ${this.#balance()} ${isOrganisation(this.facts) ? this.#way('suppliers', 'supply.title') : nothing}
      ${this.isScanning
        ? this.#scanner()
        : html`<button type="button" class="primary" @click=${() => this.scan()}>${t('wallet.pay')}</button>`}
      <div class="ways">
        ${this.#way('code', 'own-code.title')} ${this.#way('ask', 'ask.title')}
        ${this.#way('neighbour', 'neighbour.title')} ${this.#way('places', 'wallet.places')}
        ${this.#way('top-up', 'top-up.title')} ${this.#way('redeem', 'redeem.title')}
        ${this.#way('devices', 'wallet.devices')} ${this.#messages()}
      </div>
      <p aria-live="assertive">${this.hint ? t(this.hint) : nothing}</p>
      <section>
        <h2>${t('wallet.latest')}</h2>
        <ul>
          ${(this.facts?.latest ?? []).map((entry) => this.#entry(entry))}
        </ul>
        ${this.#way('history', 'history.title')}
      </section>
    `;
  }

  #messages() {
    const text =
      this.unread > 0
        ? this.words.t('wallet.messages-new', { count: this.words.number(this.unread) })
        : this.words.t('wallet.messages');
    return html`<button type="button" @click=${() => this.#tell('asked', { name: 'messages' })}>${text}</button>`;
  }

  #coming() {
    if (this.coming.length === 0) {
      return nothing;
    }
    return html`<div class="coming" role="alert">
      ${this.coming.map(
        ({ letters, from }) =>
          html`<p>${this.words.t('wallet.coming', { letters, time: this.words.dateAndTime(from) })}</p>`,
      )}
      <p>${this.words.t('wallet.coming-not-yours')}</p>
      ${this.#way('devices', 'wallet.devices')}
    </div>`;
  }

  #balance() {
    return html`<div>
      <p>${this.words.t('wallet.balance')}</p>
      <p class="balance">${this.facts ? this.#amount(this.facts.available) : '…'}</p>
      ${(this.facts?.earmarked ?? []).map((each) => html`<p>${this.#earmarked(each)}</p>`)}
      ${this.facts
        ? html`<p class="updated">${this.words.t('wallet.updated', { time: this.words.moment(this.facts.at) })}</p>`
        : nothing}
    </div>`;
  }

  /** It goes first where it may be spent, so there is nothing to choose. */
  #earmarked(/** @type {{programme: string, amount: number, until: string}} */ { programme, amount, until }) {
    const lastDay = new Date(Date.parse(until) - 1).toLocaleDateString('sv'); // as ISO 8601 writes it, in time of here
    return this.words.t('wallet.earmarked', {
      amount: formatAmount(amount, this.currency, this.words.locale),
      programme,
      day: this.words.day(lastDay),
    });
  }

  #scanner() {
    return html`<om-code-scanner .words=${this.words} @code=${({ detail }) => this.#tell('code', detail)}></om-code-scanner>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#typed(event)}>
        <label>
          ${this.words.t('scan.type')}
          <input name="code" autocomplete="off" autocapitalize="characters" required />
        </label>
        <button>${this.words.t('join.go-on')}</button>
      </form>
      <button type="button" @click=${() => (this.isScanning = false)}>${this.words.t('wallet.stop')}</button>`;
  }

  #typed(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const typed = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code'));
    if (typed.includes('/')) {
      this.#tell('code', typed.trim()); // a link that was pasted
      return;
    }
    const symbols = readSymbols(typed);
    this.#tell('code', `${location.origin}/${symbols.length === STICKER_LENGTH ? 'P' : 'B'}/${symbols}`);
  }

  #way(/** @type {string} */ name, /** @type {string} */ text) {
    return html`<button type="button" @click=${() => this.#tell('asked', { name })}>${this.words.t(text)}</button>`;
  }

  #entry(/** @type {any} */ entry) {
    const other = otherParty(entry, this.account);
    return html`<li>
      <button type="button" @click=${() => this.#tell('asked', { name: 'receipt', detail: entry })}>
        <span>${this.words.moment(new Date(entry.bookedAt))}</span>
        <span>
          ${(other && this.members.of(other)?.name) ?? this.words.known(`kind.${entry.kind}`, 'kind.unknown', entry.kind)}
        </span>
        ${this.#amount(changeOf(entry, this.account))}
      </button>
    </li>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #tell(/** @type {string} */ name, /** @type {any} */ detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('om-wallet-home', WalletHome);
