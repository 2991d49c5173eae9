import { LitElement, html, nothing } from 'lit';
import { DeviceKey } from '../kit/device-key.js';
import { keepEnrolment, signsForOffice } from '../kit/enrolments.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { forgetNewKey } from '../kit/new-key.js';

/** @typedef {'till' | 'wallet' | 'office'} Face */

/** The page for what a key may do: who pays and is never paid hands a programme's money out. @param {string[]} rights @returns {Face} */
function faceOf(rights) {
  if (!rights.includes('receive')) {
    return 'office';
  }
  return rights.includes('pay') ? 'wallet' : 'till';
}

/** A further device of somebody who takes part already: shows its key, and waits until the first device has taken it. */
export class NewDevice extends LitElement {
  static properties = {
    origin: {},
    words: { attribute: false },
    face: { state: true },
    isWaiting: { state: true },
    why: { state: true },
  };

  constructor() {
    super();
    this.origin = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {Face | ''} once it is enrolled */
    this.face = '';
    /** Whether operators have added it, and it begins later. */
    this.isWaiting = false;
    /** Why this can be no further device, as a key of words; null until that is known. @type {string | null} */
    this.why = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  async #ask() {
    try {
      this.why = (await signsForOffice()) ? 'join-reason.office' : '';
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
      this.why = 'join-reason.no-answer';
    }
  }

  createRenderRoot() {
    return this;
  }

  render() {
    if (this.why !== '') {
      return this.why
        ? html`<div role="alert"><h1>${this.words.t(this.why)}</h1></div>
            <p>${this.words.t(`${this.why}.advice`)}</p>`
        : html`<p role="status">${this.words.t('join.looking')}</p>`;
    }
    return this.face
      ? html`<div role="status"><h1>${this.words.t('device.added')}</h1></div>
          <a class="button" href="/${this.face}">${this.words.t(`join.open-${this.face}`)}</a>`
      : html`<h1>${this.words.t('device.title')}</h1>
          ${this.isWaiting ? nothing : html`<p>${this.words.t('device.how')}</p>`}
          <om-new-key
            .origin=${this.origin}
            .words=${this.words}
            @waits=${({ detail }) => this.#wait(detail)}
            @enrolled=${({ detail }) => this.#begin(detail)}
          ></om-new-key>`;
  }

  async #begin(/** @type {{key: DeviceKey, account: string, rights: string[]}} */ { key, account, rights }) {
    const face = faceOf(rights);
    await this.#keep(face, { key, account });
    this.face = face;
  }

  /** Its key outlives the page. */
  #wait(/** @type {{key: DeviceKey, account: string}} */ detail) {
    this.isWaiting = true;
    return this.#keep('wallet', detail);
  }

  async #keep(/** @type {Face} */ face, /** @type {{key: DeviceKey, account: string}} */ { key, account }) {
    await keepEnrolment(face, {
      origin: this.origin,
      account,
      name: this.words.t('device.name', { account: account.slice(-4) }),
      person: '',
      pair: key.pair,
    });
    await forgetNewKey();
    await navigator.storage?.persist?.();
  }
}

customElements.define('om-new-device', NewDevice);
