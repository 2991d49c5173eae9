import { LitElement, css, html } from 'lit';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** The picture of money's way in rows and columns: the same figures in the same order. */
export class FlowTable extends LitElement {
  static properties = {
    figures: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      summary {
        align-content: center;
        color: var(--omloop-color-action);
        cursor: pointer;
        inline-size: fit-content;
        min-block-size: var(--omloop-target-size);
        padding-inline-end: var(--omloop-space-2);
      }

      .scroller {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        inline-size: min(100%, 40rem);
        overflow-wrap: normal; /* it scrolls, so that no word is broken up */
      }

      caption {
        color: var(--omloop-color-text-muted);
        padding-block: var(--omloop-space-2);
        text-align: start;
      }

      th,
      td {
        border-block-end: 1px solid var(--omloop-color-rule);
        font-weight: var(--omloop-font-weight-normal);
        padding: var(--omloop-space-2) var(--omloop-space-2);
        text-align: start;
      }

      thead th {
        color: var(--omloop-color-text-muted);
      }

      .amount {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      td {
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/ledger-client.js').Figures | null} */
    this.figures = null;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const t = this.words.t.bind(this.words);
    const { issued, inCirculation, redeemed } = this.figures;
    return html`
      <details>
        <summary>${t('flow.as-table')}</summary>
        <div class="scroller" role="region" tabindex="0" aria-label=${t('flow.table-caption')}>
          <table>
            <caption>
              ${t('flow.table-caption')}
            </caption>
            <thead>
              <tr>
                <th scope="col">${t('flow.column-what')}</th>
                <th scope="col" class="amount">${t('flow.column-amount')}</th>
                <th scope="col" class="amount">${t('flow.column-share')}</th>
              </tr>
            </thead>
            <tbody>
              ${this.#row(t('figures.issued'), issued)} ${this.#row(t('flow.inside'), inCirculation)}
              ${this.#row(t('flow.outside'), redeemed)}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #row(name, amount) {
    return html`
      <tr>
        <th scope="row">${name}</th>
        <td class="amount">
          <om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
        </td>
        <td class="amount">${this.words.percent(amount / this.figures.issued, 1)}</td>
      </tr>
    `;
  }
}

customElements.define('om-flow-table', FlowTable);
