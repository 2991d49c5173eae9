import { LitElement, css, html, nothing } from 'lit';
import { formatAmount } from '../kit/money.js';
import { decisions } from './bank-decisions.js';
import { outcomeOf } from './outcome.js';

/** Of lines that a proposal may be about. */
const STATES = ['matched', 'work'];

/** The bank's own line that an issue is for, so that whoever signs second sees what the bank says and not what the first made of it. */
export class BankLineFacts extends LitElement {
  static properties = {
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    line: { attribute: false },
    order: { attribute: false },
    found: { state: true },
    reason: { state: true },
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
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** Its name. */
    this.line = '';
    /** Id of the order that is about it. */
    this.order = '';
    /** Why it is for them, where a person chose; empty where the line says it itself. */
    this.reason = '';
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
      const [matched, work, said] = await Promise.all([...STATES.map((state) => this.#find(line, state)), decisions(this.client)]);
      this.found = matched ?? work;
      this.reason = said.find((/** @type {any} */ { decision }) => decision === this.order)?.reason ?? '';
      return '';
    });
    this.said = said;
  }

  /** A list comes some hundreds at a time. @returns {Promise<import('./bank-issues.js').BankLine | null>} */
  async #find(/** @type {string} */ line, /** @type {string} */ state) {
    for (let skip = 0; ; ) {
      const { lines, count } = await this.client.ask(`/v1/bank/lines?lineState=${state}&skip=${skip}`);
      const found = lines.find((/** @type {import('./bank-issues.js').BankLine} */ each) => each.line === line);
      skip += lines.length;
      if (found || lines.length === 0 || skip >= count) {
        return found ?? null;
      }
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    if (!this.found) {
      return html`<span>${this.found === null ? t('bank-line.gone') : this.said}</span>`;
    }
    const { amount, otherName, otherIban, bookedDate, references, text, endToEndId } = this.found;
    const written = [...references, text, endToEndId].filter((each) => each).join(' · ');
    return html`<span>${t('bank-line.amount', { amount: formatAmount(amount, this.currency, this.words.locale) })}</span>
      <span>${t('bank-line.from', { name: otherName })} ${otherIban ?? nothing}</span>
      <span>${written || t('bank.no-text')}</span>
      <span>${t('bank-line.on', { day: this.words.day(bookedDate) })}</span>
      ${this.reason ? html`<span>${t('bank-line.why', { reason: this.reason })}</span>` : nothing}`;
  }
}

customElements.define('om-bank-line-facts', BankLineFacts);
