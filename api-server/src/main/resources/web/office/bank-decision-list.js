import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { agree, withdraw } from './bank-decisions.js';
import { formStyles } from './form-styles.js';
import { OfficePart } from './office-part.js';
import { outcomeOf } from './outcome.js';

/** What was decided lately is read back below what waits. */
const SHOWN = 10;

/**
 * Decisions about lines of the bank: those that wait for a second person, and the latest.
 *
 * @fires changed - something was agreed to or taken back
 */
export class BankDecisionList extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    decisions: { attribute: false },
  };

  static styles = [sharedStyles, formStyles];

  constructor() {
    super();
    /** @type {import('./bank-decisions.js').Decision[]} */
    this.decisions = [];
  }

  render() {
    const t = this.words.t.bind(this.words);
    const open = this.decisions.filter(({ state }) => state === 'open');
    const past = this.decisions.filter(({ state }) => state !== 'open');
    return html`<h2>${t('bank.decisions')}</h2>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      ${open.length === 0 ? html`<p>${t('bank.decisions-none')}</p>` : nothing}
      <ul>
        ${open.map((each) => this.#decision(each, this.#signing(each)))}
      </ul>
      ${past.length === 0
        ? nothing
        : html`<details>
            <summary>${t('bank.decisions-past')}</summary>
            <ul>
              ${past.slice(0, SHOWN).map((each) => this.#decision(each, nothing))}
            </ul>
          </details>`}`;
  }

  #decision(/** @type {import('./bank-decisions.js').Decision} */ it, /** @type {unknown} */ signing) {
    const t = this.words.t.bind(this.words);
    return html`<li>
      <h3 id=${it.decision}>${t(`bank.kind-${it.kind}`)}</h3>
      ${it.lines.map(
        (line) =>
          html`<p>
            ${t(line.side === 'credit' ? 'bank.came-in' : 'bank.went-out')}
            ${this.amount(line.amount)},
            ${this.words.day(line.bookedDate)}, ${line.otherName || line.text}
          </p>`,
      )}
      <p>${t('bank.because', { reason: it.reason })}</p>
      <p class="muted">${t(`bank.decision-${it.state}`)} ${this.words.dateAndTime(new Date(it.decidedAt ?? it.madeAt))}</p>
      ${signing}
    </li>`;
  }

  #signing(/** @type {import('./bank-decisions.js').Decision} */ it) {
    const t = this.words.t.bind(this.words);
    return html`<p>${it.maySign ? t('bank.agree-final') : t('proposal.own')}</p>
      <div class="actions">
        ${it.maySign
          ? html`<button
              type="button"
              class="strong"
              aria-describedby=${it.decision}
              ?disabled=${this.isBusy}
              @click=${() => this.#run(() => agree(this.client, it), 'bank.agreed')}
            >
              ${t('bank.agree')}
            </button>`
          : nothing}
        <button
          type="button"
          aria-describedby=${it.decision}
          ?disabled=${this.isBusy}
          @click=${() => this.#run(() => withdraw(this.client, it), 'proposal.withdrawn')}
        >
          ${t(it.maySign ? 'proposal.refuse' : 'proposal.withdraw')}
        </button>
      </div>`;
  }

  async #run(/** @type {() => Promise<any>} */ act, /** @type {string} */ done) {
    this.isBusy = true;
    const { said } = await outcomeOf(this.words, async () => {
      await act();
      return this.words.t(done);
    });
    this.outcome = said;
    this.isBusy = false;
    this.dispatchEvent(new Event('changed'));
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped is gone
  }
}

customElements.define('om-bank-decision-list', BankDecisionList);
