import { html, nothing } from 'lit';
import { keptEnrolment } from '../kit/enrolments.js';
import { Members } from '../kit/members.js';
import { Page } from '../kit/page.js';
import { readCode, readSymbols } from '../kit/payment-codes.js';
import { Joining } from './joining.js';
import './new-device.js';

const RULES = [1, 2, 3, 4, 5];

/** Taking part: with an invitation, or as a further device of somebody who does. */
export class JoinApp extends Page {
  static properties = {
    ...Page.properties,
    before: { state: true },
    isWrong: { state: true },
  };

  /** @type {Joining | null} */
  #joining = null;
  #name = '';

  constructor() {
    super(
      location.pathname === '/mail-stop' ? 'join.mail-stop' : 'join.title',
      (language) => import(`../kit/i18n/join-${language}.js`),
    );
    /** What this device is called by now, if it is enrolled. */
    this.before = '';
    /** Whether what was typed is no invitation's code. */
    this.isWrong = false;
  }

  async begin() {
    await super.begin();
    if (location.pathname === '/apply') {
      await import('./apply-form.js');
    }
    if (location.pathname === '/mail-stop') {
      await import('./mail-stop.js');
    }
    const code = readCode(location.href, location.host);
    if (code.form === 'invitation') {
      await this.#open(code.id);
    }
  }

  async #open(/** @type {string} */ code) {
    this.#joining = new Joining(this.currency.origin, code);
    this.#joining.addEventListener('change', () => this.requestUpdate());
    await this.#joining.open();
    if (this.#joining.invitation) {
      const face = this.#joining.face === 'office' ? 'office' : 'wallet';
      this.before = (await keptEnrolment(face))?.name ?? '';
    }
    await this.#nameShop();
    this.requestUpdate();
  }

  /** A shop has its name in the members' list, which does not come over what somebody has typed meanwhile. */
  async #nameShop() {
    const account = this.#joining.invitation?.account;
    if (account) {
      const members = new Members(this.currency.origin, this.currency.serverKey);
      const name = (await members.find(account))?.name ?? '';
      const typed = /** @type {HTMLInputElement | null} */ (this.querySelector('[name=name]'))?.value;
      this.#name = typed ? this.#name : name;
    }
  }

  content() {
    return html`<main class="join">${this.#inside()}</main>`;
  }

  #inside() {
    switch (location.pathname) {
      case '/device':
        return this.#device();
      case '/mail-stop':
        return html`<om-mail-stop .language=${this.words.language}></om-mail-stop>`;
      case '/apply':
        return html`<om-apply-form .language=${this.words.language}></om-apply-form>`;
      default:
        return this.#state();
    }
  }

  #device() {
    return html`<om-new-device .origin=${this.currency.origin} .words=${this.words}></om-new-device>`;
  }

  #state() {
    const t = this.words.t.bind(this.words);
    switch (this.#joining?.state) {
      case undefined:
        return this.#typing();
      case 'asking':
        return this.#asking();
      case 'joined':
        return html`<div role="status"><h1>${t('join.joined')}</h1></div>
          <p>${t(this.#joining.face === 'office' ? 'join.office-lost' : 'join.lost')}</p>
          <a class="button" href="/${this.#joining.face}">${t(`join.open-${this.#joining.face}`)}</a>`;
      case 'unknown':
        return html`<div role="alert"><h1>${t('join.unknown')}</h1></div>`;
      case 'closed':
        return html`<div role="alert"><h1>${t(`join-reason.${this.#joining.why}`)}</h1></div>
          <p>${t(`join-reason.${this.#joining.why}.advice`)}</p>`;
      default:
        return html`<p role="status">${t('join.looking')}</p>`;
    }
  }

  #asking() {
    const t = this.words.t.bind(this.words);
    return html`<h1>${t('join.welcome', { circuit: this.currency.name })}</h1>
      ${this.#joining.face === 'office' ? this.#officeRules() : this.#rules()}
      ${this.before ? html`<p role="alert">${t('join.before', { name: this.before })}</p>` : nothing}
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#join(event)} class="join">
        <label>
          ${t('join.name')}
          <input name="name" autocomplete="name" required maxlength="40" .value=${this.#name} />
        </label>
        <p>${t('join.name-stays')}</p>
        <button>${t('join.join')}</button>
      </form>`;
  }

  #rules() {
    return html`<ol>
      ${RULES.map((rule) => html`<li>${this.words.t(`join.rule-${rule}`)}</li>`)}
    </ol>`;
  }

  #officeRules() {
    const t = this.words.t.bind(this.words);
    const { rights } = this.#joining.invitation;
    return html`<p>
        ${t('join.office-may', { rights: rights.map((/** @type {string} */ right) => t(`right.${right}`)).join(', ') })}
      </p>
      <p>${t('join.office-how')}</p>`;
  }

  #join(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.#joining.join(String(form.get('name')).trim());
  }

  #typing() {
    const t = this.words.t.bind(this.words);
    return html`<h1>${t('join.title')}</h1>
      <p>${t('join.typing')}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#typed(event)} class="join">
        <label>
          ${t('join.code')}
          <input name="code" autocomplete="off" autocapitalize="characters" required aria-describedby="wrong" />
        </label>
        <p id="wrong" role="alert">${this.isWrong ? t('join.wrong-code') : nothing}</p>
        <button>${t('join.go-on')}</button>
      </form>
      <p><a href="/apply">${t('join.no-code')}</a></p>`;
  }

  #typed(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = readSymbols(String(form.get('code')));
    const code = readCode(`${location.origin}/I/${text}`, location.host);
    this.isWrong = code.form !== 'invitation';
    if (code.form === 'invitation') {
      this.#open(code.id);
    }
  }
}

customElements.define('om-join-app', JoinApp);
