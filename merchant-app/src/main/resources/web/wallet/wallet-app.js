import { html, nothing } from 'lit';
import { followAccount } from '../kit/account-stream.js';
import '../kit/amount-text.js';
import { DeviceStore } from '../kit/device-store.js';
import { changeOf, otherParty } from '../kit/entries.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { MemberPage } from '../kit/member-page.js';
import { formatAmount } from '../kit/money.js';
import { Outbox } from '../kit/outbox.js';
import { readCode, readSymbols } from '../kit/payment-codes.js';
import './code-scanner.js';
import { Payment } from './payment.js';
import './payment-screen.js';

const LATEST = 3;
/** What the account held when it was last heard of. */
const KNOWN = new DeviceStore('circuit');
const STICKER_LENGTH = 10;

/** The wallet: what there is, what happened last, and paying. */
export class WalletApp extends MemberPage {
  static properties = {
    ...MemberPage.properties,
    balance: { state: true },
    latest: { state: true },
    updatedAt: { state: true },
    isScanning: { state: true },
    isLooking: { state: true },
    taken: { state: true },
    shown: { state: true },
    isHistory: { state: true },
    month: { state: true },
    hint: { state: true },
    news: { state: true },
  };

  /** @type {Payment | null} */
  #payment = null;
  /** @type {Outbox | null} */
  #outbox = null;

  constructor() {
    super('wallet');
    /** @type {number | null} in minor units */
    this.balance = null;
    /** @type {any[]} */
    this.latest = [];
    /** @type {Date | null} when balance and latest payments were heard of */
    this.updatedAt = null;
    this.isScanning = false;
    /** Whether the places to pay at are shown. */
    this.isLooking = false;
    /** @type {any} the entry whose receipt is open; null if none is */
    this.shown = null;
    /** Whether all that happened is shown. */
    this.isHistory = false;
    /** The month whose statement is shown, such as '2026-11'; empty if none is. */
    this.month = '';
    /** @type {string | null} the public key of a device that may be taken on; empty while the devices are shown */
    this.taken = null;
    /** @type {string} key of the words about the last code */
    this.hint = '';
    /** What became of a payment that waited, in words. */
    this.news = '';
  }

  async opened() {
    this.#openOutbox();
    followAccount(this.member.client, {
      entry: () => this.#refresh(),
      blocked: () => (this.hint = 'payer-reason.key-revoked'),
    });
    this.#refresh();
    const code = readCode(location.href, location.host);
    this.#follow(code);
  }

  #openOutbox() {
    this.#outbox = new Outbox(this.member.client, this.currency.logKey);
    this.#outbox.addEventListener('change', () => this.requestUpdate());
    this.#outbox.addEventListener('outcome', (event) => {
      const { waiting, kind, why } = /** @type {CustomEvent<import('../kit/outbox.js').Outcome>} */ (event).detail;
      const reason = why ? this.words.known(`payer-reason.${why}`, 'payer-reason.unknown', why) : '';
      this.news = this.words.t(`outbox.${kind}`, { ...this.#named(waiting), reason });
      this.#refresh();
    });
    this.#outbox.open();
  }

  #named(/** @type {import('../kit/outbox.js').Waiting} */ { to, amount }) {
    return {
      name: this.members.of(to)?.name ?? to.slice(-4),
      amount: formatAmount(amount, this.currency, this.words.locale),
    };
  }

  /** @returns {boolean} whether a code leads anywhere */
  #follow(/** @type {ReturnType<typeof readCode>} */ code) {
    if (code.form === 'request') {
      this.#begin().open(code.id);
    } else if (code.form === 'sticker') {
      this.#begin().openSticker(code.id);
    } else if (code.form === 'device') {
      this.#showDevices(code.key);
    } else if (code.form === 'invitation') {
      location.assign(`/I/${code.id}`);
    } else {
      return false;
    }
    return true;
  }

  async #showDevices(key = '') {
    await import('./device-list.js');
    this.isScanning = false;
    this.taken = key;
  }

  async #refresh() {
    try {
      const [{ available }, { entries }] = await Promise.all([
        this.member.client.balance(),
        this.member.client.entries(LATEST),
      ]);
      this.#show({ balance: available, latest: entries, at: new Date() });
      await KNOWN.put(this.member.client.account, { balance: available, latest: entries, at: new Date() });
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      const known = await KNOWN.get(this.member.client.account);
      if (known && cause instanceof NoAnswer) {
        this.#show(known);
      }
    }
  }

  #begin() {
    this.isScanning = false;
    this.hint = '';
    this.#payment = new Payment(this.member.client, this.currency.logKey, this.members, this.#outbox);
    this.#payment.addEventListener('change', () => this.requestUpdate());
    this.requestUpdate();
    return this.#payment;
  }

  content() {
    return html`<main class="wallet">${this.#inside()}</main>`;
  }

  #inside() {
    if (!this.member) {
      return html`<p>${this.words.t('wallet.nobody')}</p>`;
    }
    if (this.isLooking) {
      return this.#places();
    }
    if (this.shown) {
      return html`<om-receipt-screen
        .entry=${this.shown}
        .client=${this.member.client}
        .members=${this.members}
        .currency=${this.currency}
        .words=${this.words}
        @done=${() => (this.shown = null)}
      ></om-receipt-screen>`;
    }
    if (this.month) {
      return html`<om-statement-screen
        .month=${this.month}
        .client=${this.member.client}
        .members=${this.members}
        .currency=${this.currency}
        .words=${this.words}
        @done=${() => (this.month = '')}
      ></om-statement-screen>`;
    }
    if (this.isHistory) {
      return html`<om-history-screen
        .client=${this.member.client}
        .members=${this.members}
        .currency=${this.currency}
        .words=${this.words}
        @shown=${({ detail }) => this.#open(detail)}
        @statement=${({ detail }) => this.#showStatement(detail)}
        @done=${() => (this.isHistory = false)}
      ></om-history-screen>`;
    }
    if (this.taken !== null) {
      return html`<om-device-list
        .client=${this.member.client}
        .taken=${this.taken}
        .words=${this.words}
        .currency=${this.currency}
        @scan=${() => this.#scanDevice()}
        @done=${() => this.#home()}
      ></om-device-list>`;
    }
    return this.#payment
      ? html`<om-payment-screen
          .state=${this.#payment.state}
          .payment=${this.#payment}
          .currency=${this.currency}
          .words=${this.words}
          @done=${() => this.#home()}
        ></om-payment-screen>`
      : this.#start();
  }

  #start() {
    return html`
      <h1>${this.member.name}</h1>
      ${this.#outbox.waiting.map(
        (each) => html`<p class="waiting" role="status">${this.words.t('outbox.waiting', this.#named(each))}</p>`,
      )}
      <p aria-live="assertive">${this.news}</p>
      <div>
        <p>${this.words.t('wallet.balance')}</p>
        <p class="balance">
          ${this.balance === null
            ? '…'
            : html`<om-amount-text
                .amount=${this.balance}
                .currency=${this.currency}
                .words=${this.words}
              ></om-amount-text>`}
        </p>
        ${this.updatedAt
          ? html`<p class="updated">${this.words.t('wallet.updated', { time: this.words.moment(this.updatedAt) })}</p>`
          : nothing}
      </div>
      ${this.isScanning
        ? this.#scanner()
        : html`<button type="button" class="primary" @click=${() => this.#scan()}>
            ${this.words.t('wallet.pay')}
          </button>`}
      <button type="button" @click=${() => this.#look()}>${this.words.t('wallet.places')}</button>
      <button type="button" @click=${() => this.#showDevices()}>${this.words.t('wallet.devices')}</button>
      <p aria-live="assertive">${this.hint ? this.words.t(this.hint) : nothing}</p>
      <section>
        <h2>${this.words.t('wallet.latest')}</h2>
        <ul>
          ${this.latest.map((entry) => this.#entry(entry))}
        </ul>
        <button type="button" @click=${() => this.#showHistory()}>${this.words.t('history.title')}</button>
      </section>
    `;
  }

  #show(/** @type {{balance: number, latest: any[], at: Date}} */ { balance, latest, at }) {
    this.balance = balance;
    this.latest = latest;
    this.updatedAt = at;
  }

  #places() {
    return html`<button type="button" @click=${() => (this.isLooking = false)}>${this.words.t('wallet.back')}</button>
      <om-place-list .members=${this.members.all} .words=${this.words}></om-place-list>`;
  }

  async #look() {
    await import('../kit/place-list.js');
    this.isLooking = true;
  }

  #entry(/** @type {any} */ entry) {
    const { account } = this.member.client;
    const other = otherParty(entry, account);
    return html`<li>
      <button type="button" @click=${() => this.#open(entry)}>
        <span>${this.words.moment(new Date(entry.bookedAt))}</span>
        <span>
          ${(other && this.members.of(other)?.name) ?? this.words.known(`kind.${entry.kind}`, 'kind.unknown', entry.kind)}
        </span>
        <om-amount-text
          .amount=${changeOf(entry, account)}
          .currency=${this.currency}
          .words=${this.words}
        ></om-amount-text>
      </button>
    </li>`;
  }

  async #open(/** @type {any} */ entry) {
    await import('./receipt-screen.js');
    this.shown = entry;
  }

  async #showHistory() {
    await import('./history-screen.js');
    this.isHistory = true;
  }

  async #showStatement(/** @type {string} */ month) {
    await import('./statement-screen.js');
    this.month = month;
  }

  #scanner() {
    return html`<om-code-scanner .words=${this.words} @code=${({ detail }) => this.#scanned(detail)}></om-code-scanner>
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
    const symbols = readSymbols(typed);
    this.#scanned(`${location.origin}/${symbols.length === STICKER_LENGTH ? 'P' : 'B'}/${symbols}`);
  }

  #scan() {
    this.hint = '';
    this.isScanning = true;
  }

  #scanned(/** @type {string} */ text) {
    const code = readCode(text, location.host);
    if (!this.#follow(code)) {
      this.hint = code.form === 'foreign' ? 'scan.foreign' : 'scan.no-code';
    }
  }

  #scanDevice() {
    this.taken = null;
    this.#scan();
  }

  #home() {
    this.taken = null;
    this.#payment?.leave();
    this.#payment = null;
    this.#outbox.flush();
    history.replaceState(null, '', '/wallet');
    this.#refresh();
    this.requestUpdate();
  }
}

customElements.define('om-wallet-app', WalletApp);
