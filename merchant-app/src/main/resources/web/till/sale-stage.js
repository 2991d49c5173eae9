import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { enlarge, largeCode } from '../kit/enlarge.js';
import '../kit/qr-code.js';
import { sharedStyles } from '../kit/shared-styles.js';

const DIGITS = 6;

/**
 * What the customer and the shop look at: the code, then what became of it. Of a fixed height, so that nothing moves
 * under a finger.
 *
 * @fires coded - the customer has a code that says it is paid
 * @fires offline - the customer has no connection
 * @fires again - somebody wants a new code for the same amount
 * @fires priced - with an amount as detail: one of the prices was chosen
 */
export class SaleStage extends LitElement {
  static properties = {
    state: { reflect: true },
    sale: { attribute: false },
    code: { attribute: false },
    digits: { attribute: false },
    isOffered: { attribute: false },
    wrong: { attribute: false },
    mayTry: { attribute: false },
    canCheckCodes: { attribute: false },
    presets: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        align-items: center;
        border-radius: var(--omloop-radius);
        display: grid;
        justify-items: center;
        min-block-size: 304px;
        padding: var(--omloop-space-2);
        text-align: center;
      }

      om-qr-code {
        block-size: 200px;
        inline-size: 200px;
      }

      p {
        margin: 0;
      }

      a {
        display: inline-block;
        padding-block: var(--omloop-space-1);
      }

      .large {
        font-size: var(--omloop-font-size-4);
        font-weight: 600;
      }

      .sign {
        font-size: 72px;
        line-height: 1;
      }

      button {
        background: transparent;
        border: 2px solid currentcolor;
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-4);
      }

      .quiet {
        border: 0;
        text-decoration: underline;
      }

      .presets {
        display: grid;
        gap: var(--omloop-space-2);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
        inline-size: 100%;
      }

      .presets button {
        border: 1px solid var(--omloop-color-control-border);
        min-block-size: 64px;
        padding-inline: var(--omloop-space-2);
      }

      :host([state='paid']) {
        background: var(--omloop-color-paid);
        color: var(--omloop-color-on-state);
      }

      :host([state='paid-by-code']) {
        background: var(--omloop-color-paid);
        border: 12px solid var(--omloop-color-waiting);
        color: var(--omloop-color-on-state);
      }

      .digits {
        font-family: var(--omloop-font-family-code);
        font-size: var(--omloop-font-size-5);
        letter-spacing: 0.2em;
      }

      :host([state='refused']) {
        background: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
      }

      :host([state='expired']) {
        background: var(--omloop-color-expired);
        color: var(--omloop-color-on-state);
      }

      :host([state='unproven']),
      :host([state='unreachable']) {
        background: var(--omloop-color-waiting);
        color: var(--omloop-color-on-waiting);
      }

      .band {
        animation: pass 2s linear infinite;
        background: currentcolor;
        block-size: 4px;
        inline-size: 25%;
        justify-self: start;
      }

      @keyframes pass {
        to {
          translate: 300%;
        }
      }
    `,
    largeCode,
  ];

  constructor() {
    super();
    /** @type {import('./sale.js').State} */
    this.state = 'empty';
    /** @type {import('./sale.js').Sale | undefined} */
    this.sale = undefined;
    /** The sale's, which may become another in the same state. @type {import('../kit/qr-code.js').QrCode['code'] | null} */
    this.code = null;
    /** Whether a customer was asked on their own phone. */
    this.isOffered = false;
    /** Whether this till knows what a right code is. */
    this.canCheckCodes = false;
    /** Whether there may be one more. */
    this.mayTry = true;
    /** How many customer's codes have been wrong. */
    this.wrong = 0;
    /** Of the customer's code so far; null while none is typed. @type {string | null} */
    this.digits = null;
    /** @type {import('./comforts.js').Comforts['presets']} */
    this.presets = [];
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    switch (this.state) {
      case 'paid':
        return this.#paid();
      case 'refused':
        return html`<p class="sign" aria-hidden="true">✕</p>
          <p class="large">${this.words.t('till.refused')}</p>
          <p>${this.words.known(`till-reason.${this.sale.refusal.reason}`, 'till-reason.unknown', this.sale.refusal.reason)}</p>
          ${this.#again()}`;
      case 'unproven':
        return html`<p class="sign" aria-hidden="true">?</p>
          <p class="large">${this.words.t('till.unproven')}</p>
          <p>${this.words.t('till.unproven-advice')}</p>`;
      case 'expired':
        return html`<p class="large">${this.words.t('till.expired')}</p>
          ${this.#again()}`;
      case 'unreachable':
        return this.digits === null
          ? html`<p class="large">${this.words.t('till.unreachable')}</p>
              ${this.#code()} ${this.canCheckCodes ? this.#codeWay() : nothing}`
          : this.#codeEntry();
      case 'paid-by-code':
        return this.#paidByCode();
      case 'confirming':
        return html`<p class="large">${this.words.t('till.confirming')}</p>
          ${this.#again()}`;
      case 'waiting':
        return html`${this.#code()}
          <p>${this.isOffered ? this.words.t('till.offered') : this.#scanned()}</p>
          ${this.#forNoConnection()}`;
      case 'empty':
        return html`<p>${this.words.t('till.empty')}</p>
          ${this.presets.length > 0 ? this.#presets() : nothing}`;
      default:
        return html`<p>${this.words.t('till.making-code')}</p>`;
    }
  }

  #presets() {
    return html`<div class="presets">
      ${this.presets.map(
        ({ text, amount }) => html`<button
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('priced', { detail: amount }))}
        >
          ${text}
          <om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
        </button>`,
      )}
    </div>`;
  }

  #code() {
    return this.code
      ? html`<button type="button" class="code" @click=${enlarge}>
          <om-qr-code .code=${this.code} .label=${this.words.t('till.code-label')}></om-qr-code>
        </button>`
      : html``;
  }

  #codeWay() {
    return !this.mayTry
      ? html`<p role="alert">${this.words.t('till-code.check')}</p>`
      : html`<button type="button" @click=${() => this.dispatchEvent(new Event('coded'))}>
          ${this.words.t('till-code.begin')}
        </button>`;
  }

  #codeEntry() {
    return html`<p class="large">${this.words.t('till-code.title')}</p>
      <p>${this.words.t('till-code.what')}</p>
      <p class="digits" aria-live="polite">${this.digits.padEnd(DIGITS, '·')}</p>
      <p role="alert">${this.wrong > 0 ? this.words.t('till-code.wrong') : nothing}</p>`;
  }

  #paidByCode() {
    const { amount, at } = this.sale.payment;
    return html`<p class="sign" aria-hidden="true">✓</p>
      <p class="large">
        ${this.words.t('till-code.paid')}
        <om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </p>
      <p>${this.words.t('till-code.paid-at', { time: this.words.time(at) })}</p>
      <p>${this.words.t('till-code.later')}</p>`;
  }

  /** A denser code, for the few who need it. */
  #forNoConnection() {
    return this.sale.isOffline
      ? html`<p>${this.words.t('till.code-offline')}</p>`
      : html`<button type="button" class="quiet" @click=${() => this.dispatchEvent(new Event('offline'))}>
          ${this.words.t('till.customer-offline')}
        </button>`;
  }

  #scanned() {
    return html`${this.words.t('till.waiting')} ${this.currency.demo ? this.#payHere() : nothing}`;
  }

  /** Whoever tries the demo at a desk has no second camera. */
  #payHere() {
    const { pathname, hash } = new URL(this.code.text);
    const address = pathname + hash;
    return html`<a href=${address} target="_blank">${this.words.t('till.pay-here')}</a>`;
  }

  #again() {
    return html`<button type="button" @click=${() => this.dispatchEvent(new Event('again'))}>
      ${this.words.t('till.new-code')}
    </button>`;
  }

  #paid() {
    const { amount, from, at, word } = this.sale.payment;
    return html`<p class="sign" aria-hidden="true">✓</p>
      <p class="large">
        ${this.words.t('till.paid')}
        <om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </p>
      <p>${this.words.t('till.paid-by', { payer: from.slice(-2), time: this.words.time(at) })}</p>
      <p>${this.words.t('till.day-word', { word: this.words.t(`day-word.${word}`) })}</p>
      <div class="band" aria-hidden="true"></div>`;
  }
}

customElements.define('om-sale-stage', SaleStage);
