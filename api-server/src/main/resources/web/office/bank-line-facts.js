import { LitElement, css, html, nothing } from 'lit';
import { outcomeOf } from './outcome.js';

/** Of lines that a proposal may be about. */
const STATES = ['matched', 'work'];

/** The bank's own line that an issue is for, so that whoever signs second sees what the bank says and not what the first made of it. */
export class BankLineFacts extends LitElement {
  static properties = {
    client: { attribute: false },
    words: { attribute: false },
    line: { attribute: false },
    found: { state: true },
    said: { state: true },
  };

  static styles = css`
    :host {
      display: grid;
      overflow-wrap: anywhere;
    }
  `;

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Its name. */
    this.line = '';
    /** @type {import('./bank-issues.js').BankLine | null | undefined} undefined until it is read; null if it does not wait */
    this.found = undefined;
    this.said = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('line')) {
      this.#read(this.line);
    }
  }

  async #read(/** @type {string} */ line) {
    const { said } = await outcomeOf(this.words, async () => {
      const lists = await Promise.all(STATES.map((state) => this.client.ask(`/v1/bank/lines?lineState=${state}`)));
      const all = lists.flatMap(({ lines }) => lines);
      this.found = all.find((/** @type {import('./bank-issues.js').BankLine} */ each) => each.line === line) ?? null;
      return '';
    });
    this.said = said;
  }

  render() {
    const t = this.words.t.bind(this.words);
    if (!this.found) {
      return html`<span>${this.found === null ? t('bank-line.gone') : this.said}</span>`;
    }
    const { otherName, otherIban, bookedDate, references, text, endToEndId } = this.found;
    const written = [...references, text, endToEndId].filter((each) => each).join(' · ');
    return html`<span>${t('bank-line.from', { name: otherName })} ${otherIban ?? nothing}</span>
      <span>${written || t('bank.no-text')}</span>
      <span>${t('bank-line.on', { day: this.words.day(bookedDate) })}</span>`;
  }
}

customElements.define('om-bank-line-facts', BankLineFacts);
