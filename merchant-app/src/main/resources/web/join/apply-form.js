import { LitElement, css, html, nothing } from 'lit';
import { loadWords } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem, fetchJson } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { divisions } from '../kit/supply-words.js';
import './application-state.js';
import { appliedCode, forgetCode, keepCode, linkOf } from './applied.js';

const CLASSIFICATION = 'SBI2008';

/** What each kind is asked, and whether it must be there. @type {Record<string, [string, string, boolean][]>} */
const FIELDS = {
  resident: [
    ['name', 'name', true],
    ['email', 'email', true],
    ['phone', 'tel', false],
    ['street', 'street-address', false],
    ['postcode', 'postal-code', false],
    ['city', 'address-level2', false],
  ],
  organisation: [
    ['name', 'organization', true],
    ['legalName', 'off', true],
    ['kvk', 'off', true],
    ['street', 'street-address', true],
    ['postcode', 'postal-code', false],
    ['city', 'address-level2', false],
    ['email', 'email', true],
    ['phone', 'tel', false],
  ],
};

const LONGEST = { name: 70, legalName: 70, kvk: 8, street: 70, postcode: 10, city: 40, email: 254, phone: 20 };

/** The words about applying, and what divisions are called. @param {string} language */
const applyTexts = async (language) => {
  const [own, divided] = await Promise.all([
    import(`../kit/i18n/apply-${language}.js`),
    import(`../kit/i18n/divisions-${language}.js`),
  ]);
  return { texts: { ...own.texts, ...divided.texts } };
};

/** Asking to join: a person, or a shop or organisation. What was typed stays until it has arrived. */
export class ApplyForm extends LitElement {
  static properties = {
    language: {},
    words: { state: true },
    kind: { state: true },
    areas: { state: true },
    fault: { state: true },
    isSent: { state: true },
    code: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host,
      form {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h1 {
        font-size: var(--omloop-font-size-4);
        margin: 0;
      }

      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }

      label {
        display: grid;
        gap: var(--omloop-space-1);
      }

      fieldset label {
        align-items: center;
        display: flex;
        gap: var(--omloop-space-2);
        min-block-size: var(--omloop-target-size);
      }

      p {
        margin: 0;
        overflow-wrap: anywhere;
      }

      input:not([type='radio']),
      select,
      textarea {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        box-sizing: border-box;
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-3);
      }

      input[type='radio'] {
        block-size: 24px;
        inline-size: 24px;
      }

      button {
        background: var(--omloop-color-action);
        border: 1px solid var(--omloop-color-action);
        border-radius: var(--omloop-radius);
        color: var(--omloop-color-on-action);
        cursor: pointer;
        font: inherit;
        font-size: var(--omloop-font-size-2);
        font-weight: var(--omloop-font-weight-strong);
        min-block-size: 64px;
        padding-inline: var(--omloop-space-4);
      }
    `,
  ];

  constructor() {
    super();
    this.language = '';
    /** @type {import('../kit/i18n.js').Words | null} */
    this.words = null;
    /** @type {'resident' | 'organisation'} */
    this.kind = 'resident';
    /** @type {{code: string, name: string}[]} */
    this.areas = [];
    /** Of their codes. */
    this.year = 0;
    /** What is wrong, in words. */
    this.fault = '';
    this.isSent = false;
    /** By which what was sent before is read; empty where nothing was. */
    this.code = '';
    this.isBusy = false;
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('language') && this.language) {
      this.#begin();
    }
  }

  async #begin() {
    this.words = await loadWords(this.language, applyTexts);
    this.code ||= await appliedCode(location);
    try {
      const { year, areas } = await fetchJson('/v1/areas');
      this.year = year;
      this.areas = areas;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.areas = []; // the office can ask
    }
  }

  render() {
    if (!this.words) {
      return nothing;
    }
    const t = this.words.t.bind(this.words);
    if (this.isSent) {
      return html`<div role="status"><h1>${t('apply.sent')}</h1></div>
        <p>${t('apply.come-back')} <a href=${linkOf(this.code, location)}>${linkOf(this.code, location)}</a></p>`;
    }
    if (this.code) {
      return html`<om-application-state .words=${this.words} .code=${this.code} @again=${() => this.#anew()}></om-application-state>`;
    }
    return html`<h1>${t('apply.title')}</h1>
      <p>${t('apply.intro')}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event)}>
        <fieldset>
          <legend>${t('apply.who')}</legend>
          ${this.#choice('resident')} ${this.#choice('organisation')}
        </fieldset>
        ${FIELDS[this.kind].map(([name, autocomplete, isRequired]) => this.#field(name, autocomplete, isRequired))}
        ${this.kind === 'organisation' ? this.#sector() : nothing} ${this.areas.length > 0 ? this.#area() : nothing}
        <label>
          ${t('apply.memo')}
          <textarea name="memo" rows="3" maxlength="1000"></textarea>
        </label>
        <p>${t('apply.kept')}</p>
        <p role="alert">${this.fault}</p>
        <button ?disabled=${this.isBusy}>${t('apply.send')}</button>
      </form>`;
  }

  async #anew() {
    await forgetCode();
    history.replaceState(null, '', location.pathname); // else the old code is read from there again
    this.code = '';
  }

  #choice(/** @type {'resident' | 'organisation'} */ kind) {
    return html`<label>
      <input type="radio" name="kind" value=${kind} ?checked=${this.kind === kind} @change=${() => (this.kind = kind)} />
      ${this.words.t(`apply.${kind}`)}
    </label>`;
  }

  #field(/** @type {string} */ name, /** @type {string} */ autocomplete, /** @type {boolean} */ isRequired) {
    const key = name === 'name' && this.kind === 'organisation' ? 'name-door' : name;
    return html`<label>
      ${this.words.t(`apply.${key}`)}
      <input
        name=${name}
        type=${name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
        inputmode=${name === 'kvk' ? 'numeric' : nothing}
        autocomplete=${autocomplete}
        maxlength=${LONGEST[/** @type {keyof LONGEST} */ (name)]}
        ?required=${isRequired}
      />
    </label>`;
  }

  #sector() {
    const t = this.words.t.bind(this.words);
    return html`<label>
      ${t('apply.sector')}
      <select name="sector" required>
        <option value="">${t('apply.choose')}</option>
        ${divisions(this.words).map(({ value, text }) => html`<option value=${`${CLASSIFICATION}:${value}`}>${text}</option>`)}
      </select>
    </label>`;
  }

  #area() {
    const t = this.words.t.bind(this.words);
    return html`<label>
      ${t('apply.area')}
      <select name="area">
        <option value="">${t('apply.choose')}</option>
        ${this.areas.map(({ code, name }) => html`<option value=${`${this.year}:${code}`}>${name}</option>`)}
      </select>
    </label>`;
  }

  async #send(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const told = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim().replaceAll(/\s+/g, ' ')]));
    this.isBusy = true;
    this.fault = '';
    try {
      const { code } = await fetchJson('/v1/applications', {
        method: 'POST',
        body: JSON.stringify(told),
        headers: { 'Content-Type': 'application/json', 'Accept-Language': this.words.language },
      });
      await keepCode(code);
      this.code = code;
      this.isSent = true;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.fault = this.#why(cause);
    }
    this.isBusy = false;
  }

  #why(/** @type {any} */ cause) {
    const t = this.words.t.bind(this.words);
    if (cause instanceof NoAnswer) {
      return t('apply.no-answer');
    }
    if (cause.status === 429) {
      return t('apply.too-often');
    }
    const wrong = (cause.body.errors ?? []).map((/** @type {{pointer: string}} */ { pointer }) =>
      this.words.known(`apply.${pointer.slice(1)}`, 'apply.memo', pointer),
    );
    return t('apply.wrong', { what: wrong.join(', ') });
  }
}

customElements.define('om-apply-form', ApplyForm);
