import { LitElement, html, nothing } from 'lit';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { outcomeOf } from './outcome.js';
import { programmeOrder, readProgramme } from './programme-order.js';
import './programme-terms.js';
import { propose, signForTwo } from './proposals.js';
import { ruleFormLook } from './rule-form-look.js';

/** Fields of one line, after the account; what may be left empty is not asked for. @type {[string, string][]} */
const FIELDS = [
  ['programme', 'text'],
  ['budget', 'text'],
  ['starts', 'date'],
  ['ends', 'date'],
  ['perPerson', 'text'],
  ['bonus', 'text'],
  ['areas', 'text'],
  ['sectors', 'text'],
  ['spendUntil', 'date'],
];

/**
 * Lays down what a programme hands out: typed, looked at, signed, and laid ready for another operator.
 *
 * @fires proposed - it lies ready for a second signature, with what to say as detail
 * @fires left - somebody leaves it
 */
export class ProgrammeForm extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    accounts: { attribute: false },
    looked: { state: true },
    wrong: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [sharedStyles, formStyles, ruleFormLook];

  /** Signed, and not answered yet. */
  #signed = '';

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
    /** Those that can grant. @type {{account: string, balance: number}[]} */
    this.accounts = [];
    /** What is being looked at. @type {import('./programme-order.js').Programme | null} */
    this.looked = null;
    /** Names of fields that were not understood. @type {string[]} */
    this.wrong = [];
    this.outcome = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <form novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#look(event)} @input=${() => this.#anew()}>
        <h3>${t('laid.new')}</h3>
        <p>${t('laid.how')}</p>
        <label>
          <strong>${t('laid.account')}</strong>
          <select name="account">
            ${this.accounts.map(({ account }) => html`<option value=${account}>${account}</option>`)}
          </select>
        </label>
        ${FIELDS.map(([name, type]) => this.#field(name, html`<input
          name=${name}
          type=${type}
          autocomplete="off"
          autocapitalize="none"
          aria-invalid=${this.wrong.includes(name) ? 'true' : 'false'}
          aria-describedby="${name}-why${this.wrong.includes(name) ? ` ${name}-wrong` : ''}"
        />`))}
        ${this.#field('partners', html`<textarea
          name="partners"
          rows="3"
          aria-invalid=${this.wrong.includes('partners') ? 'true' : 'false'}
          aria-describedby="partners-why${this.wrong.includes('partners') ? ' partners-wrong' : ''}"
        ></textarea>`)}
        <div class="actions">
          <button class="strong">${t('laid.look')}</button>
          <button type="button" @click=${() => this.dispatchEvent(new Event('left'))}>${t('rules.leave')}</button>
        </div>
      </form>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      ${this.looked ? this.#looked(this.looked) : nothing}
    `;
  }

  #field(/** @type {string} */ name, /** @type {unknown} */ control) {
    const t = this.words.t.bind(this.words);
    return html`<label><strong>${t(`laid-field.${name}`)}</strong> ${control}</label>
      <p class="muted" id="${name}-why">${t(`laid-why.${name}`)}</p>
      ${this.wrong.includes(name) ? html`<p id="${name}-wrong" class="wrong">${t(`laid-wrong.${name}`)}</p>` : nothing}`;
  }

  #looked(/** @type {import('./programme-order.js').Programme} */ programme) {
    const t = this.words.t.bind(this.words);
    const balance = this.accounts.find(({ account }) => account === programme.account)?.balance ?? 0;
    const money = (/** @type {number} */ amount) => formatAmount(amount, this.currency, this.words.locale);
    return html`<section aria-labelledby="looked">
      <h4 id="looked" tabindex="-1">${t('laid.costs', { most: money(programme.budget) })}</h4>
      <om-programme-terms
        .client=${this.client}
        .members=${this.members}
        .currency=${this.currency}
        .words=${this.words}
        .programme=${programme}
      ></om-programme-terms>
      ${balance < programme.budget ? html`<p class="wrong">${t('laid.short', { balance: money(balance) })}</p>` : nothing}
      <button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#propose()}>${t('desk.enrol')}</button>
    </section>`;
  }

  /** What was looked at is not what stands in the fields any more. */
  #anew() {
    this.looked = null;
    this.#signed = '';
    this.outcome = '';
  }

  async #look(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const { programme, wrong } = readProgramme(new FormData(/** @type {HTMLFormElement} */ (event.target)), this);
    this.wrong = wrong;
    this.looked = wrong.length > 0 ? null : programme;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[aria-invalid="true"], #looked'))?.focus();
  }

  async #propose() {
    this.isBusy = true;
    let isDone = false;
    const { said, isKnown } = await outcomeOf(this.words, async () => {
      this.#signed ||= await signForTwo(this.client, programmeOrder(this.client.origin, this.looked));
      await propose(this.client, this.#signed);
      isDone = true;
      return this.words.t('desk.proposed');
    });
    this.#signed = isKnown ? '' : this.#signed;
    this.outcome = said;
    this.isBusy = false;
    if (isDone) {
      this.dispatchEvent(new CustomEvent('proposed', { detail: said }));
    }
  }
}

customElements.define('om-programme-form', ProgrammeForm);
