import { LitElement, html } from 'lit';
import { parseAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { outcomeOf } from './outcome.js';
import { propose, signForTwo } from './proposals.js';
import { limitOrder } from './rule-orders.js';
import { ruleFormLook } from './rule-form-look.js';

/** How far below zero one account may go: signed here, and laid ready for another operator. */
export class CreditForm extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [sharedStyles, formStyles, ruleFormLook];

  /** Signed, and not answered yet. @type {{what: string, bytes: string} | null} */
  #begun = null;

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
    this.outcome = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#submit(event)}>
        <h2>${t('credit.title')}</h2>
        <p>${t('credit.how')}</p>
        <label>${t('credit.account')} <input name="account" autocomplete="off" autocapitalize="none" required maxlength="40" /></label>
        <label>${t('credit.limit')} <input name="limit" inputmode="decimal" autocomplete="off" required maxlength="16" /></label>
        <button class="strong" ?disabled=${this.isBusy}>${t('desk.enrol')}</button>
      </form>
      <p role="alert">${this.outcome}</p>`;
  }

  async #submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const named = String(fields.get('account')).trim();
    const account = this.members.all.find(({ name }) => name.toLowerCase() === named.toLowerCase())?.account ?? named.toLowerCase();
    const limit = parseAmount(String(fields.get('limit')), this.currency, this.words.locale);
    if (limit === null) {
      this.outcome = this.words.t('wrong.amount');
      return;
    }
    this.isBusy = true;
    const { said, isKnown } = await outcomeOf(this.words, async () => {
      await this.client.ask(`/v1/accounts/${encodeURIComponent(account)}`); // there is nothing to sign about nobody
      const what = `${account} ${limit}`;
      if (this.#begun?.what !== what) {
        this.#begun = { what, bytes: await signForTwo(this.client, limitOrder(this.client.origin, { account, limit })) };
      }
      await propose(this.client, this.#begun.bytes);
      return this.words.t('desk.proposed');
    });
    this.#begun = isKnown ? null : this.#begun;
    this.outcome = said;
    this.isBusy = false;
  }
}

customElements.define('om-credit-form', CreditForm);
