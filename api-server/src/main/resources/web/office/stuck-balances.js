import { css, html, nothing } from 'lit';
import { formatAmount } from '../kit/money.js';
import { divisionName } from '../kit/supply-words.js';
import { linesOf } from './operator-table.js';
import { TableSection } from './table-section.js';

/** How many suppliers are shown of each; the first of them stand in the message too. */
const SHOWN = 5;
const IN_MESSAGE = 3;

/** Organisations whose balance sleeps, whom each could pay, and a message that says so. */
export class StuckBalances extends TableSection {
  static properties = { ...TableSection.properties, copied: { state: true } };

  static styles = [
    ...TableSection.styles,
    css`
      .facts {
        align-items: baseline;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-1) var(--omloop-space-4);
        justify-content: space-between;
      }

      .balance {
        font-size: var(--omloop-font-size-2);
        font-weight: var(--omloop-font-weight-strong);
      }

      ol {
        display: grid;
        gap: var(--omloop-space-2);
        margin: 0;
        padding-inline-start: var(--omloop-space-6);
      }

      ol li {
        border: 0;
        display: list-item;
        padding: 0;
      }

      blockquote {
        background: var(--omloop-color-surface);
        border-inline-start: 4px solid var(--omloop-color-control-border);
        display: grid;
        gap: var(--omloop-space-2);
        margin: 0;
        padding: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super('stuck-balances');
    /** Whose message has been copied. */
    this.copied = '';
  }

  heading() {
    return this.words.t('office.stuck');
  }

  /** @param {import('./operator-table.js').OperatorTable} found */
  content(found) {
    const t = this.words.t.bind(this.words);
    const lines = linesOf(found);
    const sum = lines.reduce((total, { balance }) => total + balance, 0);
    return html`
      <p>${t('stuck.how')}</p>
      <p>
        ${lines.length === 0
          ? t('stuck.none')
          : t('stuck.sum', { count: this.words.number(lines.length), amount: this.#printed(sum) })}
      </p>
      <ul>
        ${lines.map((line) => this.#organisation(line, found.suppliers[line.account] ?? []))}
      </ul>
    `;
  }

  #organisation(
    /** @type {Record<string, any>} */ line,
    /** @type {import('./operator-table.js').OperatorTable['suppliers']['']} */ suppliers,
  ) {
    const t = this.words.t.bind(this.words);
    const { account, balance, quiet, sector } = line;
    return html`<li>
      <h3>${this.nameOf(account)}</h3>
      <p class="facts">
        <span class="balance">${this.amount(balance)}</span>
        <span>${t('stuck.quiet', { days: this.words.number(quiet) })}</span>
        <span class="muted">${divisionName(sector, this.words)}</span>
      </p>
      ${suppliers.length === 0
        ? html`<p>${t('stuck.nobody')}</p>`
        : html`<p>${t('stuck.could-pay')}:</p>
            <ol>
              ${suppliers.slice(0, SHOWN).map((each) => this.#supplier(each))}
            </ol>
            ${this.#message(line, suppliers)}`}
    </li>`;
  }

  #supplier(/** @type {{account: string, sector: string, distance: string, reasons: string[]}} */ supplier) {
    const t = this.words.t.bind(this.words);
    const { account, sector, distance, reasons } = supplier;
    return html`<li>
      ${this.nameOf(account)} – ${divisionName(sector, this.words)}, ${t(`stuck.${distance}`)}
      <span class="muted">(${reasons.map((reason) => t(`stuck.why-${reason}`)).join('; ')})</span>
    </li>`;
  }

  #message(
    /** @type {Record<string, any>} */ line,
    /** @type {import('./operator-table.js').OperatorTable['suppliers']['']} */ suppliers,
  ) {
    const t = this.words.t.bind(this.words);
    const parts = this.#letter(line, suppliers);
    return html`<details>
      <summary>${t('stuck.message')}<span class="visually-hidden">: ${this.nameOf(line.account)}</span></summary>
      <blockquote>${parts.map((part) => html`<p>${part}</p>`)}</blockquote>
      <p class="actions">
        <button type="button" @click=${(/** @type {MouseEvent} */ event) => this.#copy(line.account, parts, event)}>
          ${t('stuck.copy')}<span class="visually-hidden">: ${this.nameOf(line.account)}</span>
        </button>
      </p>
      <p role="status">${this.copied === line.account ? t('stuck.copied') : nothing}</p>
    </details>`;
  }

  /** Only of members whom anybody may see in the list. */
  #letter(
    /** @type {Record<string, any>} */ { account, balance, quiet },
    /** @type {{account: string}[]} */ suppliers,
  ) {
    const t = this.words.t.bind(this.words);
    const named = suppliers
      .flatMap((each) => this.members.of(each.account) ?? [])
      .slice(0, IN_MESSAGE)
      .map(({ name, street }) => `${name} (${street})`);
    return [
      t('stuck.letter', { name: this.nameOf(account), amount: this.#printed(balance), days: this.words.number(quiet) }),
      ...(named.length > 0 ? [t('stuck.letter-where', { members: named.join(', ') })] : []),
      t('stuck.letter-ask'),
    ];
  }

  async #copy(/** @type {string} */ account, /** @type {string[]} */ parts, /** @type {MouseEvent} */ event) {
    const letter = /** @type {HTMLElement} */ (event.currentTarget).closest('details').querySelector('blockquote');
    try {
      await navigator.clipboard.writeText(parts.join(' '));
      this.copied = account;
    } catch {
      getSelection()?.selectAllChildren(letter); // no clipboard over plain http: marked, ready for the keys
    }
  }

  #printed(/** @type {number} */ amount) {
    return formatAmount(amount, this.currency, this.words.locale);
  }
}

customElements.define('om-stuck-balances', StuckBalances);
