import { css, html } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { formStyles } from './form-styles.js';
import { OfficePart } from './office-part.js';
import { outcomeOf } from './outcome.js';

/** What the parts of the books have in common: they ask the server, say what went wrong, and show tables. */
export class BooksSection extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    found: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      th,
      td {
        border-block-end: 1px solid var(--omloop-color-rule);
        font-variant-numeric: tabular-nums;
        overflow-wrap: normal;
        padding: var(--omloop-space-2);
        text-align: start;
        vertical-align: top;
      }

      select {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      summary {
        cursor: pointer;
        min-block-size: var(--omloop-target-size);
        padding-block: var(--omloop-space-3);
      }

      details > * + * {
        margin-block-start: var(--omloop-space-2);
      }

      @media screen and (max-width: 34rem) {
        th,
        td {
          overflow-wrap: anywhere;
        }
      }
    `,
    stackedTable,
  ];

  constructor() {
    super();
    /** What the server answered last. @type {any} */
    this.found = null;
  }

  /** Asks the server; what was shown stays when there is no answer. @param {string} path */
  async read(path) {
    await this.#run(async () => {
      this.found = await this.client.ask(path);
    });
  }

  /** Keeps an answer as a file. @param {string} path @param {string} type @param {string} name */
  async save(path, type, name) {
    await this.#run(async () => {
      const address = URL.createObjectURL(await this.client.file(path, type));
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 0);
    });
  }

  async #run(/** @type {() => Promise<void>} */ act) {
    this.isBusy = true;
    const { said } = await outcomeOf(this.words, async () => {
      await act();
      return '';
    });
    this.outcome = said;
    this.isBusy = false;
  }

  /** What is said while and after asking. */
  saying() {
    return html`<p role="status">${this.isBusy ? this.words.t('office.reading') : ''}</p>
      <p role="alert">${this.outcome}</p>`;
  }

  /** A table. @param {string} name what it is called @param {string[]} columns their words' keys @param {unknown[][]} rows the first cell heads its row */
  table(name, columns, rows) {
    const t = this.words.t.bind(this.words);
    return html`<table role="table" aria-label=${name}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col">${t(column)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ([head, ...cells]) => html`<tr role="row">
            <th role="rowheader" scope="row">${head}</th>
            ${cells.map((cell, at) => html`<td role="cell" data-label=${t(columns[at + 1])}>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
