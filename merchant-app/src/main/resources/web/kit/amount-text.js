import { LitElement, css, html } from 'lit';
import { amountParts, spokenAmount } from './money.js';
import { sharedStyles } from './shared-styles.js';

/** An amount as the eye wants it, cents smaller, and as the ear wants it: "12 euro 50". */
export class AmountText extends LitElement {
  static properties = {
    amount: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        font-variant-numeric: tabular-nums;
        position: relative; /* what is for the ear stays here too, and widens no page from within a scroller */
        white-space: nowrap;
      }

      .fraction {
        font-size: max(0.7em, min(1em, 0.875rem));
      }
    `,
  ];

  constructor() {
    super();
    /** @type {number} in minor units */
    this.amount = 0;
    /** @type {import('./money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const { sign, symbol, whole, fraction } = amountParts(this.amount, this.currency, this.words.locale);
    return html`<span aria-hidden="true">${sign}${symbol}${whole}<span class="fraction">${fraction}</span></span
      ><span class="visually-hidden">${spokenAmount(this.amount, this.currency)}</span>`;
  }
}

customElements.define('om-amount-text', AmountText);
