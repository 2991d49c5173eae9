import { css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { outcomeOf } from './outcome.js';
import { formStyles } from './form-styles.js';
import { OfficePart } from './office-part.js';
import { readTable, saveTable } from './operator-table.js';

/** What sections with an exact table have in common: it is shown when somebody asks, as each look is kept. */
export class TableSection extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    found: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
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

      details > * + * {
        margin-block-start: var(--omloop-space-3);
      }

      summary {
        min-block-size: var(--omloop-target-size);
        padding-block: var(--omloop-space-3);
      }
    `,
  ];

  #what;

  /** @param {'supply-gaps' | 'stuck-balances'} what */
  constructor(what) {
    super();
    this.#what = what;
    /** @type {import('./operator-table.js').OperatorTable | null} null until somebody asks */
    this.found = null;
  }

  /** Asks for the table. @param {string} [period] */
  async show(period = '') {
    this.isBusy = true;
    this.outcome = '';
    const { found, trouble } = await readTable(this.client, this.#what, period, this.words);
    this.found = found ?? this.found;
    this.outcome = trouble;
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2 tabindex="-1">${this.heading()}</h2>
      ${this.found ? nothing : this.#asking()}
      <p role="status">${this.isBusy ? t('office.reading') : nothing}</p>
      <p role="alert">${this.outcome}</p>
      ${this.found ? html`${this.content(this.found)} ${this.#about(this.found)}` : nothing}
    `;
  }

  #asking() {
    return html`<p>${this.words.t('office.kept')}</p>
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#first()}>
        ${this.words.t('office.show')}<span class="visually-hidden">: ${this.heading()}</span>
      </button>`;
  }

  /** The button is gone by then, and with it where somebody was. */
  async #first() {
    await this.show();
    await this.updateComplete;
    if (this.found) {
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('h2')).focus();
    }
  }

  #about(/** @type {import('./operator-table.js').OperatorTable} */ { definition, asOf }) {
    const t = this.words.t.bind(this.words);
    return html`<details>
        <summary>${t('office.definition')}</summary>
        <p>${definition[/** @type {'nl' | 'en'} */ (this.words.language)]}</p>
        <p class="muted">${t('wallet.updated', { time: this.words.dateAndTime(new Date(asOf)) })}</p>
      </details>
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#save()}>
        ${t('office.csv')}<span class="visually-hidden">: ${this.heading()}</span>
      </button>`;
  }

  async #save() {
    this.outcome = (
      await outcomeOf(this.words, async () => {
        await saveTable(this.client, this.#what, this.found.period);
        return '';
      })
    ).said;
  }

  /** What it is called. @returns {string} */
  heading() {
    return '';
  }

  /** The table, as somebody can use it. @param {import('./operator-table.js').OperatorTable} _found @returns {unknown} */
  content(_found) {
    return nothing;
  }
}
