import { LitElement, html, nothing } from 'lit';
import { DeviceKey } from '../kit/device-key.js';
import { keepEnrolment } from '../kit/enrolments.js';
import '../kit/new-key.js';

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
  }

  createRenderRoot() {
    return this;
  }

  render() {
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
    await navigator.storage?.persist?.();
  }
}

customElements.define('om-new-device', NewDevice);
