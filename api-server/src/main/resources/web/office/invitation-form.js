import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { invite } from './invitation.js';
import { drawLetter, letterOf, letterStyles } from './invitation-letter.js';

/** Makes an invitation, and shows it as a letter to print. */
export class InvitationForm extends LitElement {
  static properties = {
    client: { attribute: false },
    circuit: {},
    words: { attribute: false },
    role: { state: true },
    letter: { state: true },
    trouble: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    letterStyles,
    css`
      :host,
      form,
      article {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h2,
      p,
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-4);
      }

      label {
        display: grid;
        gap: var(--omloop-space-1);
      }

      fieldset label {
        align-items: center;
        display: flex;
        gap: var(--omloop-space-2);
        min-block-size: var(--omloop-target-size);
      }

      input:not([type='radio']),
      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      input[type='radio'] {
        block-size: 24px;
        inline-size: 24px;
      }

      button {
        cursor: pointer;
      }

      .strong {
        background: var(--omloop-color-action);
        border-color: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
      }

      @media print {
        form,
        button {
          display: none;
        }
      }
    `,
  ];

  /** @type {{invited: import('./invitation.js').Invited, signed: string, statement: string} | null} under way */
  #begun = null;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    this.circuit = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {'resident' | 'firm'} */
    this.role = 'resident';
    /** @type {import('./invitation-letter.js').Letter | null} */
    this.letter = null;
    this.trouble = '';
    this.isBusy = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#submit(event)}>
        <h2>${t('invite.title')}</h2>
        <fieldset>
          <legend>${t('invite.who')}</legend>
          ${this.#kind('resident')} ${this.#kind('firm')}
        </fieldset>
        ${this.role === 'firm' ? this.#shop() : html`<p>${t('invite.nameless')}</p>`}
        <button class="strong" ?disabled=${this.isBusy}>${t('invite.make')}</button>
        <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      </form>
      ${this.letter ? letterOf(this.letter, this.circuit, this.words) : nothing}
    `;
  }

  #kind(/** @type {'resident' | 'firm'} */ role) {
    return html`<label>
      <input type="radio" name="role" value=${role} ?checked=${this.role === role} @change=${() => (this.role = role)} />
      ${this.words.t(`invite.${role}`)}
    </label>`;
  }

  #shop() {
    return ['name', 'legalName', 'street', 'neighbourhood'].map(
      (field) => html`<label>
        ${this.words.t(`invite.${field}`)}
        <input name=${field} required maxlength=${field === 'legalName' || field === 'street' ? 70 : 40} />
      </label>`,
    );
  }

  async #submit(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.isBusy = true;
    this.trouble = '';
    this.letter = null;
    try {
      this.#begun ??= await this.#sign(form);
      await this.#send(this.#begun);
      this.letter = await drawLetter(this.#begun.invited);
      this.#begun = null;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      if (cause instanceof Problem) {
        this.#begun = null; // else the same bytes go again
      }
      this.trouble = cause instanceof NoAnswer ? 'invite.unknown' : 'invite.refused';
    } finally {
      this.isBusy = false;
    }
  }

  async #sign(/** @type {FormData} */ form) {
    const { origin } = this.client;
    const invited = await invite(origin, { role: this.role, sector: '' });
    const signed = await this.client.signOrder(invited.order);
    const text = (/** @type {string} */ name) => String(form.get(name)).trim();
    const statement =
      this.role === 'firm'
        ? await this.client.key.signJws('omloop-member+jws', {
            account: invited.account,
            iat: Math.floor(Date.now() / 1000),
            ledger: origin,
            legalName: text('legalName'),
            name: text('name'),
            neighbourhood: text('neighbourhood'),
            street: text('street'),
          })
        : '';
    return { invited, signed, statement };
  }

  async #send(/** @type {{signed: string, statement: string}} */ { signed, statement }) {
    await this.client.sendOrder(signed);
    if (statement) {
      await this.client.sendStatement(statement);
    }
  }
}

customElements.define('om-invitation-form', InvitationForm);
