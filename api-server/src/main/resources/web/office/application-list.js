import { LitElement, css, html, nothing } from 'lit';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { formStyles } from './form-styles.js';
import { invite } from './invitation.js';
import { drawLetter, letterOf, letterStyles } from './invitation-letter.js';
import { outcomeOf } from './outcome.js';
import { postJson } from './post-json.js';
import { nameInPublic } from './public-name.js';

/** What is shown of an application, in this order. */
const SHOWN = ['legalName', 'kvk', 'sector', 'street', 'postcode', 'city', 'neighbourhood', 'area', 'email', 'phone', 'birthYear', 'memo'];

/** Who asks to join. One operator decides: the server says who was first. */
export class ApplicationList extends LitElement {
  static properties = {
    client: { attribute: false },
    circuit: {},
    words: { attribute: false },
    mayDecide: { type: Boolean },
    applications: { state: true },
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
        ${this.applications?.length === 0 ? html`<p>${t('members.no-applications')}</p>` : nothing}
        <ul>
          ${(this.applications ?? []).map((each) => this.#application(each))}
        </ul>
      </section>
      ${this.letter ? letterOf(this.letter, this.circuit, this.words) : nothing}`;
  }

  #application(/** @type {any} */ application) {
    const t = this.words.t.bind(this.words);
    const { kind, state, madeAt, dossier } = application;
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
      ${this.mayDecide ? this.#choices(application) : nothing}
    </li>`;
  }

  #choices(/** @type {any} */ application) {
    const t = this.words.t.bind(this.words);
    const { name, email } = application.dossier;
    const whose = html`<span class="visually-hidden">: ${name}</span>`;
    if (this.refusing === application.application) {
      return html`<p role="alert">${t('members.refuse-sure')}</p>
        <div class="actions">
          <button type="button" class="grave" ?disabled=${this.isBusy} @click=${() => this.#decide(application, 'refused')}>
            ${t('members.refuse-yes')}${whose}
          </button>
          <button type="button" @click=${() => (this.refusing = '')}>${t('members.not-yet')}</button>
        </div>`;
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

  #decide(/** @type {any} */ { application }, /** @type {string} */ state) {
    return this.#run(async () => {
      await postJson(this.client, `/v1/applications/${application}/decisions`, { state });
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

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = '';
    const { said } = await outcomeOf(this.words, act);
    const { said: unread } = await outcomeOf(this.words, async () => {
      this.applications = (await this.client.ask('/v1/applications')).applications;
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
