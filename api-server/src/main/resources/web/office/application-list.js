import { LitElement, css, html, nothing } from 'lit';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { invite } from './invitation.js';
import { drawLetter, letterOf, letterStyles } from './invitation-letter.js';
import { outcomeOf } from './outcome.js';
import { postJson } from './post-json.js';
import { nameInPublic } from './public-name.js';
import './refusal-form.js';

/** What is shown of an application, in this order. */
const SHOWN = ['legalName', 'kvk', 'sector', 'street', 'postcode', 'city', 'neighbourhood', 'area', 'email', 'phone', 'birthYear', 'memo'];

/** How many are read at once, and how many the server gives at most. */
const PAGE = 50;
const MOST = 200;

/** What is shown alone; empty: what needs somebody. */
const STATES = ['', 'waiting', 'asked', 'approved', 'refused'];
const KINDS = ['', 'resident', 'organisation'];

/** Who asks to join. One operator decides: the server says who was first. */
export class ApplicationList extends LitElement {
  static properties = {
    client: { attribute: false },
    circuit: {},
    words: { attribute: false },
    mayDecide: { type: Boolean },
    applications: { state: true },
    total: { state: true },
    counts: { state: true },
    next: { state: true },
    state: { state: true },
    kind: { state: true },
    refusing: { state: true },
    letter: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    letterStyles,
    css`
      dl {
        display: grid;
        gap: var(--omloop-space-1);
        margin: 0;
      }

      .actions {
        align-items: center;
      }

      dl > div {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--omloop-space-3);
      }

      dd {
        margin: 0;
      }

      .filter {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-3);
      }

      .filter label {
        flex: 1 1 200px;
      }

      select {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        box-sizing: border-box;
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      @media print {
        section {
          display: none;
        }

        button {
          display: none;
        }
      }
    `,
  ];

  /** What is signed and not answered yet, by application. @type {Map<string, {invited: any, signed: string, statement: string}>} */
  #begun = new Map();

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    this.circuit = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.mayDecide = false;
    /** @type {any[] | null} null until they are read */
    this.applications = null;
    /** How many there are of what was chosen. */
    this.total = 0;
    /** How many of each state. @type {Record<string, number>} */
    this.counts = {};
    /** Where the list goes on; empty at its end. */
    this.next = '';
    this.state = '';
    this.kind = '';
    /** The one that somebody is asked once more about. */
    this.refusing = '';
    /** @type {import('./invitation-letter.js').Letter | null} */
    this.letter = null;
    this.outcome = '';
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#run(async () => '');
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="title">
        <h2 id="title">${t('members.applications')}</h2>
        <p id="outcome" role="status" tabindex="-1">${this.outcome}</p>
        ${this.applications ? this.#filter() : nothing}
        ${this.applications?.length === 0
          ? html`<p>${t(this.state || this.kind ? 'members.none-chosen' : 'members.no-applications')}</p>`
          : nothing}
        <ul>
          ${(this.applications ?? []).map((each) => this.#application(each))}
        </ul>
        ${this.next
          ? html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#more()}>${t('members.more')}</button>`
          : nothing}
      </section>
      ${this.letter ? letterOf(this.letter, this.circuit, this.words) : nothing}`;
  }

  #filter() {
    const t = this.words.t.bind(this.words);
    const open = ['waiting', 'asked', 'approved'].reduce((sum, state) => sum + (this.counts[state] ?? 0), 0);
    const count = (/** @type {string} */ state) => (state ? (this.counts[state] ?? 0) : open);
    return html`<div class="filter">
        <label>
          ${t('members.show')}
          <select name="state" @change=${(/** @type {any} */ { target }) => this.#choose({ state: target.value })}>
            ${STATES.map(
              (each) => html`<option value=${each} ?selected=${each === this.state}>
                ${t(`members.show-${each || 'open'}`, { count: count(each) })}
              </option>`,
            )}
          </select>
        </label>
        <label>
          ${t('members.role')}
          <select name="kind" @change=${(/** @type {any} */ { target }) => this.#choose({ kind: target.value })}>
            ${KINDS.map(
              (each) => html`<option value=${each} ?selected=${each === this.kind}>${t(`members.kind-${each || 'all'}`)}</option>`,
            )}
          </select>
        </label>
      </div>
      ${this.total > 0
        ? html`<p class="muted">${t('members.shown', { shown: this.applications?.length ?? 0, total: this.total })}</p>`
        : nothing}`;
  }

  #choose(/** @type {{state?: string, kind?: string}} */ chosen) {
    Object.assign(this, chosen);
    return this.#run(async () => '');
  }

  #application(/** @type {any} */ application) {
    const t = this.words.t.bind(this.words);
    const { kind, state, madeAt, dossier, doubles, reason, words } = application;
    return html`<li>
      <h3>${dossier.name}</h3>
      <p class="muted">
        ${t(`members.kind-${kind}`)}, ${this.words.moment(new Date(madeAt))}. ${t(`members.state-${state}`)}
      </p>
      <dl>
        ${SHOWN.filter((name) => dossier[name]).map(
          (name) =>
            html`<div>
              <dt class="muted">${t(`members.${name}`)}</dt>
              <dd>${dossier[name]}</dd>
            </div>`,
        )}
      </dl>
      ${doubles.map((/** @type {any} */ each) => this.#double(each))}
      ${reason ? html`<p>${t('members.refused-because', { reason: t(`members.reason-${reason}`) })} ${words}</p>` : nothing}
      ${this.mayDecide && state !== 'refused' ? this.#choices(application) : nothing}
    </li>`;
  }

  /** Somebody else who is found by the same: a reason to look, not to refuse. */
  #double(/** @type {{field: string, account?: string, application?: string}} */ { field, account, application }) {
    const t = this.words.t.bind(this.words);
    const other = this.applications?.find((each) => each.application === application)?.dossier.name;
    const what = t(`members.double-${field}`);
    return html`<p class="double">
      ${account
        ? t('members.double-member', { what, account })
        : t(other ? 'members.double-named' : 'members.double-applicant', { what, name: other ?? '' })}
    </p>`;
  }

  #choices(/** @type {any} */ application) {
    const t = this.words.t.bind(this.words);
    const { name, email } = application.dossier;
    const whose = html`<span class="visually-hidden">: ${name}</span>`;
    if (this.refusing === application.application) {
      return html`<om-refusal-form
        .words=${this.words}
        .name=${name}
        .isBusy=${this.isBusy}
        @refused=${(/** @type {CustomEvent} */ { detail }) => this.#decide(application, 'refused', detail)}
        @kept=${() => (this.refusing = '')}
      ></om-refusal-form>`;
    }
    return html`<div class="actions">
      <button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#admit(application)}>
        ${t(application.state === 'approved' ? 'members.finish' : 'members.admit')}${whose}
      </button>
      ${email ? html`<a href=${`mailto:${email}`}>${t('members.write')}${whose}</a>` : nothing}
      ${application.state === 'waiting'
        ? html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#decide(application, 'asked')}>
            ${t('members.ask')}${whose}
          </button>`
        : nothing}
      <button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => (this.refusing = application.application)}>
        ${t('members.refuse')}${whose}
      </button>
    </div>`;
  }

  #decide(/** @type {any} */ { application }, /** @type {string} */ state, /** @type {object} */ why = {}) {
    return this.#run(async () => {
      await postJson(this.client, `/v1/applications/${application}/decisions`, { state, ...why });
      this.refusing = '';
      return this.words.t(`members.now-${state}`);
    });
  }

  /** The server is told first, so that two operators do not open two accounts; then the account is opened. */
  #admit(/** @type {any} */ application) {
    this.letter = null;
    return this.#run(async () => {
      const id = application.application;
      const begun = this.#begun.get(id) ?? (await this.#sign(application));
      if (application.state !== 'approved' && !this.#begun.has(id)) {
        const { account } = begun.invited;
        await postJson(this.client, `/v1/applications/${id}/decisions`, { state: 'approved', account });
      }
      this.#begun.set(id, begun);
      await this.#open(id, begun.signed);
      this.letter = await drawLetter(begun.invited); // its code is nowhere else
      if (begun.statement) {
        await this.client.sendStatement(begun.statement);
      }
      this.#begun.delete(id);
      return this.words.t('members.now-approved');
    });
  }

  /** What was refused is signed anew; what is not known goes again as it is. */
  async #open(/** @type {string} */ id, /** @type {string} */ signed) {
    try {
      await this.client.sendOrder(signed);
    } catch (cause) {
      if (cause instanceof Problem) {
        this.#begun.delete(id);
      }
      throw cause;
    }
  }

  async #sign(/** @type {any} */ { kind, account, dossier }) {
    const { origin } = this.client;
    const role = kind === 'resident' ? 'resident' : 'firm';
    const { sector, area } = dossier;
    const invited = await invite(origin, { role, sector, area, account });
    const signed = await this.client.signOrder(invited.order);
    const statement =
      role === 'firm'
        ? await nameInPublic(this.client, invited.account, dossier, this.circuit)
        : '';
    return { invited, signed, statement };
  }

  #more() {
    return this.#run(async () => '', true);
  }

  /** @param {number} limit @param {string} after where it goes on; empty from the start */
  async #read(limit, after) {
    const asked = { state: this.state, kind: this.kind, after, limit: String(Math.min(limit, MOST)) };
    const given = Object.entries(asked).filter(([, value]) => value !== '');
    const page = await this.client.ask(`/v1/applications?${new URLSearchParams(given)}`);
    const before = after ? (this.applications ?? []) : [];
    this.applications = [...before, ...page.applications];
    this.total = page.total;
    this.counts = page.counts;
    this.next = page.next ?? '';
  }

  async #run(/** @type {() => Promise<string>} */ act, isMore = false) {
    this.isBusy = true;
    this.outcome = '';
    const { said } = await outcomeOf(this.words, act);
    const { said: unread } = await outcomeOf(this.words, async () => {
      await (isMore ? this.#read(PAGE, this.next) : this.#read(Math.max(this.applications?.length ?? 0, PAGE), ''));
      return '';
    });
    this.outcome = said || unread;
    this.isBusy = false;
    if (said) {
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped may be gone
    }
  }
}

customElements.define('om-application-list', ApplicationList);
