import { LitElement, css, html, nothing } from 'lit';
import { divisionOf } from '../kit/supply-words.js';
import { listStyles } from './list-styles.js';

const SHOWN = 3;

/**
 * Members who sell what somebody is about to exchange money for: paying them costs nothing.
 *
 * @fires chosen - with the account as detail: it is to be paid
 */
export class RatherHere extends LitElement {
  static properties = {
    members: { attribute: false },
    own: {},
    division: {},
    words: { attribute: false },
  };

  static styles = [
    ...listStyles,
    css`
      .go {
        color: var(--omloop-color-action);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** The account of who exchanges. */
    this.own = '';
    /** What is sought, such as '46'. */
    this.division = '';
    /** With those about suppliers. @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const found = this.members.all.filter(
      ({ account, sector }) => account !== this.own && divisionOf(sector) === this.division,
    );
    if (found.length === 0) {
      return nothing;
    }
    return html`<p>${this.words.t('supply.rather')}</p>
      <ul>
        ${found.slice(0, SHOWN).map(
          ({ account, name, street, neighbourhood }) => html`<li>
            <button
              type="button"
              class="row"
              @click=${() => this.dispatchEvent(new CustomEvent('chosen', { detail: account }))}
            >
              <span>${name}<span class="muted">${street}, ${neighbourhood}</span></span>
              <span class="go">${this.words.t('supply.pay')}</span>
            </button>
          </li>`,
        )}
      </ul>`;
  }
}

customElements.define('om-rather-here', RatherHere);
