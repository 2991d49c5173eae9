import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';

const HOLDER = /^[a-z0-9-]{1,40}$/;

/** Whose the server's own key is. */
const SERVER = 'server';

/** What a key of the operator's own account can do. */
const OFFICE = ['operate', 'approve', 'audit'];

/** What a key of a programme or the fund can do. */
const PROGRAMME = ['pay'];

/**
 * Whose a new key of the office, of a programme or of the fund is, and what it may do.
 *
 * @fires agreed - with {holder, rights} as detail
 */
export class KeyTerms extends LitElement {
  static properties = {
    words: { attribute: false },
    account: {},
    holders: { attribute: false },
    isOffice: { type: Boolean },
    isBusy: { type: Boolean },
    wrong: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      fieldset {
        border: 0;
        display: grid;
        gap: var(--omloop-space-2);
        margin: 0;
        padding: 0;
      }

      .choice {
        align-items: center;
        display: flex;
        gap: var(--omloop-space-2);
      }

      [type='checkbox'] {
        inline-size: 24px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Whose key it will be: an account's name. */
    this.account = '';
    /** Whose keys there are already. @type {string[]} */
    this.holders = [];
    this.isOffice = false;
    this.isBusy = false;
    /** Key of the words that say what is not right. */
    this.wrong = '';
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<form novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#agree(event)}>
      <label>
        ${t('desk.holder')}
        <input
          name="holder"
          list="holders"
          autocomplete="off"
          autocapitalize="none"
          aria-describedby="holder-how wrong"
          aria-invalid=${this.wrong === 'desk.holder-form' ? 'true' : 'false'}
        />
      </label>
      <datalist id="holders">${this.holders.map((each) => html`<option value=${each}></option>`)}</datalist>
      <p id="holder-how" class="muted">${t('desk.holder-how')}</p>
      ${this.isOffice ? this.#rights() : nothing}
      <p id="wrong" role="alert">${this.wrong ? t(this.wrong) : nothing}</p>
      <button class="strong" ?disabled=${this.isBusy}>${t('desk.enrol')}</button>
    </form>`;
  }

  #rights() {
    const t = this.words.t.bind(this.words);
    return html`<fieldset>
      <legend>${t('desk.rights')}</legend>
      ${OFFICE.map(
        (right) => html`<label class="choice"><input type="checkbox" name="right" value=${right} /> ${t(`right.${right}`)}</label>`,
      )}
    </fieldset>`;
  }

  #agree(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const holder = String(form.get('holder')).trim();
    const rights = this.isOffice ? form.getAll('right').map(String) : PROGRAMME;
    const isNobody = !HOLDER.test(holder) || holder === this.account || holder === SERVER;
    this.wrong = isNobody ? 'desk.holder-form' : rights.length === 0 ? 'desk.rights-none' : '';
    if (!this.wrong) {
      this.dispatchEvent(new CustomEvent('agreed', { detail: { holder, rights } }));
    }
  }
}

customElements.define('om-key-terms', KeyTerms);
