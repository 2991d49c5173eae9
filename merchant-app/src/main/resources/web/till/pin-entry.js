import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import './key-pad.js';
import { isPin, tryPin } from './pins.js';
import { screenStyles } from './screen-styles.js';
import { isLockedOut, isManager, nameOfPerson, triesLeft } from './staff.js';

const LONGEST = 6;

/**
 * Somebody's PIN: on the keys of the screen, on a keyboard, or from a scanner that types a badge.
 *
 * @fires right - it was theirs
 * @fires left - somebody goes back
 */
export class PinEntry extends LitElement {
  static properties = {
    staff: { attribute: false },
    person: { attribute: false },
    purpose: {},
    words: { attribute: false },
    digits: { state: true },
    fault: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    screenStyles,
    formStyles,
    css`
      :host {
        inline-size: 100%;
        margin-inline: auto;
        max-inline-size: 26rem;
      }

      h1:focus {
        box-shadow: none;
        outline: none; /* it only says where reading goes on */
      }

      #pin {
        font-size: var(--omloop-font-size-4);
        letter-spacing: 0.3em;
        min-block-size: 64px;
        text-align: center;
      }

      om-key-pad {
        margin-block: var(--omloop-space-3);
      }

      .fault {
        min-block-size: 1.5em;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./staff.js').Staff | undefined} */
    this.staff = undefined;
    /** Whose PIN is asked. @type {import('./staff.js').Person | undefined} */
    this.person = undefined;
    /** What it is asked for, in words; empty if that is plain. */
    this.purpose = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.digits = '';
    /** Key of the words about what is wrong. */
    this.fault = '';
    this.isBusy = false;
  }

  firstUpdated() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('h1')).focus();
  }

  render() {
    const t = this.words.t.bind(this.words);
    const name = nameOfPerson(this.person, this.words);
    return html`
      <div class="bar">
        <h1 tabindex="-1">${t('staff.pin-of', { name })}</h1>
        <button type="button" @click=${() => this.dispatchEvent(new Event('left'))}>${t('wallet.back')}</button>
      </div>
      ${this.purpose ? html`<p>${this.purpose}</p>` : nothing}
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#submit(event)}>
        <label for="pin">${t('staff.pin')}</label>
        <input
          id="pin"
          type="password"
          inputmode="none"
          autocomplete="one-time-code"
          maxlength=${LONGEST}
          aria-describedby="fault"
          .value=${this.digits}
          @input=${({ target }) => this.#type(target.value)}
        />
      </form>
      <p class="fault" id="fault" role="alert">${this.#fault()}</p>
      <om-key-pad .words=${this.words} .isForPin=${true} @press=${({ detail }) => this.#press(detail)}></om-key-pad>
    `;
  }

  #press(/** @type {string} */ key) {
    if (key === 'show') {
      this.#look();
    } else if (key === 'clear') {
      this.#type('');
    } else if (key === 'erase') {
      this.#type(this.digits.slice(0, -1));
    } else if (this.digits.length < LONGEST) {
      this.#type(this.digits + key);
    }
  }

  #type(/** @type {string} */ digits) {
    this.digits = digits;
    this.fault = '';
  }

  #submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    this.#look();
  }

  async #look() {
    if (this.isBusy || this.digits === '') {
      return;
    }
    if (!isPin(this.digits)) {
      this.fault = 'staff.pin-form'; // no try: nobody has such a one
      return;
    }
    this.isBusy = true;
    try {
      const { digits } = this;
      this.digits = ''; // what is typed meanwhile is another try
      if (await tryPin(this.staff, this.person.key, digits)) {
        this.dispatchEvent(new Event('right'));
      } else {
        this.fault = this.#wrong();
      }
    } finally {
      this.isBusy = false;
    }
  }

  get #now() {
    return this.staff.people.find(({ key }) => key === this.person.key) ?? this.person;
  }

  #wrong() {
    if (isLockedOut(this.#now)) {
      return isManager(this.#now) ? 'staff.wait' : 'staff.ask-manager';
    }
    return 'staff.wrong';
  }

  #fault() {
    return this.fault ? this.words.t(this.fault, { left: triesLeft(this.#now) }) : nothing;
  }
}

customElements.define('om-pin-entry', PinEntry);
