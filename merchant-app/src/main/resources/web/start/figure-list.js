import { LitElement, css, html } from 'lit';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** The figures shown, in order. */
const FIGURES = [
  { name: 'inCirculation', kind: 'amount' },
  { name: 'spentPerIssued', kind: 'times' },
  { name: 'issued', kind: 'amount' },
  { name: 'spent', kind: 'amount' },
  { name: 'redeemed', kind: 'amount' },
  { name: 'granted', kind: 'amount' },
  { name: 'refunded', kind: 'amount' },
  { name: 'outstanding', kind: 'amount' },
  { name: 'members', kind: 'count' },
  { name: 'organisations', kind: 'count' },
  { name: 'entries', kind: 'count' },
];

/** The public figures, each with what it means; a figure that cannot be computed is a dot. */
export class FigureList extends LitElement {
  static properties = {
    figures: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      dl {
        column-gap: var(--omloop-space-16);
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        margin: 0;
      }

      div {
        align-content: start;
        align-items: baseline;
        border-block-start: 1px solid var(--omloop-color-rule);
        column-gap: var(--omloop-space-4);
        container-type: inline-size;
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        padding-block: var(--omloop-space-4);
      }

      dt {
        flex: 1 1 8rem;
        font-size: min(var(--omloop-font-size-2), 12cqi);
        font-weight: var(--omloop-font-weight-strong);
        line-height: 1.3;
      }

      dd {
        margin: 0;
      }

      .value {
        font-size: min(clamp(1.625rem, 1rem + 2vw, var(--omloop-font-size-4)), 11.5cqi); /* millions fit */
        font-variant-numeric: tabular-nums;
        font-weight: var(--omloop-font-weight-strong);
        letter-spacing: -0.01em;
        line-height: 1.2;
        margin-inline-start: auto;
        text-align: end;
      }

      .meaning {
        color: var(--omloop-color-text-muted);
        flex-basis: 100%;
      }

      .reason {
        color: var(--omloop-color-text-muted);
        display: block;
        font-size: var(--omloop-font-size-1);
        font-weight: var(--omloop-font-weight-normal);
        letter-spacing: 0;
        line-height: 1.5;
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
    return html`
      <dl>
        ${FIGURES.map(
          ({ name, kind }) => html`
            <div>
              <dt>${this.words.t(`figures.${name}`)}</dt>
              <dd class="value">${this.#value(name, kind)}</dd>
              <dd class="meaning">${this.words.t(`figures.${name}.meaning`)}</dd>
            </div>
          `,
        )}
      </dl>
    `;
  }

  #value(name, kind) {
    const value = this.figures?.[name] ?? null;
    if (value === null) {
      const reason = this.figures ? 'figures.not-computable' : 'figures.not-yet-heard';
      return html`. <span class="reason">${this.words.t(reason)}</span>`;
    }
    if (kind === 'amount') {
      return html`<om-amount-text
        .amount=${value}
        .currency=${this.currency}
        .words=${this.words}
      ></om-amount-text>`;
    }
    return kind === 'times' ? `${this.words.number(value, 2)} ×` : this.words.number(value);
  }
}

customElements.define('om-figure-list', FigureList);
