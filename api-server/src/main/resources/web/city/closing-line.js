import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { shareText } from './cell-text.js';
import { known } from './report.js';

/** All that comes in, as ClosingItems has it. */
export const ENTERED = ['issue', 'grant', 'credit', 'in'];

/** "Does it close?": what was inside, what came, what left and what is inside, as one sum; and what covers it. */
export class ClosingLine extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        container-type: inline-size;
        display: block;
      }

      ul {
        align-items: end;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-4);
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        display: grid;
      }

      li > span:first-child {
        color: var(--omloop-color-text-muted);
      }

      .amount {
        align-items: baseline;
        display: flex;
        font-size: min(var(--omloop-font-size-3), 9cqi);
        font-weight: var(--omloop-font-weight-strong);
        gap: var(--omloop-space-2);
        line-height: 1.2;
      }

      .sign {
        color: var(--omloop-color-text-muted);
        font-weight: var(--omloop-font-weight-normal);
      }

      .end {
        border-inline-start: 3px solid var(--omloop-color-action);
        padding-inline-start: var(--omloop-space-3);
      }

      p {
        margin-block: var(--omloop-space-4) 0;
      }

      .wrong {
        background: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
        padding: var(--omloop-space-3);
      }

      @media print {
        .amount {
          font-size: var(--omloop-font-size-1);
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    const { words } = this.view;
    const opening = this.#sum((item) => item === 'opening');
    const entered = this.#sum((item) => ENTERED.includes(item));
    const left = this.#sum((item) => item.startsWith('out'));
    const closing = this.#sum((item) => item === 'closing');
    const closes = opening + entered + left === closing;
    return html`
      <ul>
        ${this.#term('opening', '', opening)} ${this.#term('in', '+', entered)} ${this.#term('out', '−', -left)}
        ${this.#term('closing', '=', closing)} ${this.#cover()}
      </ul>
      <p class=${closes ? '' : 'wrong'} role=${closes ? nothing : 'alert'}>${words.t(closes ? 'city.closes' : 'city.does-not-close')}</p>
    `;
  }

  #sum(/** @type {(item: string) => boolean} */ belongs) {
    return this.table.lines
      .filter(({ item }) => belongs(item))
      .reduce((/** @type {number} */ sum, { amount }) => sum + (known(amount) ?? 0), 0);
  }

  #term(/** @type {string} */ item, /** @type {string} */ sign, /** @type {number} */ amount) {
    const { words, currency } = this.view;
    return html`<li class=${item === 'closing' ? 'end' : ''}>
      <span>${words.t(`item.${item}`)}</span>
      <span class="amount">
        ${sign ? html`<span class="sign">${sign}</span>` : nothing}
        <om-amount-text .amount=${amount} .currency=${currency} .words=${words}></om-amount-text>
      </span>
    </li>`;
  }

  #cover() {
    const cover = known(this.table.line({ item: 'reserve' })?.share);
    return html`<li>
      <span>${this.view.words.t(cover > 1 ? 'city.cover-beyond' : 'city.cover')}</span>
      <span class="amount">${cover === null ? '.' : shareText(cover, this.view)}</span>
    </li>`;
  }
}

customElements.define('om-closing-line', ClosingLine);
