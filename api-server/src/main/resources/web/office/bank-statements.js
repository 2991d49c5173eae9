import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { formStyles } from './form-styles.js';

/** A month at once. */
const SHOWN = 31;

/**
 * The statements that came, the latest first.
 *
 * @fires older - when somebody wants to see more than were handed in
 */
export class BankStatements extends LitElement {
  static properties = {
    statements: { attribute: false },
    count: { attribute: false },
    shown: { state: true },
    currency: { attribute: false },
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    formStyles,
    stackedTable,
    css`
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      th,
      td {
        border-block-end: 1px solid var(--omloop-color-rule);
        padding: var(--omloop-space-2);
        text-align: start;
      }

      th[scope='row'] {
        font-weight: inherit;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {any[]} as the API has them */
    this.statements = [];
    /** How many there are. */
    this.count = 0;
    this.shown = SHOWN;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const t = this.words.t.bind(this.words);
    const columns = ['opening', 'credits', 'debits', 'closing'];
    return html`<h2>${t('bank.statements')}</h2>
      ${this.statements.length === 0
        ? html`<p>${t('bank.none')}</p>`
        : html`<table role="table">
            <caption class="visually-hidden">
              ${t('bank.statements')}
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${t('bank.day')}</th>
                ${columns.map((each) => html`<th role="columnheader" scope="col">${t(`bank.${each}`)}</th>`)}
                <th role="columnheader" scope="col">${t('bank.state')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${this.statements.slice(0, this.shown).map((each) => this.#row(each, columns))}
            </tbody>
          </table>`}
      ${this.count > this.shown ? this.#older() : nothing}`;
  }

  #older() {
    const t = this.words.t.bind(this.words);
    const shown = Math.min(this.shown, this.statements.length);
    return html`<p>
        ${t('bank.shown-of', { shown: this.words.number(shown), count: this.words.number(this.count) })}
      </p>
      <button type="button" @click=${() => this.#more()}>${t('bank.show-more')}</button>`;
  }

  #more() {
    this.shown += SHOWN;
    if (this.shown > this.statements.length) {
      this.dispatchEvent(new Event('older'));
    }
  }

  #row(/** @type {any} */ statement, /** @type {string[]} */ columns) {
    const t = this.words.t.bind(this.words);
    return html`<tr role="row">
      <th role="rowheader" scope="row">${this.words.day(statement.closingDate)}</th>
      ${columns.map(
        (each) =>
          html`<td role="cell" data-label=${t(`bank.${each}`)}>
            <om-amount-text
              .amount=${statement[each]}
              .currency=${this.currency}
              .words=${this.words}
            ></om-amount-text>
          </td>`,
      )}
      <td role="cell" data-label=${t('bank.state')}>${t(`bank.state-${statement.state}`)}</td>
    </tr>`;
  }
}

customElements.define('om-bank-statements', BankStatements);
