import { LitElement, css, html } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';

/** Why somebody is not admitted, as the contract has it. */
export const REASONS = ['outside-area', 'incomplete', 'unreachable', 'double', 'rules', 'other'];
const LONGEST = 500;

/**
 * Asks once more before somebody is refused, and for the reason that they will read.
 *
 * @fires refused - with the reason and the words
 * @fires kept - nobody is refused
 */
export class RefusalForm extends LitElement {
  static properties = {
    words: { attribute: false },
    name: {},
    isBusy: { type: Boolean },
    reason: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      select,
      textarea {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        box-sizing: border-box;
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding: var(--omloop-space-2) var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Whose application it is. */
    this.name = '';
    this.isBusy = false;
    this.reason = '';
  }

  firstUpdated() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('select')).focus(); // what was tapped is gone
  }

  render() {
    const t = this.words.t.bind(this.words);
    const whose = html`<span class="visually-hidden">: ${this.name}</span>`;
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#refuse(event)}>
      <p role="alert">${t('members.refuse-sure')}</p>
      <label>
        ${t('members.refuse-reason')}
        <select name="reason" required @change=${(/** @type {any} */ { target }) => (this.reason = target.value)}>
          <option value="">${t('members.refuse-choose')}</option>
          ${REASONS.map((each) => html`<option value=${each}>${t(`members.reason-${each}`)}</option>`)}
        </select>
      </label>
      <label>
        ${t(this.reason === 'other' ? 'members.refuse-words' : 'members.refuse-words-may')}
        <textarea name="words" rows="3" maxlength=${LONGEST} ?required=${this.reason === 'other'}></textarea>
      </label>
      <div class="actions">
        <button class="grave" ?disabled=${this.isBusy}>${t('members.refuse-yes')}${whose}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('kept'))}>${t('members.not-yet')}</button>
      </div>
    </form>`;
  }

  #refuse(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const detail = { reason: String(form.get('reason')), words: String(form.get('words')).trim() };
    this.dispatchEvent(new CustomEvent('refused', { detail }));
  }
}

customElements.define('om-refusal-form', RefusalForm);
