import { css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { Again } from './again.js';
import { formStyles } from './form-styles.js';
import { OfficePart } from './office-part.js';
import { Work } from './work.js';

/** What waits for the office, how much and since when, each with the room where it is done. */
export class ToDoList extends OfficePart {
  static properties = { ...OfficePart.properties, work: { state: true } };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      li {
        align-items: baseline;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--omloop-space-4);
        justify-content: space-between;
      }

      a {
        align-content: center;
        min-block-size: var(--omloop-target-size);
      }
    `,
  ];

  /** @type {Work | null} */
  #reader = null;

  constructor() {
    super();
    new Again(this, () => this.#look());
    /** @type {import('./work.js').Waiting[] | null} null until it is read */
    this.work = null;
  }

  connectedCallback() {
    this.#reader = new Work(this.client);
    super.connectedCallback();
  }

  /** What was read stays while there is no answer: the lists below say so. */
  async #look() {
    try {
      this.work = await this.#reader.read();
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<h2>${t('today.title')}</h2>
      ${this.work?.length === 0 ? html`<p>${t('today.nothing')}</p>` : nothing}
      <ul>
        ${(this.work ?? []).map((each) => this.#line(each))}
      </ul>`;
  }

  #line(/** @type {import('./work.js').Waiting} */ { what, room, count, since }) {
    const t = this.words.t.bind(this.words);
    return html`<li>
      <a href="/office?room=${room}">${t(`today.${what}`, { count: this.words.number(count) })}</a>
      ${since ? html`<span class="muted">${t('today.since', { day: this.words.day(since) })}</span>` : nothing}
    </li>`;
  }
}

customElements.define('om-to-do-list', ToDoList);
