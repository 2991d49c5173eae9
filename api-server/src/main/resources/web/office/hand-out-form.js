import { LitElement, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { fileChoice } from '../kit/file-choice.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { formStyles } from './form-styles.js';
import { proposeBatch, signBatch } from './grants.js';
import { MOST_ROWS, readRows } from './hand-out-rows.js';
import { outcomeOf } from './outcome.js';
import { ruleFormLook } from './rule-form-look.js';
import { tableLook } from './table-look.js';

const SLUG = '[a-z0-9][a-z0-9\\-]{0,39}';

/**
 * Hands a programme's money out to a list: read, looked at by the server, signed in one tap, laid ready for another.
 *
 * @fires proposed - a batch lies ready
 */
export class HandOutForm extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    looked: { state: true },
    outcome: { state: true },
    progress: { state: true },
    isBusy: { state: true },
  };

  static styles = [sharedStyles, formStyles, tableLook, ruleFormLook, stackedTable, fileChoice];

  /** Signed, and not answered yet. @type {string[]} */
  #signed = [];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {{programme: string, rows: import('./hand-out-rows.js').Row[], balance: number} | null} */
    this.looked = null;
    this.outcome = '';
    this.progress = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<form
        @submit=${(/** @type {SubmitEvent} */ event) => this.#look(event)}
        @input=${() => this.#anew()}
      >
        <h2>${t('hand-out.title')}</h2>
        <p>${t('hand-out.how')}</p>
        <label>${t('hand-out.programme')}
          <input name="programme" required pattern=${SLUG} autocomplete="off" autocapitalize="none" aria-describedby="slug" />
        </label>
        <p class="muted" id="slug">${t('hand-out.programme-how')}</p>
        <label class="file">${t('hand-out.file')} <input type="file" accept=".csv,.txt,text/csv" @change=${(/** @type {Event} */ event) => this.#file(event)} /></label>
        <label>${t('hand-out.list')}
          <textarea name="list" rows="6" required aria-describedby="list-how"></textarea>
        </label>
        <p class="muted" id="list-how">${t('hand-out.list-how', { most: MOST_ROWS })}</p>
        <button ?disabled=${this.isBusy}>${t('hand-out.look')}</button>
      </form>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      <p role="status">${this.progress}</p>
      ${this.looked ? this.#looked(this.looked) : nothing}`;
  }

  #looked(/** @type {NonNullable<HandOutForm['looked']>} */ { rows, balance }) {
    const t = this.words.t.bind(this.words);
    const total = rows.reduce((sum, { amount }) => sum + amount, 0);
    const faults = rows.filter(({ fault }) => fault).length;
    const mayPay = faults === 0 && total <= balance;
    return html`<section>
      <h3>${t('hand-out.looked')}</h3>
      <p>${t('hand-out.count', { count: this.words.number(rows.length) })} ${this.#amount(total)}.
        ${t('hand-out.left')} ${this.#amount(balance - total)}.</p>
      ${faults > 0 ? html`<p class="wrong">${t('hand-out.faults', { count: this.words.number(faults) })}</p>` : nothing}
      ${total > balance ? html`<p class="wrong">${t('hand-out.short')}</p>` : nothing}
      <table role="table" aria-label=${t('hand-out.looked')}>
        <thead role="rowgroup">
          <tr role="row">
            ${['whom', 'line', 'amount', 'check'].map((name) => html`<th role="columnheader" scope="col">${t(`hand-out.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((row) => this.#row(row))}
        </tbody>
      </table>
      ${mayPay
        ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#propose()}>${t('desk.enrol')}</button>`
        : nothing}
    </section>`;
  }

  #row(/** @type {import('./hand-out-rows.js').Row} */ { line, to, said, amount, fault }) {
    const t = this.words.t.bind(this.words);
    const name = this.members.of(to)?.name;
    return html`<tr role="row">
      <th role="rowheader" scope="row">${name ?? said}</th>
      <td role="cell" data-label=${t('hand-out.line')}><span>${this.words.number(line)}</span></td>
      <td role="cell" data-label=${t('hand-out.amount')}><span>${amount ? this.#amount(amount) : t('value.none')}</span></td>
      <td role="cell" data-label=${t('hand-out.check')}>
        <span class=${fault ? 'wrong' : ''}>${t(fault || 'row.good')}</span>
      </td>
    </tr>`;
  }

  #amount(/** @type {number} */ amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  /** What was looked at is not what stands there any more. */
  #anew() {
    this.looked = null;
    this.#signed = [];
    this.outcome = '';
    this.progress = '';
  }

  async #file(/** @type {Event} */ { target }) {
    const file = /** @type {HTMLInputElement} */ (target).files?.[0];
    if (file) {
      const text = await file.text();
      /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('[name=list]')).value = text;
      this.#anew();
    }
  }

  #look(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const rows = readRows(String(fields.get('list')), this.members, this.currency, this.words);
    if (rows.length === 0 || rows.length > MOST_ROWS) {
      this.outcome = this.words.t(rows.length === 0 ? 'hand-out.empty' : 'hand-out.too-many', { most: MOST_ROWS });
      return;
    }
    return this.#run(async () => {
      const asked = rows.filter(({ fault }) => !fault);
      const nothingAsked = { balance: 0, faults: [] };
      const { balance, faults } = asked.length === 0 ? nothingAsked : await this.client.ask('/v1/grants/previews', {
        method: 'POST',
        body: JSON.stringify({ programme: fields.get('programme'), rows: asked.map(({ to, amount }) => ({ to, amount })) }),
        headers: { 'Content-Type': 'application/json' },
      });
      const byAccount = new Map(faults.map((/** @type {any} */ { to, reason }) => [to, `row.${reason}`]));
      this.looked = {
        programme: String(fields.get('programme')),
        rows: rows.map((row) => ({ ...row, fault: row.fault || (byAccount.get(row.to) ?? '') })),
        balance,
      };
      return '';
    });
  }

  async #propose() {
    let isDone = false;
    await this.#run(async () => {
      const { programme, rows } = this.looked;
      this.#signed = this.#signed.length ? this.#signed : await signBatch(this.client, programme, rows);
      await proposeBatch(this.client, this.#signed, (done) => this.#tell(done, rows.length));
      isDone = true;
      return this.words.t('desk.proposed');
    });
    if (isDone) {
      this.looked = null;
      this.#signed = [];
      this.renderRoot.querySelector('form').reset();
      this.dispatchEvent(new Event('proposed'));
    }
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped is gone
  }

  #tell(/** @type {number} */ done, /** @type {number} */ all) {
    this.progress = done < all ? this.words.t('hand-out.progress', { done, all }) : '';
  }

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = (await outcomeOf(this.words, act)).said;
    this.isBusy = false;
  }
}

customElements.define('om-hand-out-form', HandOutForm);
