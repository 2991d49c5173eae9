import { LitElement, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { outcomeOf } from './outcome.js';
import { propose, signForTwo } from './proposals.js';
import './rule-effects.js';
import { policyOrder } from './rule-orders.js';
import { GROUPS, changesOf, formOf, readValue, typedText } from './rule-values.js';
import { ruleFormLook } from './rule-form-look.js';

/** What may be chosen. @type {Record<string, string[]>} */
const CHOICES = { redemption: ['off', 'on-leaving', 'on'], flag: ['true', 'false'] };

/**
 * Changes one group of rules: typed, looked at, signed, and laid ready for another operator.
 *
 * @fires proposed - it lies ready for a second signature
 * @fires left - somebody leaves it as it was
 */
export class RuleForm extends LitElement {
  static properties = {
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    group: {},
    settings: { attribute: false },
    change: { state: true },
    isGood: { state: true },
    faults: { state: true },
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
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.group = '';
    /** All that are in force. @type {Record<string, any>} */
    this.settings = {};
    /** What is being looked at. @type {{settings: Record<string, any>, effective: number} | null} */
    this.change = null;
    /** Whether what is being looked at can be signed. */
    this.isGood = false;
    /** Names of settings that were not understood. @type {string[]} */
    this.faults = [];
    this.outcome = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <form novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#look(event)} @input=${() => this.#anew()}>
        ${Object.keys(GROUPS[this.group]).map((name) => this.#field(name))}
        <label>
          ${t('rules.when')}
          <input type="date" name="effective" aria-describedby="when" />
        </label>
        <p class="muted" id="when">${t('rules.when-how')}</p>
        <div class="actions">
          <button class="strong">${t('rules.look')}</button>
          <button type="button" @click=${() => this.dispatchEvent(new Event('left'))}>${t('rules.leave')}</button>
        </div>
      </form>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      ${this.change ? this.#looked() : nothing}
    `;
  }

  #field(/** @type {string} */ name) {
    const isWrong = this.faults.includes(name);
    const form = formOf(name);
    return html`<label>
        <strong>${this.words.t(`rule.${name}`)}</strong>
        ${form in CHOICES ? this.#choice(name, CHOICES[form]) : this.#input(name, isWrong)}
      </label>
      <p class="muted" id="${name}-why">${this.words.t(`rule-why.${name}`)}</p>
      ${isWrong ? html`<p id="${name}-wrong" class="wrong">${this.words.t(`wrong.${form}`)}</p>` : nothing}`;
  }

  #input(/** @type {string} */ name, /** @type {boolean} */ isWrong) {
    return html`<input
      name=${name}
      autocomplete="off"
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby="${name}-why${isWrong ? ` ${name}-wrong` : ''}"
      .defaultValue=${typedText(name, this.settings[name], this)}
    />`;
  }

  #choice(/** @type {string} */ name, /** @type {string[]} */ values) {
    return html`<select name=${name} aria-describedby="${name}-why">
      ${values.map(
        (value) => html`<option value=${value} ?selected=${String(this.settings[name]) === value}>
          ${this.words.t(`choice.${value}`)}
        </option>`,
      )}
    </select>`;
  }

  #looked() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="looked">
      <h4 id="looked">${t('rules.effects')}</h4>
      <om-rule-effects
        .client=${this.client}
        .currency=${this.currency}
        .words=${this.words}
        .change=${this.change}
        @looked=${(/** @type {CustomEvent<boolean>} */ { detail }) => (this.isGood = detail)}
      ></om-rule-effects>
      ${this.isGood
        ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#propose()}>
            ${t('desk.enrol')}
          </button>`
        : nothing}
    </section>`;
  }

  /** What was looked at is not what stands in the fields any more. */
  #anew() {
    this.change = null;
    this.isGood = false;
    this.#signed = '';
    this.outcome = '';
  }

  async #look(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const names = Object.keys(GROUPS[this.group]);
    const typed = Object.fromEntries(names.map((name) => [name, readValue(name, String(fields.get(name)), this)]));
    this.faults = names.filter((name) => typed[name] === undefined);
    if (this.faults.length > 0) {
      this.change = null;
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('[aria-invalid="true"]')).focus();
      return;
    }
    const settings = changesOf(this.group, this.settings, typed);
    if (Object.keys(settings).length === 0) {
      this.change = null;
      this.outcome = this.words.t('rules.same');
      return;
    }
    this.change = { settings, effective: startOf(String(fields.get('effective'))) };
  }

  async #propose() {
    this.isBusy = true;
    let isDone = false;
    const { said, isKnown } = await outcomeOf(this.words, async () => {
      this.#signed ||= await signForTwo(this.client, policyOrder(this.client.origin, this.change));
      await propose(this.client, this.#signed);
      isDone = true;
      return this.words.t('desk.proposed');
    });
    this.#signed = isKnown ? '' : this.#signed;
    this.outcome = said;
    this.isBusy = false;
    if (isDone) {
      this.change = null;
      this.dispatchEvent(new CustomEvent('proposed', { detail: said }));
    }
  }
}

/** When a day begins here, in unix seconds. @param {string} date such as '2026-12-01'; empty for at once @returns {number} */
const startOf = (date) => (date ? Math.floor(new Date(`${date}T00:00`).getTime() / 1000) : 0);

customElements.define('om-rule-form', RuleForm);
