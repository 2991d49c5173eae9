import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { readIban } from '../kit/iban.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { formatAmount, readAmount } from '../kit/money.js';
import { divisionFor, divisionName, divisions, loadSupplyWords } from '../kit/supply-words.js';
import { listStyles } from './list-styles.js';
import './own-redemptions.js';
import './rather-here.js';
import { Redemption, feeOf, mayRedeem } from './redemption.js';

/**
 * Exchanging units for euros: how much, what for, what it costs and what arrives.
 *
 * @fires done - somebody goes back
 * @fires places - somebody would rather spend it here
 * @fires chosen - with the account as detail: somebody would rather pay this member
 */
export class RedeemScreen extends LitElement {
  static properties = {
    available: { type: Number },
    client: { attribute: false },
    outbox: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    basisPoints: { state: true },
    rules: { state: true },
    earliest: { state: true },
    wish: { state: true },
    purpose: { state: true },
    division: { state: true },
    spoken: { state: true },
    holder: { state: true },
    fault: { state: true },
  };

  static styles = [
    ...listStyles,
    css`
      form {
        display: grid;
        gap: var(--omloop-space-4);
      }

      .strong {
        background: var(--omloop-color-action);
        border-color: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
        font-weight: var(--omloop-font-weight-strong);
        min-block-size: 64px;
      }
    `,
  ];

  /** @type {Redemption | null} */
  #redemption = null;

  constructor() {
    super();
    /** What can be spent, in minor units. */
    this.available = 0;
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/outbox.js').Outbox | undefined} */
    this.outbox = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {number | null} the fee, once the rules are known */
    this.basisPoints = null;
    /** The first day on which the bank may pay, such as '2026-12-01'; empty until it is known. */
    this.earliest = '';
    /** What the holder may exchange for, once that is known. @type {ReturnType<typeof mayRedeem> | null} */
    this.rules = null;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** What is chosen of the form; empty for nothing. */
    this.purpose = '';
    /** What the supplier sells who is missing, such as '46'; empty where that is not known. */
    this.division = '';
    /** The page's words with those about suppliers, once they are wanted. @type {import('../kit/i18n.js').Words | null} */
    this.spoken = null;
    /** @type {{amount: number, purpose: string, division: string, iban: string, name: string} | null} that somebody is about to sign */
    this.wish = null;
    /** Whose bank account it is, once that was typed. */
    this.holder = '';
    /** Key of the words about what was typed; empty if nothing is wrong. */
    this.fault = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#readRules();
  }

  willUpdate() {
    if (this.spoken && this.spoken.language !== this.words.language) {
      this.#speak();
    }
  }

  async #speak() {
    this.spoken = await loadSupplyWords(this.words.language);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#redemption?.leave();
  }

  /** The id of the order that this screen tells about; empty before it is signed. */
  get order() {
    return this.#redemption?.order ?? '';
  }

  async #readRules() {
    try {
      const [{ settings }, { role }, { earliestDate }] = await Promise.all([
        this.client.policies(),
        this.client.facts(),
        this.client.redemptions(),
      ]);
      this.earliest = earliestDate;
      this.basisPoints = settings.redemptionFeeBasisPoints ?? 0;
      this.rules = mayRedeem(role, settings);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.fault = 'device.no-answer';
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('redeem.title')}</h1>
      ${this.#redemption ? this.#outcome(this.#redemption) : this.wish ? this.#confirm(this.wish) : this.#form()}
    `;
  }

  #form() {
    const t = this.words.t.bind(this.words);
    return html`
      <p>${t('redeem.free', { amount: this.#printed(this.available) })}</p>
      <button type="button" @click=${() => this.dispatchEvent(new Event('places'))}>${t('redeem.rather')}</button>
      ${this.rules
        ? html`${this.rules.why ? html`<p>${t(this.rules.why)}</p>` : nothing}
          ${this.rules.purposes.length > 0 ? this.#fields(this.rules.purposes) : nothing}`
        : html`<p role="status">${t(this.fault || 'wallet.reading')}</p>`}
      <om-own-redemptions
        .client=${this.client}
        .currency=${this.currency}
        .words=${this.words}
      ></om-own-redemptions>
    `;
  }

  #fields(/** @type {string[]} */ purposes) {
    const t = this.words.t.bind(this.words);
    return html`
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#ask(event)}>
        <label>
          ${t('redeem.amount', { symbol: this.currency.symbol })}
          <input name="amount" inputmode="decimal" autocomplete="off" required aria-describedby="fault" />
        </label>
        <label>
          ${t('redeem.purpose')}
          <select name="purpose" required @change=${({ target }) => this.#aim(target.value)}>
            <option value="">${t('redeem.choose')}</option>
            ${purposes.map((purpose) => html`<option value=${purpose} ?selected=${purpose === this.purpose}>${t(`purpose.${purpose}`)}</option>`)}
          </select>
        </label>
        ${this.spoken ? this.#supplier(this.spoken) : nothing}
        <label>
          ${t('redeem.iban')}
          <input name="iban" autocomplete="off" autocapitalize="characters" required aria-describedby="fault" />
        </label>
        <label>
          ${t('redeem.name')}
          <input name="holder" autocomplete="name" required maxlength="70" .value=${this.holder || this.#ownName()} />
        </label>
        <p class="muted">${t('redeem.iban-stays')}</p>
        <p id="fault" role="alert">${this.fault ? t(this.fault) : nothing}</p>
        <button class="strong" ?disabled=${this.basisPoints === null}>${t('redeem.what-arrives')}</button>
      </form>
    `;
  }

  /** What it is for; for a supplier, the words that say what kind of one. */
  async #aim(/** @type {string} */ purpose) {
    if (purpose !== this.purpose) {
      this.purpose = purpose;
      this.division = divisionFor(purpose);
    }
    if (purpose === 'supplier' || this.division) {
      await this.#speak();
    }
  }

  /** Whoever is missing can be sought; and who is not missing can be paid. */
  #supplier(/** @type {import('../kit/i18n.js').Words} */ spoken) {
    const t = spoken.t.bind(spoken);
    return html`
      ${this.purpose === 'supplier'
        ? html`<label>
            ${t('supply.kind')}
            <select name="division" @change=${({ target }) => (this.division = target.value)}>
              <option value="">${t('supply.kind-unknown')}</option>
              ${divisions(spoken).map(({ value, text }) => html`<option value=${value} ?selected=${value === this.division}>${text}</option>`)}
            </select>
            <span class="muted">${t('supply.kind-why')}</span>
          </label>`
        : nothing}
      <div role="status">
        ${this.division
          ? html`<om-rather-here
              .members=${this.members}
              .own=${this.client.account}
              .division=${this.division}
              .words=${spoken}
              @chosen=${({ detail }) => this.dispatchEvent(new CustomEvent('chosen', { detail }))}
            ></om-rather-here>`
          : nothing}
      </div>
    `;
  }

  #ask(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const amount = readAmount(String(form.get('amount')), this.currency);
    const iban = readIban(String(form.get('iban')));
    const name = String(form.get('holder')).trim().replaceAll(/\s+/g, ' ');
    if (amount === null) {
      this.fault = 'amount.wrong';
    } else if (iban === null) {
      this.fault = 'redeem.iban-wrong';
    } else if (!name) {
      this.fault = 'redeem.name-missing';
    } else {
      this.fault = '';
      this.holder = name;
      this.wish = { amount, iban, name, purpose: this.purpose, division: this.division };
    }
  }

  /** A shop's bank account is in its own name, mostly. */
  #ownName() {
    return this.members?.of(this.client.account)?.legalName ?? '';
  }

  #confirm(/** @type {NonNullable<RedeemScreen['wish']>} */ wish) {
    const t = this.words.t.bind(this.words);
    const fee = feeOf(wish.amount, this.basisPoints ?? 0);
    return html`
      <dl>
        ${this.#fact('redeem.leaves', this.#printed(wish.amount))} ${this.#fact('redeem.fee', this.#printed(fee))}
        ${this.#fact('redeem.arrives', this.#printed(wish.amount - fee))}
        ${this.#fact('redeem.purpose', t(`purpose.${wish.purpose}`))}
        ${wish.purpose === 'supplier' && wish.division
          ? this.#fact('supply.kind', divisionName(wish.division, this.spoken), this.spoken)
          : nothing}
        ${this.#fact('redeem.iban', wish.iban)} ${this.#fact('redeem.name', wish.name)}
      </dl>
      <p>${t('redeem.when')} ${t('redeem.earliest', { date: this.#day(this.earliest) })}</p>
      <button type="button" class="strong" @click=${() => this.#request(wish)}>
        ${t('redeem.redeem', { amount: this.#printed(wish.amount) })}
      </button>
      <button type="button" @click=${() => (this.wish = null)}>${t('redeem.change')}</button>
    `;
  }

  #fact(/** @type {string} */ name, /** @type {string} */ value, words = this.words) {
    return html`<div>
      <dt class="muted">${words.t(name)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #request(/** @type {NonNullable<RedeemScreen['wish']>} */ wish) {
    this.#redemption = new Redemption(this.client, this.outbox);
    this.#redemption.addEventListener('change', () => this.requestUpdate());
    this.#redemption.request(wish);
  }

  #outcome(/** @type {Redemption} */ { state, why }) {
    const { words } = this;
    switch (state) {
      case 'refused':
        return html`<p role="alert">${words.known(`redeem-reason.${why}`, 'payer-reason.unknown', why)}</p>`;
      case 'untold':
        return html`<p role="alert">${words.t('redeem.untold')}</p>
          <button type="button" class="strong" @click=${() => this.#request(this.wish)}>${words.t('redeem.again')}</button>`;
      case 'unproven':
        return html`<p role="alert">${words.t('redeem.unproven')} ${words.t(why)}</p>`;
      default:
        return html`<p role="status">${words.t(`redeem.${state}`)}</p>`;
    }
  }

  #day(/** @type {string} */ date) {
    return new Intl.DateTimeFormat(this.words.locale, { dateStyle: 'full' }).format(new Date(`${date}T12:00`));
  }

  #printed(/** @type {number} */ amount) {
    return formatAmount(amount, this.currency, this.words.locale);
  }
}

customElements.define('om-redeem-screen', RedeemScreen);
