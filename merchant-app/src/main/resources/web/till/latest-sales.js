import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../kit/amount-text.js';
import { changeOf } from '../kit/entries.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { leftOf, saleOf } from './day.js';

const SHOWN = 8;

/**
 * The last payments, each of which can be given back.
 *
 * @fires refund-asked - with the sale as detail
 */
export class LatestSales extends LitElement {
  static properties = {
    member: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    sales: { state: true },
    chosen: { state: true },
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
        flex-wrap: wrap;
        justify-content: space-between;
        margin: 0;
      }
    `,
  ];

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
  }

  /** Not before: this module may come after the element, whose properties are given back to it then. */
  firstUpdated() {
    this.refresh();
  }

  /** Asks for the latest anew. */
  async refresh() {
    try {
      const { entries } = await this.member.client.entries(SHOWN);
      this.sales = entries.filter((entry) => entry.decision === 'posted');
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  render() {
    return html`
      <h2>${this.words.t('till.latest')}</h2>
      <ul>
        ${repeat(
          this.sales,
          (entry) => entry.index, // what has the focus keeps it when a sale comes above it
          (entry) => this.#sale(entry),
        )}
      </ul>
    `;
  }

  #sale(/** @type {any} */ entry) {
    const isOpen = this.chosen === entry.index;
    return html`<li>
      <button
        type="button"
        class="sale"
        aria-expanded=${isOpen}
        @click=${() => (this.chosen = isOpen ? null : entry.index)}
      >
        <span>${this.words.moment(new Date(entry.bookedAt))}</span>
        <span>${this.words.known(`kind.${entry.kind}`, 'kind.unknown', entry.kind)}</span>
        <om-amount-text .amount=${this.#change(entry)} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </button>
      ${isOpen ? this.#refund(entry) : nothing}
    </li>`;
  }

  #refund(/** @type {any} */ entry) {
    const sale = saleOf(entry, this.member.client.account);
    if (!sale) {
      return nothing;
    }
    return leftOf(sale) > 0
      ? html`<button type="button" @click=${() => this.#ask(sale)}>${this.words.t('till.refund')}</button>`
      : html`<p>${this.words.t('refund-reason.already-refunded')}</p>`;
  }

  #ask(/** @type {import('./day.js').Sale} */ sale) {
    this.dispatchEvent(new CustomEvent('refund-asked', { detail: sale }));
  }

  /** What the customer paid or got back, in minor units; the fund's share is within it. */
  #change(/** @type {any} */ entry) {
    return changeOf(entry, this.member.client.account);
  }
}

customElements.define('om-latest-sales', LatestSales);
