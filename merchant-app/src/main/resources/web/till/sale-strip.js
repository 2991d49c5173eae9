import { LitElement, css, html } from 'lit';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';

/**
 * The sales that are set aside, and the way to set one aside. Always there, so that nothing moves.
 *
 * @fires parked - the next customer comes
 * @fires resumed - with the Sale as detail that is to be seen again
 */
export class SaleStrip extends LitElement {
  static properties = {
    sales: { attribute: false },
    states: { attribute: false },
    canPark: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-2);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
      }

      button {
        background: transparent;
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-2);
      }

      button:disabled {
        color: var(--omloop-color-text-muted);
        cursor: default;
      }

      .paid,
      .paid-by-code {
        background: var(--omloop-color-paid);
        color: var(--omloop-color-on-state);
      }

      .refused {
        background: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
      }

      .expired {
        background: var(--omloop-color-expired);
        color: var(--omloop-color-on-state);
      }

      .unproven,
      .unreachable {
        background: var(--omloop-color-waiting);
        color: var(--omloop-color-on-waiting);
      }
    `,
  ];

  constructor() {
    super();
    /** Set aside. @type {import('./sale.js').Sale[]} */
    this.sales = [];
    /** Of those: what a change is known by. */
    this.states = '';
    this.canPark = false;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    return html`<button type="button" ?disabled=${!this.canPark} @click=${() => this.dispatchEvent(new Event('parked'))}>
        ${this.words.t('till.next-customer')}
      </button>
      ${this.sales.map((sale) => this.#sale(sale))}`;
  }

  #sale(/** @type {import('./sale.js').Sale} */ sale) {
    return html`<button
      type="button"
      class=${sale.state}
      @click=${() => this.dispatchEvent(new CustomEvent('resumed', { detail: sale }))}
    >
      <om-amount-text .amount=${sale.amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
      ${this.words.t(`till-strip.${sale.state}`)}
    </button>`;
  }
}

customElements.define('om-sale-strip', SaleStrip);
