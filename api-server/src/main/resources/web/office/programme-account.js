import { LitElement, html, nothing } from 'lit';
import { openGrantingOrder } from '../kit/orders.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { outcomeOf } from './outcome.js';
import { ruleFormLook } from './rule-form-look.js';

const ACCOUNT = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/**
 * Opens an account that hands money out: a programme's, or the fund.
 *
 * @fires opened - there is one more
 */
export class ProgrammeAccount extends LitElement {
  static properties = {
    client: { attribute: false },
    words: { attribute: false },
    isWrong: { state: true },
    isBusy: { state: true },
    outcome: { state: true },
  };

  static styles = [sharedStyles, formStyles, ruleFormLook];

  /** Signed, and not answered yet. */
  #signed = '';

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Whether the name has a form that no account has. */
    this.isWrong = false;
    this.isBusy = false;
    this.outcome = '';
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<details>
        <summary>${t('granting.title')}</summary>
        <form
          novalidate
          @submit=${(/** @type {SubmitEvent} */ event) => this.#open(event)}
          @input=${() => (this.#signed = '')}
        >
          <p>${t('granting.how')}</p>
          <label>
            ${t('granting.account')}
            <input
              name="account"
              autocomplete="off"
              autocapitalize="none"
              maxlength="40"
              aria-describedby="wrong"
              aria-invalid=${this.isWrong ? 'true' : 'false'}
            />
          </label>
          <p id="wrong" role="alert">${this.isWrong ? t('granting.wrong') : nothing}</p>
          <label>
            ${t('granting.kind')}
            <select name="kind">
              <option value="treasury">${t('programmes.treasury')}</option>
              <option value="fund">${t('programmes.fund')}</option>
            </select>
          </label>
          <button class="strong" ?disabled=${this.isBusy}>${t('granting.open')}</button>
        </form>
      </details>
      <p role="alert">${this.outcome}</p>`;
  }

  async #open(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const account = String(form.get('account')).trim();
    this.isWrong = !ACCOUNT.test(account);
    this.outcome = '';
    if (this.isWrong || this.isBusy) {
      return;
    }
    this.isBusy = true;
    let isDone = false;
    const { said, isKnown } = await outcomeOf(this.words, async () => {
      this.#signed ||= await this.client.signOrder(
        openGrantingOrder(this.client.origin, { account, accountType: String(form.get('kind')) }),
      );
      await this.client.sendOrder(this.#signed);
      isDone = true;
      return this.words.t('granting.opened', { account });
    });
    this.#signed = isKnown ? '' : this.#signed;
    this.outcome = said;
    this.isBusy = false;
    if (isDone) {
      this.dispatchEvent(new Event('opened'));
    }
  }
}

customElements.define('om-programme-account', ProgrammeAccount);
