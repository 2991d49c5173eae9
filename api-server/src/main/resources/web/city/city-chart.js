import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import './csv-link.js';
import { tableStyles } from './table-styles.js';
import { tableView } from './table-view.js';

/** Tables whose lines add up movements, so that an auditor can look behind them. */
const OF_MOVEMENTS = new Set([
  'closing',
  'exits',
  'sectors',
  'sector-matrix',
  'areas',
  'area-matrix',
  'roles',
  'provisions',
  'fund',
  'programmes',
]);

/** A longer table would take more paper than anybody reads; it is in the file. */
const MOST_ROWS_ON_PAPER = 40;

/**
 * One table of the report: what it says in a sentence, as a picture, and in full. It opens into definition, table, for an
 * auditor the entries behind a line, and the file. The table is there for the ear also while the eye does not see it.
 */
export class CityChart extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
    isDrawn: { type: Boolean, attribute: 'drawn' },
    scope: {},
    summary: {},
    isOpen: { state: true },
    isListed: { type: Boolean, attribute: 'listed' },
    isUntitled: { type: Boolean, attribute: 'untitled' },
    row: { state: true },
  };

  static styles = [
    sharedStyles,
    tableStyles,
    css`
      :host {
        container-type: inline-size;
        display: block;
      }

      h3,
      p {
        margin: 0;
      }

      h3 {
        font-size: var(--omloop-font-size-2);
        font-weight: var(--omloop-font-weight-strong);
        line-height: 1.3;
      }

      h3:not(.visually-hidden) {
        margin-block-end: var(--omloop-space-2);
      }

      .summary {
        margin-block-end: var(--omloop-space-4);
        max-inline-size: 44rem;
        text-wrap: pretty;
      }

      .scope {
        color: var(--omloop-color-text-muted);
      }

      .note {
        color: var(--omloop-color-text-muted);
        margin-block-start: var(--omloop-space-3);
        max-inline-size: 44rem;
      }

      .actions {
        align-items: center;
        column-gap: var(--omloop-space-6);
        display: flex;
        flex-wrap: wrap;
        margin-block-start: var(--omloop-space-2);
      }

      .actions button {
        align-items: center;
        background: none;
        border: 0;
        color: var(--omloop-color-action);
        cursor: pointer;
        display: inline-flex;
        font: inherit;
        gap: var(--omloop-space-2);
        min-block-size: var(--omloop-target-size);
        padding: 0;
      }

      .actions svg {
        block-size: 0.75em;
        inline-size: 0.75em;
      }

      button[aria-expanded='true'] svg {
        transform: rotate(90deg);
      }

      .panel {
        border-inline-start: 3px solid var(--omloop-color-rule);
        display: grid;
        gap: var(--omloop-space-6);
        grid-template-columns: minmax(0, 1fr);
        margin-block-start: var(--omloop-space-2);
        padding-inline-start: var(--omloop-space-4);
      }

      .elsewhere {
        display: none;
      }

      .panel.visually-hidden {
        border: 0;
        padding: 0;
      }

      @media print {
        :host {
          break-inside: avoid-page;
        }

        .actions {
          display: none;
        }

        .panel.visually-hidden {
          block-size: auto;
          border: 0;
          clip-path: none;
          display: block;
          inline-size: auto;
          overflow: visible;
          padding: 0;
          position: static;
          white-space: normal;
        }

        om-definition-list,
        om-entry-list,
        .panel.long {
          display: none;
        }

        .elsewhere {
          color: var(--omloop-color-text-muted);
          display: block;
          font-size: 0.75rem;
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
    /** Whether there is a picture of it. */
    this.isDrawn = false;
    /** What of the circuit it is about, where a reader chose. */
    this.scope = '';
    this.summary = '';
    this.isOpen = false;
    /** Whether the table is in sight from the start. */
    this.isListed = false;
    /** Whether what stands above it names it already. */
    this.isUntitled = false;
    /** The line whose entries are shown. @type {number | null} */
    this.row = null;
  }

  willUpdate(changed) {
    if (changed.has('table')) {
      this.row = null;
    }
  }

  render() {
    const { words } = this.view;
    return html`
      <h3 class=${this.isUntitled ? 'visually-hidden' : ''}>${this.table.title[words.language]}</h3>
      ${this.scope ? html`<p class="scope">${this.scope}</p>` : nothing}
      ${this.summary ? html`<p class="summary" part="summary">${this.summary}</p>` : nothing}
      <slot name="first"></slot>
      ${this.isDrawn && this.table.rows.length > 0 ? this.#picture() : nothing}
      <slot></slot>
      ${this.table.note ? html`<p class="note">${this.table.note[words.language]}</p>` : nothing}
      <div class="actions">${this.#opener()} <om-csv-link .table=${this.table} .view=${this.view}></om-csv-link></div>
      ${this.#panel()}
    `;
  }

  /** The element comes with what draws, after the words. */
  #picture() {
    import('./pictures/chart-picture.js');
    const title = this.table.title[this.view.words.language];
    return html`<om-chart-picture
      .table=${this.table}
      .view=${this.view}
      .label=${this.view.words.t('city.picture-of', { title })}
    ></om-chart-picture>`;
  }

  #opener() {
    const { words } = this.view;
    return html`<button type="button" aria-expanded=${this.isOpen} aria-controls="panel" @click=${this.#toggle}>
      <svg viewBox="0 0 8 8" aria-hidden="true"><path d="M1 0l6 4-6 4z" fill="currentColor" /></svg>
      ${words.t('city.open')}<span class="visually-hidden">: ${this.table.title[words.language]}</span>
    </button>`;
  }

  #panel() {
    const isSeen = this.isOpen || this.isListed;
    const isLong = this.table.rows.length > MOST_ROWS_ON_PAPER;
    const look = isSeen && this.#mayLook() ? (/** @type {number} */ row) => this.#look(row) : null;
    return html`
      <div id="panel" class="panel ${isSeen ? '' : 'visually-hidden'} ${isLong ? 'long' : ''}">
        ${this.isOpen
          ? html`<om-definition-list .ids=${this.table.indicators} .view=${this.view}></om-definition-list>`
          : nothing}
        ${this.table.rows.length > 0 ? tableView(this.table, this.view, { look, isReachable: isSeen }) : nothing}
        ${isSeen && this.row !== null
          ? html`<om-entry-list .table=${this.table} .row=${this.row} .view=${this.view}></om-entry-list>`
          : nothing}
      </div>
      ${isLong
        ? html`<p class="elsewhere">${this.view.words.t('city.elsewhere', { rows: this.table.rows.length })}</p>`
        : nothing}
    `;
  }

  #mayLook() {
    return this.view.audit && this.view.report.tier === 'audit' && OF_MOVEMENTS.has(this.table.id);
  }

  /** What few open is fetched by those who do. */
  #toggle() {
    import('./definition-list.js');
    this.isOpen = !this.isOpen;
  }

  /** What was asked for stands below the table, so the keyboard goes there. */
  async #look(/** @type {number} */ row) {
    await import('./entry-list.js');
    this.row = row;
    await this.updateComplete;
    const list = /** @type {import('./entry-list.js').EntryList} */ (this.renderRoot.querySelector('om-entry-list'));
    await list.updateComplete;
    /** @type {HTMLElement} */ (list.renderRoot.querySelector('h4')).focus();
  }
}

customElements.define('om-city-chart', CityChart);
