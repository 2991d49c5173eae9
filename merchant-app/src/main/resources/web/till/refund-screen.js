import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import './key-pad.js';
import { Refund } from './refund.js';
import { screenStyles } from './screen-styles.js';

/**
 * Giving back for one sale. What is left stands there already: one tap gives it; digits make it a part.
 *
 * @fires closed - nobody needs it any more
 */
export class RefundScreen extends LitElement {
  static properties = {
    member: { attribute: false },
    outbox: { attribute: false },
    sale: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      .amount {
        font-size: var(--omloop-font-size-5);
        font-weight: var(--omloop-font-weight-strong);
        text-align: end;
      }

      .message {
        min-block-size: 3em;
      }

      .strong {
        inline-size: 100%;
        margin-block-end: var(--omloop-space-3);
        min-block-size: 64px;
      }

      @media (min-width: 720px) {
        .desk {
          display: grid;
          gap: var(--omloop-space-4);
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  /** @type {Refund | null} */
  #refund = null;

  constructor() {
    super();
    /** @type {{client: import('../kit/member-client.js').MemberClient} | undefined} */
    this.member = undefined;
    /** @type {import('../kit/outbox.js').Outbox | undefined} */
    this.outbox = undefined;
    /** @type {import('./day.js').Sale | undefined} */
    this.sale = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#refund = new Refund(this.member.client, this.outbox, this.sale);
    this.#refund.addEventListener('change', () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refund.leave();
  }

  firstUpdated() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.strong'))?.focus();
  }

  render() {
    const refund = this.#refund;
    const { state, left, amount, given } = refund;
    return html`
      <div class="bar">
        <h1>${this.words.t('refund.title')}</h1>
        <button type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>
          ${this.words.t(state === 'given' ? 'refund.done' : 'refund.back')}
        </button>
      </div>
      <dl>
        ${this.#row('refund.paid', this.sale.amount, this.words.moment(new Date(this.sale.bookedAt)))}
        ${this.#row('refund.left', left)}
      </dl>
      <div class="desk">
        <div>
          <p class="amount">
            ${this.#amount(state === 'given' ? given : amount)}
          </p>
          <p class="message" role="alert">${this.#message()}</p>
          ${this.#action()}
        </div>
        <om-key-pad .words=${this.words} .forSale=${false} @press=${({ detail }) => refund.press(detail)}></om-key-pad>
      </div>
    `;
  }

  #row(/** @type {string} */ key, /** @type {number} */ amount, moment = '') {
    return html`<div>
      <dt>${this.words.t(key, { moment })}</dt>
      <dd>${this.#amount(amount)}</dd>
    </div>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #action() {
    const refund = this.#refund;
    if (refund.state === 'unproven') {
      return nothing;
    }
    if (refund.state === 'given') {
      return refund.left > 0
        ? html`<button type="button" @click=${() => refund.again()}>${this.words.t('refund.more')}</button>`
        : nothing;
    }
    const amount = formatAmount(refund.amount, this.currency, this.words.locale);
    return html`<button type="button" class="strong" ?disabled=${!refund.canBeGiven} @click=${() => refund.give()}>
      ${this.words.t(refund.state === 'unknown' ? 'refund.retry' : 'refund.give', { amount })}
    </button>`;
  }

  #message() {
    const { state, left, given, reason, isTooMuch } = this.#refund;
    const amount = (/** @type {number} */ units) => formatAmount(units, this.currency, this.words.locale);
    switch (state) {
      case 'given':
        return this.words.t('refund.given', { amount: amount(given) });
      case 'unknown':
        return this.words.t('refund.unknown');
      case 'unproven':
        return html`${this.words.t('refund.unproven')} ${this.words.t(reason)}`;
      case 'sending':
        return this.words.t('refund.sending');
      case 'refused':
        return this.#why(reason, left);
      default:
        return isTooMuch ? this.words.t('refund.too-much', { amount: amount(left) }) : nothing;
    }
  }

  #why(/** @type {string} */ reason, /** @type {number} */ left) {
    const key = reason === 'already-refunded' && left > 0 ? 'partly-refunded' : reason;
    return this.words.known(`refund-reason.${key}`, 'refund-reason.unknown', reason);
  }
}

customElements.define('om-refund-screen', RefundScreen);
