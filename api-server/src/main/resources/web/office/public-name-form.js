import { LitElement, html } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { outcomeOf } from './outcome.js';
import { nameInPublic } from './public-name.js';

/** What everybody reads, and how long each may be. @type {[string, number][]} */
const FIELDS = [
  ['name', 40],
  ['legalName', 70],
  ['street', 70],
  ['neighbourhood', 40],
];

/** What a shop or organisation is called in public, stated anew with the operator's key. */
export class PublicNameForm extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    account: {},
    dossier: { attribute: false },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [sharedStyles, formStyles];

  /** Signed, and not answered yet. @type {{what: string, signed: string} | null} */
  #begun = null;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.account = '';
    /** Stands in where nothing was stated. @type {Record<string, string>} */
    this.dossier = {};
    this.outcome = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    /** @type {any} */
    const stated = this.members?.of(this.account);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#state(event)}>
      <h4>${t('members.public')}</h4>
      <p class="muted">${t(stated ? 'members.public-how' : 'members.public-none')}</p>
      ${FIELDS.map(
        ([name, longest]) =>
          html`<label>
            ${t(`members.public-${name}`)}
            <input name=${name} required maxlength=${longest} autocomplete="off" .value=${(stated ?? this.dossier)[name] ?? ''} />
          </label>`,
      )}
      <button ?disabled=${this.isBusy}>${t('members.public-state')}</button>
      <p id="said" role="status" tabindex="-1">${this.outcome}</p>
    </form>`;
  }

  async #state(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const typed = Object.fromEntries(FIELDS.map(([name]) => [name, String(form.get(name)).trim()]));
    const what = JSON.stringify(typed);
    this.isBusy = true;
    this.outcome = '';
    const { said, isKnown } = await outcomeOf(this.words, async () => {
      if (this.#begun?.what !== what) {
        this.#begun = { what, signed: await nameInPublic(this.client, this.account, typed, '') };
      }
      await this.client.sendStatement(this.#begun.signed);
      return this.words.t('members.public-now');
    });
    if (isKnown) {
      this.#begun = null; // else the same bytes go again
    }
    this.outcome = said;
    this.isBusy = false;
  }
}

customElements.define('om-public-name-form', PublicNameForm);
