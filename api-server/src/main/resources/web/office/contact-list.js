import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';

/** @typedef {{name: string, part: string, phone: string, email: string}} Contact */

/** What is asked of each, and how it is typed. @type {[keyof Contact, Record<string, any>][]} */
const FIELDS = [
  ['name', { type: 'text', maxlength: 70 }],
  ['part', { type: 'text', maxlength: 40 }],
  ['phone', { type: 'tel', maxlength: 20 }],
  ['email', { type: 'email', maxlength: 254 }],
];
const NOBODY = { name: '', part: '', phone: '', email: '' };
const MOST = 5;

/**
 * Whom to ask for at an organisation. Nothing is kept here: the dossier around it is saved as a whole.
 *
 * @fires contacts-changed - with the list as it stands now
 */
export class ContactList extends LitElement {
  static properties = {
    words: { attribute: false },
    contacts: { attribute: false },
    mayChange: { type: Boolean },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      fieldset {
        border: 1px solid var(--omloop-color-rule);
        border-radius: var(--omloop-radius);
        display: grid;
        gap: var(--omloop-space-3);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        margin: 0;
        min-inline-size: 0;
        padding: var(--omloop-space-3);
      }

      h4 {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {Contact[]} */
    this.contacts = [];
    this.mayChange = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<h4 tabindex="-1">${t('members.contacts')}</h4>
      ${this.contacts.length === 0 ? html`<p class="muted">${t('members.no-contacts')}</p>` : nothing}
      ${this.contacts.map((each, at) => this.#contact(each, at))}
      ${this.mayChange && this.contacts.length < MOST
        ? html`<button type="button" @click=${() => this.#add()}>${t('members.contact-add')}</button>`
        : nothing}`;
  }

  #contact(/** @type {Contact} */ contact, /** @type {number} */ at) {
    const t = this.words.t.bind(this.words);
    return html`<fieldset>
      <legend>${contact.name || t('members.contact-number', { number: at + 1 })}</legend>
      ${FIELDS.map(
        ([name, { type, maxlength }]) =>
          html`<label>
            ${t(`members.contact-${name}`)}
            <input
              type=${type}
              maxlength=${maxlength}
              autocomplete="off"
              ?readonly=${!this.mayChange}
              .value=${contact[name] ?? ''}
              @change=${(/** @type {any} */ { target }) => this.#change(at, { [name]: target.value.trim() })}
            />
          </label>`,
      )}
      ${this.mayChange
        ? html`<button type="button" @click=${() => this.#remove(at)}>
            ${t('members.contact-remove')}<span class="visually-hidden">: ${contact.name}</span>
          </button>`
        : nothing}
    </fieldset>`;
  }

  async #add() {
    this.#tell([...this.contacts, NOBODY]);
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('fieldset:last-of-type input')).focus();
  }

  #change(/** @type {number} */ at, /** @type {Partial<Contact>} */ changed) {
    this.#tell(this.contacts.map((each, place) => (place === at ? { ...each, ...changed } : each)));
  }

  #remove(/** @type {number} */ at) {
    this.#tell(this.contacts.filter((_, place) => place !== at));
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('h4')).focus(); // the button is gone
  }

  #tell(/** @type {Contact[]} */ contacts) {
    this.contacts = contacts;
    this.dispatchEvent(new CustomEvent('contacts-changed', { detail: contacts }));
  }
}

customElements.define('om-contact-list', ContactList);
