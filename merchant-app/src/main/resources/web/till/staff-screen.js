import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import './colleague-form.js';
import { Parting, settleGrants, takeOn } from './colleagues.js';
import './person-list.js';
import './pin-entry.js';
import { makePin } from './pins.js';
import { screenStyles } from './screen-styles.js';
import { isManager } from './staff.js';

/** @typedef {'list' | 'pin' | 'unlock' | 'own' | 'add'} Step */

/**
 * Who works at this till: changing places, and for a manager who there are. While the till is locked, only the question
 * who is there.
 *
 * @fires served - somebody serves
 * @fires closed - back to the sale
 */
export class StaffScreen extends LitElement {
  static properties = {
    staff: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    step: { state: true },
    subject: { state: true },
    said: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      .bar:has(h1) {
        order: -1; /* what became of something is told first, and stands below the heading */
      }

      h1:focus {
        box-shadow: none;
        outline: none; /* it only says where reading goes on */
      }

      .bar:not(:has(h1)) {
        justify-content: start;
      }
    `,
  ];

  /** @type {Parting | null} */
  #parting = null;

  #hear = () => {
    if (!this.#canGoOn) {
      this.#open('list');
    }
    this.requestUpdate();
  };

  constructor() {
    super();
    /** @type {import('./staff.js').Staff | undefined} */
    this.staff = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {Step} */
    this.step = 'list';
    /** Key of the person whom the step is about. */
    this.subject = '';
    /** What became of the last thing that was asked. @type {{key: string, name: string}} */
    this.said = { key: '', name: '' };
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.staff.addEventListener('change', this.#hear);
    this.#refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.staff.removeEventListener('change', this.#hear);
  }

  async #refresh() {
    await this.staff.read();
    await this.staff.refresh();
    if (!this.staff.isLocked) {
      await settleGrants(this.staff);
    }
  }

  firstUpdated() {
    this.#focusHeading();
  }

  #focusHeading() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h1'))?.focus();
  }

  get #manager() {
    const { serving } = this.staff;
    return serving && isManager(serving) ? serving : null;
  }

  /** A lock, or another tab, may have taken away whom it is about. */
  get #canGoOn() {
    const needs = { list: true, pin: this.#person, unlock: this.#person && this.#manager, own: this.#manager, add: this.#manager };
    return Boolean(needs[this.step]);
  }

  get #person() {
    return this.staff.people.find(({ key }) => key === this.subject);
  }

  render() {
    return html`<p role="status">${this.said.key ? this.words.t(this.said.key, { name: this.said.name }) : nothing}</p>
      ${this.#content()}`;
  }

  #content() {
    switch (this.step) {
      case 'pin':
        return this.#pinOf(this.#person, '', () => this.#serve(this.#person));
      case 'unlock':
        return this.#pinOf(this.#manager, this.words.t('staff.unlock-why'), () => this.#unlock(this.#person));
      case 'own':
        return html`<om-colleague-form
          .isOwn=${true}
          .name=${this.#manager.name}
          .currency=${this.currency}
          .words=${this.words}
          @filled=${({ detail }) => this.#keepOwn(detail)}
          @left=${() => this.#open('list')}
        ></om-colleague-form>`;
      case 'add':
        return html`<om-colleague-form
          .most=${this.#manager.perOrder}
          .isBusy=${this.isBusy}
          .currency=${this.currency}
          .words=${this.words}
          @filled=${({ detail }) => this.#takeOn(detail)}
          @left=${() => this.#open('list')}
        ></om-colleague-form>`;
      default:
        return this.#list();
    }
  }

  #pinOf(/** @type {import('./staff.js').Person} */ person, /** @type {string} */ purpose, /** @type {() => void} */ go) {
    return html`<om-pin-entry
      .staff=${this.staff}
      .person=${person}
      .purpose=${purpose}
      .words=${this.words}
      @right=${go}
      @left=${() => this.#open('list')}
    ></om-pin-entry>`;
  }

  #list() {
    const t = this.words.t.bind(this.words);
    const { staff } = this;
    return html`
      <div class="bar">
        <h1 tabindex="-1">${t(staff.isLocked ? 'staff.who' : 'staff.title')}</h1>
        ${staff.isLocked
          ? nothing
          : html`<button type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${t('day.back')}</button>`}
      </div>
      <om-person-list
        .people=${staff.people}
        .serving=${staff.serving?.key ?? ''}
        .managed=${this.#manager ? staff.people.filter((each) => each !== staff.people[0] && each !== staff.serving) : []}
        .isBusy=${this.isBusy}
        .currency=${this.currency}
        .words=${this.words}
        @picked=${({ detail }) => this.#pick(detail)}
        @unlock-asked=${({ detail }) => (this.#manager.pin ? this.#open('unlock', detail) : this.#unlock(detail))}
        @remove-asked=${({ detail }) => this.#remove(detail)}
      ></om-person-list>
      ${staff.isLocked ? nothing : this.#offers()}
    `;
  }

  #offers() {
    const t = this.words.t.bind(this.words);
    const manager = this.#manager;
    if (!manager) {
      return html`<p>${t('staff.manager-only')}</p>`;
    }
    if (!manager.pin) {
      return html`<p>${t('staff.own-first')}</p>
        <div class="bar">
          <button type="button" class="strong" @click=${() => this.#open('own')}>${t('staff.own')}</button>
        </div>`;
    }
    return html`<div class="bar">
      <button type="button" class="strong" @click=${() => this.#open('add')}>${t('staff.add')}</button>
      <button type="button" @click=${() => this.#open('own')}>${t('staff.own')}</button>
    </div>`;
  }

  /** @param {Step} step @param {import('./staff.js').Person} [person] */
  async #open(step, person) {
    this.#say('');
    this.subject = person?.key ?? '';
    await this.#turnTo(step);
  }

  async #turnTo(/** @type {Step} */ step) {
    this.step = step;
    await this.updateComplete;
    this.#focusHeading();
  }

  #say(/** @type {string} */ key, name = '') {
    this.said = { key, name };
  }

  #pick(/** @type {import('./staff.js').Person} */ person) {
    if (person.key === this.staff.serving?.key) {
      this.dispatchEvent(new Event('closed'));
    } else if (person.pin) {
      this.#open('pin', person);
    } else {
      this.#serve(person);
    }
  }

  async #serve(/** @type {import('./staff.js').Person} */ person) {
    await this.staff.serve(person);
    this.dispatchEvent(new Event('served'));
  }

  async #unlock(/** @type {import('./staff.js').Person} */ person) {
    await this.staff.keep({ ...person, wrong: 0 });
    this.#say('staff.unlocked', person.name);
    await this.#turnTo('list');
  }

  async #keepOwn(/** @type {{name: string, digits: string}} */ { name, digits }) {
    await this.staff.keep({ ...this.#manager, name, pin: await makePin(digits), wrong: 0 });
    this.#say('staff.own-kept');
    await this.#turnTo('list');
  }

  async #takeOn(/** @type {any} */ colleague) {
    await this.#busy(async () => {
      const fault = await takeOn(this.staff, colleague);
      this.#say(fault || 'staff.added', colleague.name);
      await this.#turnTo('list');
    });
  }

  async #remove(/** @type {import('./staff.js').Person} */ person) {
    if (this.subject !== person.key) {
      this.#parting = new Parting(this.staff, person);
      this.subject = person.key;
    }
    await this.#busy(async () => {
      const fault = await this.#parting.end();
      this.#say(fault || 'staff.removed', person.name);
      this.#focusHeading(); // the button that had it may be gone
    });
  }

  /** One thing at a time: a second tap does nothing. */
  async #busy(/** @type {() => Promise<void>} */ work) {
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    try {
      await work();
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('om-staff-screen', StaffScreen);
