import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { fromBase64Url } from '../kit/bytes.js';
import { keyId, keyLetters } from '../kit/device-key.js';
import { CASHIER, CASHIER_REFUND, KeyOrder, cashierHolder } from '../kit/key-order.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { keyAddOrder, keyRevokeOrder } from '../kit/orders.js';
import { sharedStyles } from '../kit/shared-styles.js';

/**
 * The devices that sign for the account: which there are, taking another one on, blocking one.
 *
 * @fires scan - somebody wants to film another device's code
 * @fires done - somebody goes back
 */
export class DeviceList extends LitElement {
  static properties = {
    client: { attribute: false },
    taken: {},
    words: { attribute: false },
    currency: { attribute: false },
    keys: { state: true },
    chosen: { state: true },
    letters: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h1,
      h2,
      p,
      ul {
        margin: 0;
        padding: 0;
      }

      h1 {
        font-size: var(--omloop-font-size-3);
      }

      h2 {
        font-size: var(--omloop-font-size-2);
      }

      ul {
        list-style: none;
      }

      li,
      form {
        border-block-start: 1px solid var(--omloop-color-rule);
        display: grid;
        gap: var(--omloop-space-3);
        padding-block: var(--omloop-space-3);
      }

      section {
        display: grid;
        gap: var(--omloop-space-3);
      }

      .letters {
        font-family: var(--omloop-font-family-code);
        font-size: var(--omloop-font-size-4);
        letter-spacing: 0.1em;
      }

      .muted {
        color: var(--omloop-color-text-muted);
      }

      label {
        display: grid;
        gap: var(--omloop-space-1);
      }

      input,
      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      button {
        cursor: pointer;
      }

      .strong {
        background: var(--omloop-color-action);
        border-color: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
      }

      .grave {
        background: var(--omloop-color-refused);
        border-color: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
      }
    `,
  ];

  /** @type {KeyOrder | null} */
  #order = null;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** The public key of a device to take on; empty if there is none. */
    this.taken = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {any[] | null} as GET …/keys answers; null until it has */
    this.keys = null;
    /** @type {string} id of the key that somebody is about to block */
    this.chosen = '';
    this.letters = '';
    /** Key of the words about the last order. */
    this.outcome = '';
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#order = new KeyOrder(this.client);
    this.#refresh();
    this.#readTaken();
  }

  async #readTaken() {
    this.letters = this.taken ? keyLetters(await keyId(fromBase64Url(this.taken))) : '';
  }

  async #refresh() {
    try {
      this.keys = (await this.client.keys()).keys.filter((key) => !key.revoked);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.outcome = cause instanceof NoAnswer ? 'device.no-answer' : 'payer-reason.key-revoked';
    }
  }

  get #own() {
    return this.keys?.find(({ key }) => key === this.client.key.id);
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${t('device.list')}</h1>
      ${this.taken && this.#own ? this.#takeOn() : nothing}
      <p aria-live="assertive">${this.outcome ? t(this.outcome) : nothing}</p>
      <ul>
        ${this.keys?.map((key) => this.#key(key))}
      </ul>
      <h2>${t('device.add')}</h2>
      <p>${t('device.add-how', { address: `${location.host}/device` })}</p>
      <button type="button" @click=${() => this.dispatchEvent(new Event('scan'))}>${t('device.scan')}</button>
    `;
  }

  #takeOn() {
    const t = this.words.t.bind(this.words);
    return html`<section>
      <h2>${t('device.take-on')}</h2>
      <p>${t('device.same-letters')}</p>
      <p class="letters">${this.letters}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#asOwn(event)}>
        <p>${t('device.as-own')}</p>
        <button class="strong" ?disabled=${this.isBusy}>${t('device.take-as-own')}</button>
      </form>
      ${this.#own.rights.includes('refund') ? this.#cashierForm() : nothing}
    </section>`;
  }

  #cashierForm() {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#asCashier(event)}>
      <p>${t('device.as-cashier')}</p>
      <label>
        ${t('device.refund-limit', { symbol: this.currency.symbol })}
        <input name="limit" inputmode="numeric" pattern="[0-9]{1,5}" required .value=${String(CASHIER_REFUND / 100)} />
      </label>
      <button class="strong" ?disabled=${this.isBusy}>${t('device.take-as-cashier')}</button>
    </form>`;
  }

  #asOwn(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const { rights, perOrder } = this.#own;
    return this.#enrol({ rights, label: 'phone', perOrder });
  }

  #asCashier(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const limit = Number(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('limit'));
    return this.#enrol({ rights: CASHIER, label: 'cashier', perOrder: limit * 10 ** this.currency.scale });
  }

  #enrol(/** @type {{rights: string[], label: string, perOrder?: number}} */ { rights, label, perOrder }) {
    const { account, origin } = this.client;
    const holder = label === 'cashier' ? cashierHolder(this.letters) : account;
    const add = { account, key: this.taken, rights, label, perOrder, holder };
    return this.#send(keyAddOrder(origin, add), 'device.taken');
  }

  #key(/** @type {any} */ key) {
    const t = this.words.t.bind(this.words);
    const isOwn = key.key === this.client.key.id;
    return html`<li>
      <span>
        <strong>${this.words.known(`device-kind.${key.label}`, 'device-kind.unknown', key.label)}</strong>
        ${isOwn ? t('device.this') : nothing}
        <span class="muted">${keyLetters(key.key)}</span>
      </span>
      <span class="muted">
        ${key.rights.map((right) => t(`right.${right}`)).join(', ')}${key.perOrder
          ? html`,
              <om-amount-text .amount=${key.perOrder} .currency=${this.currency} .words=${this.words}></om-amount-text>
              ${t('device.at-once')}`
          : nothing}
      </span>
      ${key.activeFrom
        ? html`<span>${t('device.begins', { time: this.words.dateAndTime(new Date(key.activeFrom)) })}</span>`
        : nothing}
      ${this.chosen === key.key
        ? html`<p>${t(isOwn ? 'device.block-own' : 'device.block-sure')}</p>
            <button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => this.#block(key.key)}>
              ${t('device.block-yes')}
            </button>`
        : html`<button type="button" @click=${() => this.#choose(key.key)}>${t('device.block')}</button>`}
    </li>`;
  }

  #choose(/** @type {string} */ key) {
    this.chosen = key;
    this.#order.drop();
    this.outcome = '';
  }

  #block(/** @type {string} */ key) {
    const { account, origin } = this.client;
    return this.#send(keyRevokeOrder(origin, { account, key }), 'device.blocked');
  }

  async #send(/** @type {object} */ order, /** @type {string} */ done) {
    this.isBusy = true;
    try {
      const fault = await this.#order.send(order);
      this.outcome = fault || done;
      if (!fault) {
        this.taken = '';
        this.chosen = '';
      }
    } finally {
      this.isBusy = false;
    }
    await this.#refresh();
  }
}

customElements.define('om-device-list', DeviceList);
