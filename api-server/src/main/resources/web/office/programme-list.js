import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import './programme-account.js';
import './programme-form.js';
import { endingOrder, programmeLines } from './programme-order.js';
import { tableLook } from './table-look.js';
import { barLook, usedBar } from './used-bar.js';

const LOOK_MILLISECONDS = 5_000;

/** What programmes and the fund have, may hand out and handed out; whoever may sign lays down more, or stops one. */
export class ProgrammeList extends FetchedPart {
  static properties = {
    ...FetchedPart.properties,
    members: { attribute: false },
    maySign: { attribute: false },
    mayOpen: { attribute: false },
    isOpen: { state: true },
    stopping: { state: true },
    said: { state: true },
  };

  static styles = [sharedStyles, formStyles, tableLook, stackedTable, barLook];

  #timer = 0;
  /** Signed, and not answered yet. */
  #signed = '';

  constructor() {
    super('/v1/programmes');
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    this.maySign = false;
    /** Whether the key that looks opens accounts. */
    this.mayOpen = false;
    /** Whether a programme is being laid down. */
    this.isOpen = false;
    /** Name of the one that somebody is about to stop; empty while nobody is. */
    this.stopping = '';
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#follow(), LOOK_MILLISECONDS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** What others sign and hand out is seen as it comes. */
  #follow() {
    if (!this.isBusy && !this.stopping && document.visibilityState === 'visible') {
      this.refresh();
    }
  }

  heading() {
    return this.words.t('programmes.title');
  }

  content(/** @type {{accounts: any[], laidDown: any[], programmes: any[]}} */ { accounts, laidDown, programmes }) {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('programmes.how')}</p>
      <p id="said" role="status" tabindex="-1">${this.said}</p>
      ${laidDown.map((each) => this.#laidDown(each))} ${this.#adding(accounts)}
      ${this.mayOpen
        ? html`<om-programme-account
            .client=${this.client}
            .words=${this.words}
            @opened=${() => this.refresh()}
          ></om-programme-account>`
        : nothing}
      ${accounts.length === 0 ? html`<p>${t('programmes.no-accounts')}</p>` : this.#budgets(accounts, programmes)}
      ${programmes.length === 0 ? nothing : this.#handedOut(programmes)}`;
  }

  #laidDown(/** @type {any} */ each) {
    const t = this.words.t.bind(this.words);
    const { programme, budget, handedOut, beneficiaries, state } = each;
    const used = this.words.percent(handedOut / budget, 0);
    const isStopping = this.stopping === `${each.account} ${programme}`;
    return html`<section>
      <h3>${programme} <span class="muted">${t(`laid.${state}`)}</span></h3>
      ${usedBar(handedOut / budget, t('laid.used-says', { programme, used }))}
      ${this.table(programme, [t('laid.what'), t('laid.value')], [
        [t('laid.handed-out'), html`${this.amount(handedOut)} (${used})`],
        [t('laid.left'), this.amount(Math.max(0, budget - handedOut))],
        [t('programmes.people'), this.words.number(beneficiaries)],
        ...programmeLines(each, this),
      ])}
      ${this.maySign && state !== 'over'
        ? html`<div class="actions">
            ${isStopping
              ? html`<button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => this.#stop(each)}>
                    ${t('laid.stop-sure')}<span class="visually-hidden">: ${programme}</span>
                  </button>
                  <button type="button" @click=${() => this.#ask('')}>${t('laid.go-on')}</button>`
              : html`<button type="button" @click=${() => this.#ask(`${each.account} ${programme}`)}>
                  ${t('laid.stop')}<span class="visually-hidden">: ${programme}</span>
                </button>`}
          </div>`
        : nothing}
    </section>`;
  }

  #adding(/** @type {any[]} */ accounts) {
    if (!this.maySign || accounts.length === 0) {
      return nothing;
    }
    return this.isOpen
      ? html`<om-programme-form
          .client=${this.client}
          .members=${this.members}
          .currency=${this.currency}
          .words=${this.words}
          .accounts=${accounts}
          @proposed=${(/** @type {CustomEvent<string>} */ { detail }) => this.#say(detail)}
          @left=${() => (this.isOpen = false)}
        ></om-programme-form>`
      : html`<button type="button" @click=${() => (this.isOpen = true)}>${this.words.t('laid.new')}</button>`;
  }

  #ask(/** @type {string} */ name) {
    this.stopping = name;
    this.#signed = '';
  }

  /** Sent again, it is the same bytes. */
  async #stop(/** @type {any} */ programme) {
    let isDone = false;
    const isKnown = await this.run(async () => {
      this.#signed ||= await this.client.signOrder(endingOrder(this.client.origin, programme));
      await this.client.post('/v1/orders', this.#signed);
      isDone = true;
      return '';
    });
    this.#signed = isKnown ? '' : this.#signed;
    if (isDone) {
      this.stopping = '';
      await this.refresh();
      await this.#say(this.#stopped(programme));
    }
  }

  /** By the ledger's clock, which may be behind this device's. */
  #stopped(/** @type {any} */ { account, programme }) {
    const now = this.found?.laidDown.find((/** @type {any} */ each) => each.account === account && each.programme === programme);
    return now?.state === 'runs'
      ? this.words.t('laid.stops', { programme, at: this.words.dateAndTime(new Date(now.ends)) })
      : this.words.t(now?.spendUntil ? 'laid.stopped-bound' : 'laid.stopped', { programme });
  }

  /** What was tapped is gone by then, and with it where somebody was. */
  async #say(/** @type {string} */ said) {
    this.isOpen = false;
    this.said = said;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#said')).focus();
  }

  #day(/** @type {string} */ time) {
    return new Intl.DateTimeFormat(this.words.locale, { dateStyle: 'medium' }).format(new Date(time));
  }

  #budgets(/** @type {any[]} */ accounts, /** @type {any[]} */ programmes) {
    const t = this.words.t.bind(this.words);
    return this.table(
      t('programmes.budgets'),
      ['account', 'sort', 'left', 'granted'].map((name) => t(`programmes.${name}`)),
      accounts.map(({ account, accountType, balance }) => [
        html`${account}<br /><span class="muted">${namesOf(account, programmes)}</span>`,
        t(`programmes.${accountType}`),
        this.amount(balance),
        this.amount(
          programmes
            .filter((each) => each.account === account)
            .reduce((sum, { granted, returned }) => sum + granted - returned, 0),
        ),
      ]),
    );
  }

  #handedOut(/** @type {any[]} */ programmes) {
    const t = this.words.t.bind(this.words);
    return this.table(
      t('programmes.handed-out'),
      ['programme', 'granted', 'returned', 'people', 'first', 'last'].map((name) => t(`programmes.${name}`)),
      programmes.map((each) => [
        html`${each.programme}<br /><span class="muted">${each.account}</span>`,
        this.amount(each.granted),
        this.amount(each.returned),
        this.words.number(each.beneficiaries),
        this.#day(each.first),
        this.#day(each.last),
      ]),
    );
  }
}

/** What it handed out under. @param {string} account @param {any[]} programmes */
const namesOf = (account, programmes) =>
  programmes
    .filter((each) => each.account === account)
    .map(({ programme }) => programme)
    .join(', ');

customElements.define('om-programme-list', ProgrammeList);
