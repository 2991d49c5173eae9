import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { drawCode } from '../kit/qr-drawing.js';
import '../kit/qr-code.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { invite } from './invitation.js';

/** How many symbols of a code stand together. */
const GROUP = /.{1,5}/g;

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

      om-qr-code {
        block-size: 240px;
        inline-size: 240px;
      }

      .code {
        font-family: var(--omloop-font-family-code);
        font-size: var(--omloop-font-size-2);
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
    /** @type {{code: string, until: Date, drawn: {size: number, path: string, text: string}} | null} */
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
        ${this.role === 'firm' ? this.#shop() : nothing}
        <button class="strong" ?disabled=${this.isBusy}>${t('invite.make')}</button>
        <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      </form>
      ${this.letter ? this.#letter(this.letter) : nothing}
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

  #letter(/** @type {NonNullable<InvitationForm['letter']>} */ { code, until, drawn }) {
    const t = this.words.t.bind(this.words);
    return html`<article>
      <div role="status"><h2>${t('invite.letter', { circuit: this.circuit })}</h2></div>
      <p>${t('invite.scan')}</p>
      <om-qr-code .code=${drawn} .label=${t('invite.code-label')}></om-qr-code>
      <p>${t('invite.or-type', { address: `${location.host}/join` })}</p>
      <p class="code">${code.match(GROUP)?.join(' ')}</p>
      <p>${t('invite.until', { time: this.words.dateAndTime(until) })}</p>
      <button type="button" @click=${() => print()}>${t('invite.print')}</button>
    </article>`;
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
      const { code, until } = this.#begun.invited;
      this.letter = { code, until, drawn: await drawCode(`${location.origin.toUpperCase()}/I/${code}`) };
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
