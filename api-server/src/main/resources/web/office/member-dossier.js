import { LitElement, css, html, nothing } from 'lit';
import { classifyOrder, closeOrder } from '../kit/orders.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { divisions } from '../kit/supply-words.js';
import './contact-list.js';
import { formStyles } from './form-styles.js';
import './member-desk.js';
import { outcomeOf } from './outcome.js';
import { postJson } from './post-json.js';
import './public-name-form.js';

/** What the office writes down, and how it is typed. @type {[string, Record<string, string>][]} */
const FIELDS = [
  ['name', {}],
  ['legalName', {}],
  ['email', { type: 'email' }],
  ['phone', { type: 'tel' }],
  ['street', {}],
  ['postcode', {}],
  ['city', {}],
  ['neighbourhood', {}],
  ['birthYear', { inputmode: 'numeric' }],
  ['kvk', { inputmode: 'numeric' }],
  ['contractNumber', {}],
  ['contractDate', { type: 'date' }],
  ['identifiedOn', { type: 'date' }],
  ['memo', {}],
];
/** What a level of identification rests on; of a document no number and no copy is kept. */
const GROUNDS = ['', 'known', 'document', 'register', 'bank'];
const ROLES = ['resident', 'firm', 'social', 'cooperative', 'commons', 'government'];
const LEVELS = ['0', '1', '2'];

/** Each redemption tells its bank account anew. @param {{iban: string, name: string}[]} banks */
function once(banks) {
  return [...new Map(banks.map((bank) => [`${bank.iban} ${bank.name}`, bank])).values()];
}

/** One member: who it is, what the journal measures them by, and how it ends. */
export class MemberDossier extends LitElement {
  static properties = {
    client: { attribute: false },
    members: { attribute: false },
    words: { attribute: false },
    account: {},
    mayChange: { type: Boolean },
    facts: { state: true },
    kept: { state: true },
    contacts: { state: true },
    banks: { state: true },
    areas: { state: true },
    isPaying: { state: true },
    asked: { state: true },
    certificate: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      label {
        grid-template-columns: minmax(0, 1fr);
      }

      input,
      select {
        box-sizing: border-box;
        min-inline-size: 0;
      }

      h4 {
        margin: 0;
      }

      select {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.account = '';
    this.mayChange = false;
    /** What the journal says. @type {any} */
    this.facts = null;
    /** The dossier with its version. @type {any} */
    this.kept = null;
    /** As they stand on the screen, saved or not. @type {import('./contact-list.js').Contact[]} */
    this.contacts = [];
    /** @type {{iban: string, name: string}[]} */
    this.banks = [];
    /** @type {{code: string, name: string}[]} */
    this.areas = [];
    /** Whether euros of theirs are still on their way to the bank. */
    this.isPaying = false;
    /** Of their codes. */
    this.year = 0;
    /** What somebody is asked once more about: 'close' or 'erase'. */
    this.asked = '';
    this.certificate = '';
    this.outcome = '';
    this.isBusy = false;
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('account')) {
      this.#read('');
    }
  }

  /** @param {string} said what to say when it is read */
  async #read(said) {
    const { account } = this;
    this.asked = '';
    await this.#run(async () => {
      const path = `/v1/accounts/${account}`;
      const [facts, kept, { bankAccounts }, { year, areas }, { redemptions }] = await Promise.all([
        this.client.ask(path),
        this.client.ask(`${path}/dossier`),
        this.client.ask(`${path}/personal-data`),
        this.client.ask('/v1/areas'),
        this.client.ask(`${path}/redemptions`),
      ]);
      if (account === this.account) {
        const isPaying = redemptions.some(({ state }) => state === 'requested' || state === 'under-way');
        Object.assign(this, { facts, kept, contacts: kept.dossier.contacts ?? [], banks: once(bankAccounts), year, areas, isPaying });
      }
      return said;
    });
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="who">
      <h3 id="who" tabindex="-1">${this.kept?.dossier.name || this.account}</h3>
      <p id="outcome" role="status" tabindex="-1">${this.outcome}</p>
      ${this.facts && this.kept
        ? html`<p>${t(`desk.status-${this.facts.status}`)} <span class="muted">${this.account}</span></p>
            ${this.#dossier()} ${this.#banks()} ${this.#classification()} ${this.#inPublic()} ${this.#keys()} ${this.#end()}`
        : nothing}
    </section>`;
  }

  #dossier() {
    const t = this.words.t.bind(this.words);
    const { dossier } = this.kept;
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#save(event)}>
      <h4>${t('members.dossier')}</h4>
      ${FIELDS.map(
        ([name, { type = 'text', inputmode = 'text' }]) =>
          html`<label>
            ${t(`members.${name}`)}
            <input
              name=${name}
              type=${type}
              inputmode=${inputmode}
              autocomplete="off"
              ?readonly=${!this.mayChange}
              .value=${dossier[name] ?? ''}
            />
          </label>`,
      )}
      <label>
        ${t('members.identifiedBy')}
        <select name="identifiedBy" ?disabled=${!this.mayChange}>
          ${GROUNDS.map(
            (each) => html`<option value=${each} ?selected=${each === (dossier.identifiedBy ?? '')}>${t(`members.ground-${each || 'none'}`)}</option>`,
          )}
        </select>
      </label>
      <om-contact-list
        .words=${this.words}
        .contacts=${this.contacts}
        .mayChange=${this.mayChange}
        @contacts-changed=${(/** @type {CustomEvent} */ { detail }) => (this.contacts = detail)}
      ></om-contact-list>
      ${this.mayChange ? html`<button class="strong" ?disabled=${this.isBusy}>${t('members.save')}</button>` : nothing}
    </form>`;
  }

  /** Who pays an organisation must know whom; a resident has no name in public. */
  #inPublic() {
    return this.mayChange && this.facts.role !== 'resident' && this.facts.status !== 'closed'
      ? html`<om-public-name-form
          .client=${this.client}
          .members=${this.members}
          .words=${this.words}
          .account=${this.account}
          .dossier=${this.kept.dossier}
        ></om-public-name-form>`
      : nothing;
  }

  #keys() {
    return this.mayChange
      ? html`<om-member-desk
          .client=${this.client}
          .members=${this.members}
          .words=${this.words}
          .only=${this.account}
          @stilled=${() => this.#read('')}
        ></om-member-desk>`
      : nothing;
  }

  #banks() {
    const t = this.words.t.bind(this.words);
    return html`<h4>${t('members.banks')}</h4>
      ${this.banks.length === 0
        ? html`<p>${t('members.no-banks')}</p>`
        : html`<ul>
            ${this.banks.map(({ iban, name }) => html`<li><span>${iban.match(/.{1,4}/g)?.join(' ')}, ${name}</span></li>`)}
          </ul>`}
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#saveFile()}>${t('members.personal-data')}</button>`;
  }

  #classification() {
    const t = this.words.t.bind(this.words);
    const { role, sector, area, level } = this.facts;
    const year = /^20\d\d/.exec(area)?.[0] ?? String(this.year);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#classify(event)}>
      <h4>${t('members.classification')}</h4>
      <p class="muted">${t('members.classification-how')}</p>
      <label>
        ${t('members.role')}
        <select name="role" ?disabled=${!this.mayChange}>
          ${[...new Set([role, ...ROLES])].map((each) => html`<option value=${each} ?selected=${each === role}>${this.words.known(`members.role-${each}`, 'members.role-other', each)}</option>`)}
        </select>
      </label>
      <label>
        ${t('members.sector')}
        <input name="sector" list="sectors" autocomplete="off" ?readonly=${!this.mayChange} .value=${sector} />
      </label>
      <datalist id="sectors">
        ${divisions(this.words).map(({ value, text }) => html`<option value=${`SBI2008:${value}`}>${text}</option>`)}
      </datalist>
      <label>
        ${t('members.area')}
        <input name="area" list="areas" autocomplete="off" ?readonly=${!this.mayChange} .value=${area} />
      </label>
      <datalist id="areas">
        ${this.areas.map(({ code, name }) => html`<option value=${`${year}:${code}`}>${name}</option>`)}
      </datalist>
      <label>
        ${t('members.level')}
        <select name="level" ?disabled=${!this.mayChange}>
          ${LEVELS.map((each) => html`<option value=${each} ?selected=${each === String(level)}>${t(`members.level-${each}`)}</option>`)}
        </select>
      </label>
      <p class="muted">${this.#restsOn()}</p>
      ${this.mayChange && this.facts.status !== 'closed'
        ? html`<button ?disabled=${this.isBusy}>${t('members.classify')}</button>`
        : nothing}
    </form>`;
  }

  /** What is kept of how somebody was identified, beside the level that it allows. */
  #restsOn() {
    const { identifiedBy, identifiedOn } = this.kept.dossier;
    const t = this.words.t.bind(this.words);
    if (!identifiedBy) {
      return t('members.level-rests-on-nothing');
    }
    const on = identifiedOn && this.words.day(identifiedOn);
    return t(on ? 'members.level-rests-on-day' : 'members.level-rests-on', { ground: t(`members.ground-${identifiedBy}`), day: on });
  }

  #end() {
    const t = this.words.t.bind(this.words);
    if (!this.mayChange) {
      return nothing;
    }
    const what = this.facts.status === 'closed' ? 'erase' : 'close';
    const isEmpty = this.facts.balance === 0 && this.facts.held === 0;
    const isTooEarly = what === 'close' && (this.isPaying || !isEmpty);
    return html`<h4>${t('members.end')}</h4>
      <p>${t(!isTooEarly ? `members.${what}-how` : this.isPaying ? 'members.close-paying' : 'members.close-later')}</p>
      ${this.certificate ? html`<p>${t('members.erased')}</p><pre>${this.certificate}</pre>` : nothing}
      ${isTooEarly ? nothing : this.asked === what ? this.#sure(what) : this.#first(what)}`;
  }

  #first(/** @type {'close' | 'erase'} */ what) {
    return html`<button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => (this.asked = what)}>
      ${this.words.t(`members.${what}`)}
    </button>`;
  }

  #sure(/** @type {'close' | 'erase'} */ what) {
    const t = this.words.t.bind(this.words);
    return html`<p role="alert">${t(`members.${what}-sure`)}</p>
      <div class="actions">
        <button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => (what === 'close' ? this.#close() : this.#erase())}>
          ${t(`members.${what}-yes`)}
        </button>
        <button type="button" @click=${() => (this.asked = '')}>${t('members.not-yet')}</button>
      </div>`;
  }

  async #save(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const typed = Object.fromEntries(
      [...FIELDS.map(([name]) => name), 'identifiedBy'].map((name) => [name, String(form.get(name)).trim()]),
    );
    const contacts = this.contacts.filter((each) => Object.values(each).some(Boolean));
    const { version, dossier } = this.kept;
    await this.#run(async () => {
      this.kept = await postJson(this.client, `/v1/accounts/${this.account}/dossier`, {
        version,
        dossier: { ...dossier, ...typed, contacts },
      });
      this.contacts = this.kept.dossier.contacts;
      return this.words.t('members.saved');
    }, true);
  }

  async #classify(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(form.get(name)).trim();
    const order = classifyOrder(this.client.origin, {
      account: this.account,
      role: text('role'),
      sector: text('sector'),
      area: text('area'),
      level: Number(text('level')),
    });
    await this.#send(order, 'members.classified');
  }

  #close() {
    return this.#send(closeOrder(this.client.origin, { account: this.account }), 'members.now-closed');
  }

  async #send(/** @type {object} */ order, /** @type {string} */ said) {
    let isDone = false;
    await this.#run(async () => {
      await this.client.sendOrder(await this.client.signOrder(order));
      isDone = true;
      return this.words.t(said);
    }, true);
    if (isDone) {
      await this.#read(this.words.t(said));
    }
  }

  #erase() {
    return this.#run(async () => {
      const signed = await this.client.key.signJws('omloop-erasure+jws', {
        account: this.account,
        iat: Math.floor(Date.now() / 1000),
        ledger: this.client.origin,
      });
      this.certificate = (await this.client.post(`/v1/accounts/${this.account}/erasures`, signed)).certificate;
      this.kept = await this.client.ask(`/v1/accounts/${this.account}/dossier`);
      this.banks = [];
      this.asked = '';
      return this.words.t('members.erased');
    }, true);
  }

  async #saveFile() {
    await this.#run(async () => {
      const data = await this.client.ask(`/v1/accounts/${this.account}/personal-data`);
      const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
      const address = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: address, download: `${this.account}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 0);
      return '';
    });
  }

  /** @param {() => Promise<string>} act @param {boolean} [isFar] whether what was tapped is far from the outcome */
  async #run(act, isFar = false) {
    this.isBusy = true;
    this.outcome = '';
    this.outcome = (await outcomeOf(this.words, act)).said;
    this.isBusy = false;
    if (isFar) {
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus();
    }
  }
}

customElements.define('om-member-dossier', MemberDossier);
