import { LitElement, css, html } from 'lit';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { choices } from './bank-decisions.js';
import { formStyles } from './form-styles.js';

/**
 * Says what a line of the bank is that is for no member and of no payout.
 *
 * @fires decided - with the choice and the reason
 */
export class BankSettling extends LitElement {
  static properties = {
    line: { attribute: false },
    others: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    isBusy: { attribute: false },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      select {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        min-inline-size: 0;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./bank-issues.js').BankLine | undefined} */
    this.line = undefined;
    /** All lines that are open. @type {import('./bank-issues.js').BankLine[]} */
    this.others = [];
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    const possible = choices(this.line, this.others);
    return html`<details ?open=${possible.length > 1}>
      <summary>${t('bank.settle')}</summary>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#decided(event, possible)}>
        <label>
          ${t('bank.settle-what')}
          <select name="choice">
            ${possible.map((choice, at) => html`<option value=${at}>${this.#said(choice)}</option>`)}
          </select>
        </label>
        <label>
          ${t('bank.why')}
          <input name="reason" autocomplete="off" required maxlength="140" />
        </label>
        <p class="muted">${t('bank.why-how')}</p>
        <div class="actions"><button ?disabled=${this.isBusy}>${t('bank.propose')}</button></div>
      </form>
    </details>`;
  }

  #said(/** @type {import('./bank-decisions.js').Choice} */ { kind, lines: [, other] }) {
    const t = this.words.t.bind(this.words);
    return other
      ? t(`bank.kind-${kind}-with`, {
          amount: formatAmount(other.amount, this.currency, this.words.locale),
          day: this.words.day(other.bookedDate),
          name: other.otherName || other.text || other.bankReference,
        })
      : t(`bank.kind-${kind}`);
  }

  #decided(/** @type {SubmitEvent} */ event, /** @type {import('./bank-decisions.js').Choice[]} */ possible) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const detail = { ...possible[Number(form.get('choice'))], reason: String(form.get('reason')).trim() };
    this.dispatchEvent(new CustomEvent('decided', { detail }));
  }
}

customElements.define('om-bank-settling', BankSettling);
