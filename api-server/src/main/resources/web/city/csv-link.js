import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** A table as a file: a link for everybody, or of exact figures a button, as those are given to a key alone. */
export class CsvLink extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
    trouble: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      a,
      button {
        align-items: center;
        background: none;
        border: 0;
        color: var(--omloop-color-action);
        cursor: pointer;
        display: inline-flex;
        font: inherit;
        min-block-size: var(--omloop-target-size);
        padding: 0;
        text-decoration: underline 1px;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
    this.trouble = false;
  }

  render() {
    const { words, report, audit } = this.view;
    const name = html`${words.t('city.csv')}<span class="visually-hidden">: ${this.table.title[words.language]}</span>`;
    if (audit && report.tier === 'audit') {
      return html`<button type="button" @click=${this.#fetch}>${name}</button>
        <span role="alert">${this.trouble ? words.t('city.trouble') : nothing}</span>`;
    }
    return html`<a href="/v1/circulation/reports/${report.period.id}/tables/${this.table.id}" download=${this.#file()}>${name}</a>`;
  }

  #file() {
    return `${this.view.report.period.id}-${this.table.id}.csv`;
  }

  async #fetch() {
    this.trouble = false;
    try {
      const file = URL.createObjectURL(await this.view.audit.file(this.view.report.period.id, this.table.id));
      const link = document.createElement('a');
      link.href = file;
      link.download = this.#file();
      link.click();
      URL.revokeObjectURL(file);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = true;
    }
  }
}

customElements.define('om-csv-link', CsvLink);
