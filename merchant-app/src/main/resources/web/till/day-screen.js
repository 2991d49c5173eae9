import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { dayOf, leftOf, nameOf, stateOf } from './day.js';
import { screenStyles } from './screen-styles.js';

/**
 * Today: what came in and went back, latest first, and what that makes together.
 *
 * @fires refund-asked - with the sale as detail
 * @fires tally-asked - somebody wants to see the tally
 * @fires closed - back to the sale
 */
export class DayScreen extends LitElement {
  static properties = {
    member: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    day: { state: true },
    wanted: { state: true },
    chosen: { state: true },
    isLost: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        border-block-start: 1px solid var(--omloop-color-rule);
        padding-block: var(--omloop-space-1);
      }

      .sale {
        border: 0;
        display: grid;
        gap: 0 var(--omloop-space-3);
        grid-template-columns: auto 1fr auto;
        inline-size: 100%;
        padding: var(--omloop-space-2) 0;
        text-align: start;
      }

      .sale small {
        color: var(--omloop-color-text-muted);
        font-size: 0.875rem;
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }

      label {
        display: block;
        margin-block-start: var(--omloop-space-3);
      }

      input {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        display: block;
        font: inherit;
        inline-size: 100%;
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./till-app.js').Member | undefined} */
    this.member = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{totals: any, sales: import('./day.js').Sale[]} | null} */
    this.day = null;
    this.wanted = '';
    /** @type {number | null} index of the sale that is open */
    this.chosen = null;
    this.isLost = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Asks for the day anew. */
  async refresh() {
    const { since, before } = dayOf(new Date());
    try {
      this.day = await this.member.client.sales(since, before);
      this.isLost = false;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.isLost = true;
    }
  }

  render() {
    return html`
      <div class="bar">
        <h1>${this.words.t('day.title')}</h1>
        <button type="button" @click=${() => this.#tell('closed')}>${this.words.t('day.back')}</button>
      </div>
      <p role="status">${this.isLost ? this.words.t('day.lost') : nothing}</p>
      ${this.day ? this.#whole(this.day) : nothing}
    `;
  }

  #whole(/** @type {NonNullable<DayScreen['day']>} */ { totals, sales }) {
    const found = sales.filter((sale) => this.#isWanted(sale)).reverse();
    return html`
      <dl>
        ${this.#row('tally.gross', totals.gross)} ${this.#row('tally.refunds', -totals.refunds)}
        ${this.#row('tally.net', totals.net, 'total')}
      </dl>
      <p>
        ${this.words.t('tally.counts', { payments: totals.paymentCount, refunds: totals.refundCount })}
      </p>
      <button type="button" @click=${() => this.#tell('tally-asked')}>${this.words.t('day.tally')}</button>
      <label>
        ${this.words.t('day.search')}
        <input type="search" .value=${this.wanted} @input=${({ target }) => (this.wanted = target.value)} />
      </label>
      <p role="status">${this.#found(sales.length, found.length)}</p>
      <ul>
        ${found.map((sale) => this.#sale(sale))}
      </ul>
    `;
  }

  #row(/** @type {string} */ key, /** @type {number} */ amount, name = '') {
    return html`<div class=${name}>
      <dt>${this.words.t(key)}</dt>
      <dd>${this.#amount(amount)}</dd>
    </div>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #found(/** @type {number} */ all, /** @type {number} */ found) {
    if (all === 0) {
      return this.words.t('day.none');
    }
    return this.wanted ? this.words.t('day.found', { count: found }) : nothing;
  }

  #sale(/** @type {import('./day.js').Sale} */ sale) {
    const isOpen = this.chosen === sale.index;
    return html`<li>
      <button
        type="button"
        class="sale"
        aria-expanded=${isOpen}
        @click=${() => (this.chosen = isOpen ? null : sale.index)}
      >
        <span>${this.words.time(new Date(sale.bookedAt))}</span>
        <span>${this.words.t(`day-state.${stateOf(sale)}`)}</span>
        ${this.#amount(sale.original ? -sale.amount : sale.amount)}
        <small>${this.#facts(sale)}</small>
      </button>
      ${isOpen ? this.#offer(sale) : nothing}
    </li>`;
  }

  #facts(/** @type {import('./day.js').Sale} */ sale) {
    return [
      this.words.t('day.customer', { customer: sale.customer.slice(-2) }),
      sale.cashier ? nameOf(sale.cashier, this.member.people) : this.words.t('tally.no-cashier'),
      sale.original ? '' : this.words.t(`channel.${sale.channel}`),
      sale.reference ?? '',
    ]
      .filter((fact) => fact)
      .join(' · ');
  }

  #offer(/** @type {import('./day.js').Sale} */ sale) {
    return leftOf(sale) > 0
      ? html`<button type="button" @click=${() => this.#tell('refund-asked', sale)}>
          ${this.words.t('till.refund')}
        </button>`
      : html`<p>${this.words.t(sale.original ? 'day.is-refund' : 'refund-reason.already-refunded')}</p>`;
  }

  /** By amount, time or reference, as they stand there. */
  #isWanted(/** @type {import('./day.js').Sale} */ sale) {
    const wanted = this.wanted.trim().toLowerCase();
    const texts = [
      formatAmount(sale.amount, this.currency, this.words.locale),
      this.words.time(new Date(sale.bookedAt)),
      sale.reference ?? '',
    ];
    return texts.some((text) => text.toLowerCase().includes(wanted));
  }

  #tell(/** @type {string} */ fact, /** @type {unknown} */ detail = null) {
    this.dispatchEvent(new CustomEvent(fact, { detail }));
  }
}

customElements.define('om-day-screen', DayScreen);
