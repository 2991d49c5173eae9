import { LitElement, css, html } from 'lit';
import { sharedStyles } from '../../kit/shared-styles.js';
import { cellText, wordText } from '../cell-text.js';
import { HIDDEN } from '../report.js';
import { tableStyles } from '../table-styles.js';
import { absentCell, hiddenCell } from '../table-view.js';

/** One row and one column of the map of who pays whom: what one pays to each other, and is paid by each. */
export class MatrixCross extends LitElement {
  static properties = {
    one: {},
    table: { attribute: false },
    view: { attribute: false },
  };

  static styles = [
    sharedStyles,
    tableStyles,
    css`
      :host {
        display: block;
        max-inline-size: 48rem;
      }
    `,
  ];

  constructor() {
    super();
    /** Whose row and column it is. */
    this.one = '';
    /** @type {import('../report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('../cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    const { words } = this.view;
    const name = this.#name(this.one);
    const label = words.t('city.map-of', { title: this.table.title[words.language] });
    const others = [...new Set([...this.table.values('payer'), ...this.table.values('payee')])];
    return html`<div class="scroller" role="region" aria-label=${label} tabindex="0">
      <table>
        <caption class="visually-hidden">
          ${label}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="figure">${words.t('city.pays-to', { name })}</th>
            <th scope="col" class="figure">${words.t('city.is-paid-by', { name })}</th>
          </tr>
        </thead>
        <tbody>
          ${others.map(
            (other) => html`<tr>
              <th scope="row">${this.#name(other)}</th>
              ${this.#cell({ payer: other, payee: this.one })} ${this.#cell({ payer: this.one, payee: other })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #name(/** @type {string} */ word) {
    return wordText(word, 'payer', this.table.id, this.view);
  }

  #cell(/** @type {{payer: string, payee: string}} */ pair) {
    const amount = this.table.line(pair)?.amount ?? null;
    if (amount === HIDDEN) {
      return hiddenCell(this.view);
    }
    const column = this.table.columns.find(({ id }) => id === 'amount');
    return amount === null
      ? absentCell(this.view)
      : html`<td class="figure">${cellText(amount, column, this.table, this.view)}</td>`;
  }
}

customElements.define('om-matrix-cross', MatrixCross);
