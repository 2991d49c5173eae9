import { LitElement, css, html, nothing } from 'lit';
import { fromBase64Url } from '../kit/bytes.js';
import { keyId, keyLetters } from '../kit/device-key.js';
import { plain } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { keyAddOrder, keyRevokeOrder, suspendOrder } from '../kit/orders.js';
import { readCode } from '../kit/payment-codes.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { RIGHTS } from './invitation.js';
import { keyLine } from './key-line.js';
import './key-terms.js';
import { outcomeOf } from './outcome.js';
import { propose, signForTwo } from './proposals.js';

/** Types of account as the API has them: a member's, and the operator's own. */
const MEMBER = 'holder';
const OFFICE = 'fees';

/** The one account of that type. */
const OPERATOR = 'operator';

/** How the server answers about what is no member's account, or no account's name at all. */
const NOBODY = [400, 404];

/**
 * A member at the desk who has lost a phone: the account stands still at once; a new device, and the end of an old one,
 * take a second operator.
 *
 * @fires proposed - something lies ready for a second signature
 * @fires stilled - the account stands still, or works again
 */
export class MemberDesk extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    only: {},
    choices: { state: true },
    account: { state: true },
    keys: { state: true },
    taken: { state: true },
    letters: { state: true },
    isScanning: { state: true },
    isSure: { state: true },
    isBusy: { state: true },
    outcome: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      h4 {
        margin: 0;
      }
    `,
  ];

  /** Signed, and not answered yet. @type {{what: string, bytes: string} | null} */
  #begun = null;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** The one account that it is about; empty: whoever is found. */
    this.only = '';
    /** Shops to choose from, where several have that name. @type {import('../kit/members.js').Member[]} */
    this.choices = [];
    /** @type {any} as the API has it, once somebody is found */
    this.account = null;
    /** @type {any[]} */
    this.keys = [];
    /** Public key of the new device. */
    this.taken = '';
    this.letters = '';
    this.isScanning = false;
    /** Whether somebody is asked once more before an account stands still. */
    this.isSure = false;
    this.isBusy = false;
    this.outcome = '';
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('only') && this.only) {
      this.#read(this.only);
    }
  }

  render() {
    return html`
      ${this.only ? nothing : this.#finding()}
      <p id="outcome" role=${this.only ? 'status' : 'alert'} tabindex="-1">${this.outcome}</p>
      ${this.choices.map(
        ({ account, name, street }) => html`<button type="button" @click=${() => this.#read(account)}>
          ${name}, ${street}
        </button>`,
      )}
      ${this.account ? this.#found() : nothing}
    `;
  }

  #finding() {
    const t = this.words.t.bind(this.words);
    return html`
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#find(event)}>
        <h2>${t('desk.title')}</h2>
        <p>${t('desk.how')}</p>
        <label>
          ${t('desk.account')}
          <input name="account" list="shops" autocomplete="off" autocapitalize="none" required maxlength="40" />
        </label>
        <datalist id="shops">${this.members.all.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
        <button ?disabled=${this.isBusy}>${t('desk.find')}</button>
      </form>
    `;
  }

  #found() {
    const t = this.words.t.bind(this.words);
    const { account, status, type } = this.account;
    const isStill = status === 'suspended';
    const member = this.members?.of(account);
    return html`<section aria-labelledby="found">
      ${this.only
        ? html`<h4 id="found">${t('desk.keys')}</h4>
            <p class="muted">${t('desk.cooling')}</p>`
        : html`<h3 id="found">${member?.name ?? account}</h3>
            ${member ? html`<p>${account}, ${member.street}</p>` : nothing}
            <p>${t(`desk.status-${status}`)}</p>`}
      ${status === 'closed' || type === OFFICE ? nothing : isStill ? this.#resume() : this.#asked()}
      <ul>
        ${this.keys.map((key) => this.#key(key))}
      </ul>
      ${status === 'closed' ? nothing : this.taken ? this.#taking() : this.#asking()}
    </section>`;
  }

  #resume() {
    return html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#suspend(false)}>
      ${this.words.t('desk.resume')}
    </button>`;
  }

  /** One more tap for what stops somebody's day. */
  #asked() {
    const t = this.words.t.bind(this.words);
    if (!this.isSure) {
      return html`<button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => this.#ask(true)}>
        ${t('desk.suspend')}
      </button>`;
    }
    return html`<p role="alert">${t('desk.suspend-sure')}</p>
      <div class="actions">
        <button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => this.#suspend(true)}>
          ${t('desk.suspend-yes')}
        </button>
        <button type="button" class="no" @click=${() => this.#ask(false)}>${t('desk.suspend-no')}</button>
      </div>`;
  }

  /** The button is gone by then, and with it where somebody was. */
  async #ask(/** @type {boolean} */ isSure) {
    this.isSure = isSure;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(isSure ? '.no' : '.grave'))?.focus();
  }

  #key(/** @type {any} */ key) {
    return html`<li>
      ${keyLine(key, this.words)}
      ${key.revoked || key.rights.includes('serve') // nobody can end the server's own
        ? nothing
        : html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#block(key.key)}>
            ${this.words.t('desk.block')}
          </button>`}
    </li>`;
  }

  #asking() {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#typed(event)}>
      <h3>${t('desk.new')}</h3>
      <p>${t('desk.new-how', { address: `${location.host}/device` })}</p>
      ${this.isScanning
        ? html`<om-code-scanner .words=${this.words} @code=${({ detail }) => this.#take(detail)}></om-code-scanner>`
        : html`<button type="button" @click=${() => this.#scan()}>${t('device.scan')}</button>`}
      <label>
        ${t('desk.link')}
        <input name="link" type="url" autocomplete="off" required />
      </label>
      <button>${t('join.go-on')}</button>
    </form>`;
  }

  #taking() {
    const t = this.words.t.bind(this.words);
    return html`<section>
      <h3>${t('desk.new')}</h3>
      <p>${t('device.same-letters')}</p>
      <p class="letters">${this.letters}</p>
      <p>${t('desk.identity')}</p>
      ${this.account.type === MEMBER
        ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#enrol(this.#asMember())}>
            ${t('desk.enrol')}
          </button>`
        : html`<om-key-terms
            .words=${this.words}
            .account=${this.account.account}
            .holders=${this.#holders()}
            ?isOffice=${this.account.type === OFFICE}
            ?isBusy=${this.isBusy}
            @agreed=${({ detail }) => this.#enrol(detail)}
          ></om-key-terms>`}
      <div class="actions">
        <button type="button" @click=${() => (this.taken = '')}>${t('desk.not-this')}</button>
      </div>
    </section>`;
  }

  async #find(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const typed = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('account')).trim();
    const shops = (await this.#isNoMembers(typed)) ? [] : this.#shops(plain(typed));
    this.account = null;
    this.taken = '';
    this.#begun = null;
    if (shops.length > 1) {
      this.choices = shops;
      this.outcome = this.words.t('desk.several');
      return;
    }
    await this.#read(shops[0]?.account ?? typed.toLowerCase());
  }

  /** Whether it is the office's own account or a programme's, which no shop's name hides. @param {string} typed */
  async #isNoMembers(typed) {
    try {
      const { accounts } = await this.client.ask('/v1/programmes');
      return typed === OPERATOR || accounts.some((/** @type {any} */ { account }) => account === typed);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      return typed === OPERATOR; // what is asked next says that there is no answer
    }
  }

  /** Those of that name; else those whose name has it in it. @param {string} typed */
  #shops(typed) {
    const { all } = this.members;
    const named = all.filter(({ name }) => plain(name) === typed);
    const isAccount = this.members.of(typed) !== undefined;
    return named.length > 0 || isAccount || !typed ? named : all.filter(({ name }) => plain(name).includes(typed));
  }

  #read(/** @type {string} */ account) {
    this.choices = [];
    this.isSure = false;
    return this.#run(async () => {
      const path = `/v1/accounts/${encodeURIComponent(account)}`;
      try {
        const [facts, { keys }] = await Promise.all([this.client.ask(path), this.client.ask(`${path}/keys`)]);
        this.keys = keys;
        this.account = facts;
        return '';
      } catch (cause) {
        if (cause instanceof Problem && NOBODY.includes(cause.status)) {
          return this.words.t('desk.nobody');
        }
        throw cause;
      }
    });
  }

  async #scan() {
    await import('../kit/code-scanner.js');
    this.isScanning = true;
  }

  #typed(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    this.#take(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('link')));
  }

  async #take(/** @type {string} */ text) {
    const code = readCode(text, location.host);
    if (code.form !== 'device') {
      this.outcome = this.words.t('desk.no-device');
      return;
    }
    this.outcome = '';
    this.isScanning = false;
    const { account } = this;
    const letters = keyLetters(await keyId(fromBase64Url(code.key)));
    if (this.account === account) {
      this.letters = letters;
      this.taken = code.key;
    }
  }

  /** Whose keys the account has that work. */
  #holders() {
    return [...new Set(this.keys.filter(({ revoked, rights }) => !revoked && !rights.includes('serve')).map(({ holder }) => holder))].sort();
  }

  #asMember() {
    const { account, role } = this.account;
    return { holder: account, rights: role === 'resident' ? RIGHTS.resident : RIGHTS.firm, label: 'phone' };
  }

  async #enrol(/** @type {{holder: string, rights: string[], label?: string}} */ { holder, rights, label = 'browser' }) {
    const { account } = this.account;
    const order = keyAddOrder(this.client.origin, { account, key: this.taken, rights, label, holder });
    if (await this.#propose(`enrol ${this.taken} ${holder} ${rights} ${account}`, order)) {
      this.taken = '';
    }
  }

  #block(/** @type {string} */ key) {
    const { account } = this.account;
    return this.#propose(`block ${key}`, keyRevokeOrder(this.client.origin, { account, key }));
  }

  /** @returns {Promise<boolean>} whether it lies ready */
  async #propose(/** @type {string} */ what, /** @type {object} */ order) {
    const done = await this.#send(what, () => signForTwo(this.client, order), async (bytes) => {
      await propose(this.client, bytes);
      return this.words.t('desk.proposed');
    });
    if (done) {
      this.dispatchEvent(new Event('proposed'));
    }
    return done;
  }

  async #suspend(/** @type {boolean} */ suspended) {
    const { account } = this.account;
    const order = suspendOrder(this.client.origin, { account, suspended });
    await this.#send(`suspend ${suspended}`, () => this.client.signOrder(order), async (bytes) => {
      await this.client.sendOrder(bytes);
      this.account = { ...this.account, status: suspended ? 'suspended' : 'open' };
      this.isSure = false;
      this.dispatchEvent(new Event('stilled'));
      return this.words.t(suspended ? 'desk.now-still' : 'desk.now-open');
    });
  }

  /**
   * Signs something once, and sends the same bytes until they are answered.
   *
   * @param {string} what names it
   * @param {() => Promise<string>} sign
   * @param {(bytes: string) => Promise<string>} send
   * @returns {Promise<boolean>} whether it is done
   */
  async #send(what, sign, send) {
    let isDone = false;
    const isKnown = await this.#run(async () => {
      if (this.#begun?.what !== what) {
        this.#begun = { what, bytes: await sign() };
      }
      const said = await send(this.#begun.bytes);
      isDone = true;
      return said;
    });
    if (isKnown) {
      this.#begun = null;
    }
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped is far below
    return isDone;
  }

  /** @returns {Promise<boolean>} whether the server has answered */
  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = '';
    const { said, isKnown } = await outcomeOf(this.words, act);
    this.outcome = said;
    this.isBusy = false;
    return isKnown;
  }
}

customElements.define('om-member-desk', MemberDesk);
