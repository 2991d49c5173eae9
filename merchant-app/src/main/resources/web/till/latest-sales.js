import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { changeOf } from '../kit/entries.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { refundOrder } from '../kit/orders.js';
import { sharedStyles } from '../kit/shared-styles.js';

const SHOWN = 8;

/** The last payments, each of which can be given back: tap it, tap "Geld terug", confirm. */
export class LatestSales extends LitElement {
  static properties = {
    member: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    sales: { state: true },
    chosen: { state: true },
    asked: { state: true },
    outcome: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      h2 {
        font-size: var(--omloop-font-size-2);
        margin: 0;
      }

      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        border-block-start: 1px solid var(--omloop-color-rule);
      }

      button {
        background: transparent;
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        margin-block-end: var(--omloop-space-2);
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-3);
      }

      .sale {
        align-items: center;
        border: 0;
        display: flex;
        gap: var(--omloop-space-3);
        inline-size: 100%;
        justify-content: space-between;
        margin: 0;
      }

      .strong {
        background: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
      }
    `,
  ];

  /** @type {string | null} the refund as it was signed: sent again, it is the same bytes */
  #signed = null;

  constructor() {
    super();
    /** @type {{client: import('../kit/member-client.js').MemberClient} | undefined} */
    this.member = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any[]} */
    this.sales = [];
    /** @type {number | null} index of the entry that is open */
    this.chosen = null;
    this.asked = false;
    /** @type {string} what became of the last refund, a key of the words */
    this.outcome = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Asks for the latest anew. */
  async refresh() {
    try {
      const { entries } = await this.member.client.entries(SHOWN);
      this.sales = entries.filter((entry) => entry.decision === 'posted');
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
    }
  }

  render() {
    return html`
      <h2>${this.words.t('till.latest')}</h2>
      <ul>
        ${this.sales.map((entry) => this.#sale(entry))}
      </ul>
      <p aria-live="assertive">${this.outcome ? this.words.t(this.outcome) : nothing}</p>
    `;
  }

  #sale(/** @type {any} */ entry) {
    const isOpen = this.chosen === entry.index;
    return html`<li>
      <button
        type="button"
        class="sale"
        aria-expanded=${isOpen}
        @click=${() => this.#choose(isOpen ? null : entry.index)}
      >
        <span>${this.words.moment(new Date(entry.bookedAt))}</span>
        <span>${this.words.known(`kind.${entry.kind}`, 'kind.unknown', entry.kind)}</span>
        <om-amount-text .amount=${this.#change(entry)} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </button>
      ${isOpen && this.#isIncome(entry) ? this.#refund(entry) : nothing}
    </li>`;
  }

  #refund(/** @type {any} */ entry) {
    return this.asked
      ? html`<button type="button" class="strong" @click=${() => this.#giveBack(entry)}>
          ${this.words.t('till.refund-confirm')}
        </button>`
      : html`<button type="button" @click=${() => (this.asked = true)}>${this.words.t('till.refund')}</button>`;
  }

  #choose(/** @type {number | null} */ index) {
    this.chosen = index;
    this.asked = false;
    this.outcome = '';
    this.#signed = null;
  }

  async #giveBack(/** @type {any} */ entry) {
    const { client } = this.member;
    this.#signed ??= await client.signOrder(
      refundOrder(client.origin, { original: entry.order.order, amount: entry.order.amount }),
    );
    try {
      await client.sendRefund(this.#signed);
      this.#choose(null);
      this.outcome = 'till.refunded';
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        this.outcome = 'till.refund-unknown'; // the same bytes go again
      } else if (cause instanceof Problem) {
        this.#choose(null);
        this.outcome = cause.name === 'already-refunded' ? 'till.refunded-before' : 'till.refund-refused';
      } else {
        throw cause;
      }
    }
    this.refresh();
  }

  #isIncome(/** @type {any} */ entry) {
    return entry.order.type === 'pay' && entry.order.to === this.member.client.account;
  }

  /** What the customer paid or got back, in minor units; the fund's share is within it. */
  #change(/** @type {any} */ entry) {
    return changeOf(entry, this.member.client.account);
  }
}

customElements.define('om-latest-sales', LatestSales);
