import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { enlarge, largeCode } from '../kit/enlarge.js';
import { formatAmount, readAmount } from '../kit/money.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import '../kit/qr-code.js';
import { sectorGroup } from '../kit/sectors.js';
import { sharedStyles } from '../kit/shared-styles.js';

/**
 * Who is paid and how much, the one tap, and what became of it.
 *
 * @fires done - somebody goes back
 */
export class PaymentScreen extends LitElement {
  static properties = {
    state: { reflect: true },
    payment: { attribute: false },
    orderCode: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    isWrong: { state: true },
    tillCode: { state: true },
    isCodeMissing: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h1 {
        font-size: var(--omloop-font-size-3);
        margin: 0;
      }

      p {
        margin: 0;
      }

      .amount {
        font-size: var(--omloop-font-size-5);
        font-weight: var(--omloop-font-weight-strong);
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: 56px;
      }

      .primary {
        background: var(--omloop-color-action);
        border-color: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
        font-size: var(--omloop-font-size-2);
        font-weight: var(--omloop-font-weight-strong);
        min-block-size: 64px;
      }

      form,
      label {
        display: grid;
        gap: var(--omloop-space-3);
      }

      input {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        font-size: var(--omloop-font-size-4);
        inline-size: 100%;
        min-block-size: 64px;
        padding-inline: var(--omloop-space-3);
      }

      .receipt {
        background: var(--omloop-color-action-surface);
        border-radius: var(--omloop-radius);
        display: grid;
        gap: var(--omloop-space-2);
        padding: var(--omloop-space-4);
      }
    `,
    largeCode,
    css`
      .code {
        inline-size: min(100%, 26rem);
        justify-self: center;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./payment.js').State} */
    this.state = 'reading';
    /** @type {import('./payment.js').Payment | undefined} */
    this.payment = undefined;
    /** The order as a code, once there is one. @type {import('../kit/qr-code.js').QrCode['code'] | null} */
    this.orderCode = null;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** For a till without a connection; empty until it is asked for. */
    this.tillCode = '';
    this.isCodeMissing = false;
    /** Whether what was typed is no amount. */
    this.isWrong = false;
  }

  render() {
    return html`${this.#state()}
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${this.words.t('wallet.back')}</button>`;
  }

  #state() {
    const t = this.words.t.bind(this.words);
    switch (this.state) {
      case 'filling':
        return html`${this.#who()} ${this.#amountForm()}`;
      case 'asking':
        return html`${this.#what()}
          <button type="button" class="primary" @click=${() => this.payment.pay()}>
            ${t('wallet.pay-amount', { amount: this.#printed() })}
          </button>`;
      case 'paying':
        return html`${this.#what()}
          <p role="status">${t('wallet.paying')}</p>`;
      case 'unknown':
        return html`${this.#what()}
          <p role="alert">${t('wallet.unknown')}</p>
          ${this.orderCode ? this.#orderCode() : nothing}`;
      case 'paid':
        return html`<div class="receipt" role="status">
          <h1>${t('wallet.paid')}</h1>
          ${this.#what()}
          <p>${t(this.payment.payee ? 'wallet.shop-sees' : 'wallet.person-sees')}</p>
          <p>${t('wallet.proven', { index: this.words.number(this.payment.receipt.index), size: this.words.number(this.payment.receipt.size) })}</p>
          ${this.#wayBack()}
        </div>
        ${this.payment.payee && this.payment.request.terms ? this.#tillCode() : nothing}`;
      case 'unproven':
        return html`<div role="alert"><h1>${t('bill.wrong')}</h1></div>
          ${this.#what()}
          <p>${t(this.payment.why)}</p>
          <p>${t('bill.kept')}</p>
          <button type="button" @click=${() => this.#share()}>${t('bill.share')}</button>`;
      case 'refused':
      case 'closed':
        return html`<div role="alert">
            <h1>${this.words.known(`payer-reason.${this.payment.why}`, 'payer-reason.unknown', this.payment.why)}</h1>
          </div>
          ${this.payment.why === 'own' && this.currency.demo ? this.#otherTab() : nothing}`;
      default:
        return html`<p role="status">${t('wallet.reading')}</p>`;
    }
  }

  /** Whoever tries the demo is shop and customer in one browser. */
  #otherTab() {
    return html`<p>${this.words.t('wallet.own-demo')}</p>
      <a href="/" target="_blank">${this.words.t('wallet.own-start')}</a>`;
  }

  #tillCode() {
    return html`<button type="button" ?disabled=${this.tillCode !== ''} @click=${() => this.#askCode()}>
        ${this.words.t('wallet.till-code')}
      </button>
      <p class="amount" role="status">${this.tillCode}</p>
      <p role="alert">${this.isCodeMissing ? this.words.t('device.no-answer') : nothing}</p>`;
  }

  async #askCode() {
    try {
      this.tillCode = await this.payment.tillCode();
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.tillCode = '';
      this.isCodeMissing = true;
    }
  }

  /** For a till that has a connection, where this phone has none. */
  #orderCode() {
    return html`<p>${this.words.t('wallet.order-code')}</p>
      <button type="button" class="code" @click=${enlarge}>
        <om-qr-code .code=${this.orderCode} .label=${this.words.t('wallet.order-code-label')}></om-qr-code>
      </button>`;
  }

  #amountForm() {
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#fill(event)}>
      <label>
        ${this.words.t('amount.label', { symbol: this.currency.symbol })}
        <input name="amount" inputmode="decimal" autocomplete="off" required aria-describedby="wrong" />
      </label>
      <p id="wrong" role="alert">${this.isWrong ? this.words.t('amount.wrong') : nothing}</p>
      <button class="primary">${this.words.t('join.go-on')}</button>
    </form>`;
  }

  #fill(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const typed = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('amount'));
    const amount = readAmount(typed, this.currency);
    this.isWrong = amount === null;
    if (amount !== null) {
      this.payment.fill(amount);
    }
  }

  #who() {
    const { text } = this.payment.request;
    return html`${this.payment.payee ? this.#member() : this.#stranger()} ${text ? html`<p>${text}</p>` : nothing}`;
  }

  #what() {
    return html`${this.#who()}
      <p class="amount">
        <om-amount-text .amount=${this.payment.amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </p>`;
  }

  #member() {
    const { name, legalName, street, neighbourhood, sector } = this.payment.payee;
    return html`<h1>${name}</h1>
      <p>${this.words.t(`sector.${sectorGroup(sector)}`)}<br />${street}, ${neighbourhood}<br />${legalName}</p>`;
  }

  /** Who is in no list may call itself anything. */
  #stranger() {
    const { name, payee } = this.payment.request;
    return html`<h1>${this.words.t('wallet.stranger', { account: payee.slice(-4) })}</h1>
      ${name ? html`<p>${this.words.t('wallet.calls-itself', { name })}</p>` : nothing}`;
  }

  /** A page of a listed payee, who signed for it; its host is shown, so that nobody goes where they did not mean to. */
  #wayBack() {
    const { returnTo } = this.payment.request;
    const host = this.payment.payee ? hostOf(returnTo) : '';
    if (!host) {
      return nothing;
    }
    return html`<a href=${returnTo} rel="noreferrer">${this.words.t('wallet.return-to', { host })}</a>`;
  }

  async #share() {
    const { download } = await import('./proof.js');
    download(this.payment.evidence, this.words.t('bill.file'));
  }

  #printed() {
    return formatAmount(this.payment.amount, this.currency, this.words.locale);
  }
}

/** The host of a page; empty where there is none, as in what no browser can open. @param {any} address */
function hostOf(address) {
  try {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' ? host : '';
  } catch {
    return '';
  }
}

customElements.define('om-payment-screen', PaymentScreen);
