import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { tableLook } from './table-look.js';

/** What programmes and the fund have, and what they handed out. */
export class ProgrammeList extends FetchedPart {
  static styles = [sharedStyles, formStyles, tableLook, stackedTable];

  constructor() {
    super('/v1/programmes');
  }

  heading() {
    return this.words.t('programmes.title');
  }

  content(/** @type {{accounts: any[], programmes: any[]}} */ { accounts, programmes }) {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('programmes.how')}</p>
      ${accounts.length === 0 ? html`<p>${t('programmes.no-accounts')}</p>` : this.#budgets(accounts, programmes)}
      ${programmes.length === 0 ? nothing : this.#handedOut(programmes)}`;
  }

  #day(/** @type {string} */ time) {
    return new Intl.DateTimeFormat(this.words.locale, { dateStyle: 'medium' }).format(new Date(time));
  }

  #budgets(/** @type {any[]} */ accounts, /** @type {any[]} */ programmes) {
    const t = this.words.t.bind(this.words);
    return this.table(
      t('programmes.budgets'),
      ['account', 'sort', 'left', 'granted'].map((name) => t(`programmes.${name}`)),
      accounts.map(({ account, accountType, balance }) => [
        html`${account}<br /><span class="muted">${namesOf(account, programmes)}</span>`,
        t(`programmes.${accountType}`),
        this.amount(balance),
        this.amount(
          programmes
            .filter((each) => each.account === account)
            .reduce((sum, { granted, returned }) => sum + granted - returned, 0),
        ),
      ]),
    );
  }

  #handedOut(/** @type {any[]} */ programmes) {
    const t = this.words.t.bind(this.words);
    return this.table(
      t('programmes.handed-out'),
      ['programme', 'granted', 'returned', 'people', 'first', 'last'].map((name) => t(`programmes.${name}`)),
      programmes.map((each) => [
        html`${each.programme}<br /><span class="muted">${each.account}</span>`,
        this.amount(each.granted),
        this.amount(each.returned),
        this.words.number(each.beneficiaries),
        this.#day(each.first),
        this.#day(each.last),
      ]),
    );
  }
}

/** What it handed out under. @param {string} account @param {any[]} programmes */
const namesOf = (account, programmes) =>
  programmes
    .filter((each) => each.account === account)
    .map(({ programme }) => programme)
    .join(', ');

customElements.define('om-programme-list', ProgrammeList);
