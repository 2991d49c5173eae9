import { LitElement, css, html } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { indicatorName } from './cell-text.js';
import './csv-link.js';
import './definition-list.js';
import { tableStyles } from './table-styles.js';
import { tableView } from './table-view.js';

/** What a tile of the headline opens into: what its figure means, all its values, and the file. */
export class TilePanel extends LitElement {
  static properties = {
    indicator: {},
    table: { attribute: false },
    view: { attribute: false },
  };

  static styles = [
    sharedStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
        grid-template-columns: minmax(0, 1fr);
      }

      h4 {
        font-size: var(--omloop-font-size-2);
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.indicator = '';
    /** @type {import('./report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    return html`
      <h4 tabindex="-1">${indicatorName(this.indicator, this.view)}</h4>
      <om-definition-list .ids=${[this.indicator]} .view=${this.view}></om-definition-list>
      ${tableView(this.table, this.view, { stands: ({ indicator }) => indicator === this.indicator })}
      <om-csv-link .table=${this.table} .view=${this.view}></om-csv-link>
    `;
  }

  /** What opened has the keyboard next. */
  firstUpdated() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('h4')).focus();
  }
}

customElements.define('om-tile-panel', TilePanel);
