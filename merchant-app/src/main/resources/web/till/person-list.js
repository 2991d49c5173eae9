import { LitElement, css, html, nothing } from 'lit';
import { formatAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { screenStyles } from './screen-styles.js';
import { isLockedOut, isManager, nameOfPerson } from './staff.js';

/**
 * Who works at this till and what their keys may do.
 *
 * @fires picked - with the person as detail: they are there
 * @fires unlock-asked - with the person as detail
 * @fires remove-asked - with the person as detail; it was asked twice
 */
export class PersonList extends LitElement {
  static properties = {
    people: { attribute: false },
    serving: { attribute: false },
    managed: { attribute: false },
    isBusy: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    leaving: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      ul {
        display: grid;
        gap: var(--omloop-space-3);
        list-style: none;
        margin: 0;
        padding: 0;
      }

      .person {
        display: grid;
        gap: 0 var(--omloop-space-3);
        grid-template-columns: 1fr auto;
        inline-size: 100%;
        min-block-size: 64px;
        overflow-wrap: anywhere;
        padding-block: var(--omloop-space-2);
        text-align: start;
      }

      .person small {
        color: var(--omloop-color-text-muted);
        font-size: 0.875rem;
        grid-column: 1 / -1;
      }

      .person[aria-current] {
        border: 2px solid var(--omloop-color-action);
      }

      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2);
        margin-block-start: var(--omloop-space-2);
      }

      .grave {
        background: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./staff.js').Person[]} */
    this.people = [];
    /** Key of who serves; empty for nobody. */
    this.serving = '';
    /** Whose keys may be ended here by who serves. @type {import('./staff.js').Person[]} */
    this.managed = [];
    this.isBusy = false;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Key of whom somebody is about to remove. */
    this.leaving = '';
  }

  render() {
    return html`<ul>
      ${this.people.map((each) => this.#person(each))}
    </ul>`;
  }

  #person(/** @type {import('./staff.js').Person} */ person) {
    const isServing = person.key === this.serving;
    return html`<li>
      <button
        type="button"
        class="person"
        aria-current=${isServing ? 'true' : nothing}
        ?disabled=${!isServing && (isLockedOut(person) || person.grant !== undefined)}
        @click=${() => this.#tell('picked', person)}
      >
        <strong>${nameOfPerson(person, this.words)}</strong>
        <span>${this.#state(person)}</span>
        <small>${this.#rights(person)}</small>
      </button>
      ${this.managed.includes(person) ? this.#tools(person) : nothing}
    </li>`;
  }

  #state(/** @type {import('./staff.js').Person} */ person) {
    if (person.grant) {
      return this.words.t('staff.waits');
    }
    if (isLockedOut(person)) {
      return this.words.t('staff.locked');
    }
    return person.key === this.serving ? this.words.t('staff.serves') : nothing;
  }

  #rights(/** @type {import('./staff.js').Person} */ person) {
    const { rights, perOrder } = person;
    if (rights === null) {
      return nothing;
    }
    const t = this.words.t.bind(this.words);
    if (isManager(person)) {
      return t('staff.manages');
    }
    const amount = formatAmount(perOrder ?? 0, this.currency, this.words.locale);
    const refund = perOrder ? t('staff.refunds-to', { amount }) : t('right.refund');
    return [t('right.receive'), rights.includes('refund') ? refund : '', t('staff.own-shift')]
      .filter((each) => each)
      .join(', ');
  }

  #tools(/** @type {import('./staff.js').Person} */ person) {
    const { name } = person;
    const isLeaving = this.leaving === person.key;
    return html`${isLeaving ? html`<p role="alert">${this.words.t('staff.remove-sure', { name })}</p>` : nothing}
      <div class="tools">
        ${isLockedOut(person)
          ? html`<button type="button" @click=${() => this.#tell('unlock-asked', person)}>
              ${this.words.t('staff.unlock', { name })}
            </button>`
          : nothing}
        <button
          type="button"
          class=${isLeaving ? 'grave' : ''}
          ?disabled=${this.isBusy}
          @click=${() => (isLeaving ? this.#tell('remove-asked', person) : (this.leaving = person.key))}
        >
          ${this.words.t(isLeaving ? 'staff.remove-yes' : 'staff.remove', { name })}
        </button>
        ${isLeaving
          ? html`<button type="button" @click=${() => (this.leaving = '')}>${this.words.t('staff.remove-no')}</button>`
          : nothing}
      </div>`;
  }

  #tell(/** @type {string} */ fact, /** @type {import('./staff.js').Person} */ person) {
    this.dispatchEvent(new CustomEvent(fact, { detail: person }));
  }
}

customElements.define('om-person-list', PersonList);
