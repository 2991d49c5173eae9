import { LitElement, html } from 'lit';
import './file-link.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** A table as a file for spreadsheets. */
export class CsvLink extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
  };

  static styles = sharedStyles;

  constructor() {
    super();
    /** @type {import('./report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    const { words, report } = this.view;
    return html`<om-file-link
      .view=${this.view}
      .part=${`/tables/${this.table.id}`}
      type="text/csv"
      file="${report.period.id}-${this.table.id}.csv"
      >${words.t('city.csv')}<span class="visually-hidden">: ${this.table.title[words.language]}</span></om-file-link
    >`;
  }
}

customElements.define('om-csv-link', CsvLink);
