import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { Again } from './again.js';
import { decide, decisions } from './bank-decisions.js';
import './bank-decision-list.js';
import './bank-import.js';
import { BankIssues } from './bank-issues.js';
import './bank-settling.js';
import './bank-statements.js';
import { formStyles } from './form-styles.js';
import { ifThere } from './if-there.js';
import { OfficePart } from './office-part.js';
import { outcomeOf } from './outcome.js';

/** Bank days after which a line should be settled, and after which it goes back. */
const LATE = 5;
const BACK = 30;

/** Money that came in: ready to issue, to be looked at; and money that went out. */
export class BankDesk extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    rights: { attribute: false },
    matched: { state: true },
    work: { state: true },
    debits: { state: true },
    counts: { state: true },
    decisions: { state: true },
    deciding: { state: true },
    statements: { state: true },
    waiting: { state: true },
    isLost: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    css`
      .facts {
        align-items: baseline;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-1) var(--omloop-space-4);
        justify-content: space-between;
      }

      .amount,
      .late {
        font-weight: var(--omloop-font-weight-strong);
      }
    `,
  ];

  /** @type {BankIssues | null} */
  #issues = null;
  /** How many lines somebody wants to see, by state. @type {Record<string, number>} */
  #wanted = {};

  constructor() {
    super();
    new Again(this, () => this.#refresh());
    /** @type {string[]} */
    this.rights = [];
    /** @type {import('./bank-issues.js').BankLine[] | null} null until they are read, as the next */
    this.matched = null;
    /** @type {import('./bank-issues.js').BankLine[] | null} */
    this.work = null;
    /** @type {import('./bank-issues.js').BankLine[]} */
    this.debits = [];
    /** How many lines there are, by state: no more than 500 are shown. @type {Record<string, number>} */
    this.counts = {};
    /** @type {import('./bank-decisions.js').Decision[]} */
    this.decisions = [];
    /** Lines that a decision waits about. @type {Set<string>} */
    this.deciding = new Set();
    /** @type {any[]} */
    this.statements = [];
    /** Lines whose order waits for a second signature. @type {Set<string>} */
    this.waiting = new Set();
    this.isLost = false;
  }

  connectedCallback() {
    this.#issues = new BankIssues(this.client);
    super.connectedCallback();
  }

  async #refresh() {
    try {
      const lines = (/** @type {string} */ state) => this.#all(state);
      const [matched, work, debits, stated, waiting, decided] = await Promise.all([
        lines('matched'),
        lines('work'),
        lines('debit'),
        this.#read('/v1/bank/statements?', 'statements', this.#wanted.statements),
        this.#issues.waiting(),
        decisions(this.client),
      ]);
      this.matched = matched.lines;
      this.work = work.lines;
      this.debits = debits.lines;
      this.statements = stated.statements;
      this.counts = { matched: matched.count, work: work.count, debit: debits.count, statements: stated.count };
      this.waiting = waiting;
      this.decisions = decided;
      const open = decided.filter(({ state }) => state === 'open').flatMap((each) => each.lines);
      this.deciding = new Set(open.map(({ line }) => line));
      this.isLost = false;
    } catch (cause) {
      this.isLost = true;
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  #all(/** @type {string} */ state) {
    return this.#read(`/v1/bank/lines?lineState=${state}&`, 'lines', this.#wanted[state]);
  }

  /** A list: its first 500, and as many more as somebody asked for. */
  async #read(/** @type {string} */ address, /** @type {string} */ name, wanted = 0) {
    const read = await this.client.ask(`${address}skip=0`);
    const list = read[name];
    while (list.length < Math.min(wanted, read.count)) {
      const next = (await this.client.ask(`${address}skip=${list.length}`))[name];
      if (next.length === 0) {
        break; // some were settled meanwhile
      }
      list.push(...next);
    }
    return read;
  }

  /** How many are shown of how many, and a way to the rest. */
  #more(/** @type {string} */ state, /** @type {any[]} */ lines) {
    const count = this.counts[state] ?? 0;
    if (count <= lines.length) {
      return nothing;
    }
    const shown = { shown: this.words.number(lines.length), count: this.words.number(count) };
    const more = () => {
      this.#wanted[state] = lines.length + 500;
      return this.#refresh();
    };
    return html`<p>${this.words.t('bank.shown-of', shown)}</p>
      <button type="button" @click=${more}>${this.words.t('bank.show-more')}</button>`;
  }

  #older() {
    this.#wanted.statements = this.statements.length + 500;
    return this.#refresh();
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <om-bank-import .client=${this.client} .words=${this.words} @taken=${() => this.#refresh()}></om-bank-import>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      <p role="status">${this.isLost ? t('device.no-answer') : nothing}</p>
      ${this.#ready()} ${this.#worklist()} ${this.#out()}
      <om-bank-decision-list
        .client=${this.client}
        .currency=${this.currency}
        .words=${this.words}
        .decisions=${this.decisions}
        @changed=${() => this.#refresh()}
      ></om-bank-decision-list>
      <om-bank-statements
        .statements=${this.statements}
        .count=${this.counts.statements ?? 0}
        .currency=${this.currency}
        .words=${this.words}
        @older=${() => this.#older()}
      ></om-bank-statements>
    `;
  }

  get #maySign() {
    return this.rights.includes('operate');
  }

  #ready() {
    const t = this.words.t.bind(this.words);
    const lines = this.matched ?? [];
    const free = lines.filter(({ line }) => !this.waiting.has(line) && !this.deciding.has(line));
    return html`<section aria-labelledby="ready">
      <h2 id="ready">${t('bank.ready')}</h2>
      <p>${t('bank.ready-how')}</p>
      ${this.matched?.length === 0 ? html`<p>${t('bank.none-ready')}</p>` : nothing}
      ${this.#maySign && free.length > 1
        ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#sign(free)}>
            ${t('bank.sign-all', { count: this.words.number(free.length) })}
          </button>`
        : nothing}
      <ul>
        ${repeat(
          lines,
          ({ line }) => line,
          (line) => html`<li>${this.#facts(line)} ${this.#whom(line)} ${this.#signing(line)}</li>`,
        )}
      </ul>
      ${this.#more('matched', lines)}
    </section>`;
  }

  #signing(/** @type {import('./bank-issues.js').BankLine} */ line) {
    const t = this.words.t.bind(this.words);
    if (this.waiting.has(line.line)) {
      return html`<p>${t('bank.waits')}</p>`;
    }
    if (this.deciding.has(line.line)) {
      return html`<p>${t('bank.waits-below')}</p>`;
    }
    return this.#maySign
      ? html`<div class="actions">
          <button type="button" ?disabled=${this.isBusy} @click=${() => this.#sign([line])}>
            ${t('bank.sign')}<span class="visually-hidden">: ${this.#named(line.account)}, ${this.words.day(line.bookedDate)}</span>
          </button>
        </div>`
      : nothing;
  }

  #whom(/** @type {import('./bank-issues.js').BankLine} */ { account }) {
    return html`<p>${this.words.t('bank.for', { account: this.#named(account) })}</p>`;
  }

  #named(/** @type {string} */ account) {
    const name = this.members.of(account)?.name;
    return name ? `${name} (${account})` : account;
  }

  #facts(/** @type {import('./bank-issues.js').BankLine} */ line) {
    const t = this.words.t.bind(this.words);
    return html`<p class="facts">
        <om-amount-text
          class="amount"
          .amount=${line.amount}
          .currency=${this.currency}
          .words=${this.words}
        ></om-amount-text>
        <span>${this.words.day(line.bookedDate)}</span>
        <span class=${line.bankDays > LATE ? 'late' : 'muted'}>${this.#age(line.bankDays)}</span>
      </p>
      <p>${line.otherName} <span class="muted">${line.otherIban ?? ''}</span></p>
      <p class="muted">
        ${[...line.references, line.text, line.endToEndId].filter((each) => each).join(' · ') || t('bank.no-text')}
      </p>`;
  }

  #age(/** @type {number} */ days) {
    const age = this.words.t('bank.age', { days: this.words.number(days) });
    return days > BACK ? `${age} ${this.words.t('bank.back')}` : days > LATE ? `${age} ${this.words.t('bank.late')}` : age;
  }

  #worklist() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="work">
      <h2 id="work">${t('bank.work')}</h2>
      <p>${t('bank.work-how')}</p>
      ${this.work?.length === 0 ? html`<p>${t('bank.none-work')}</p>` : nothing}
      <ul>
        ${repeat(
          this.work ?? [],
          ({ line }) => line,
          (line) => html`<li>${this.#facts(line)} ${this.#why(line)} ${this.#choosing(line)} ${this.#settling(line)}</li>`,
        )}
      </ul>
      ${this.#more('work', this.work ?? [])}
    </section>`;
  }

  #why(/** @type {import('./bank-issues.js').BankLine} */ { reason }) {
    const refusal = /^refused-(.+)$/.exec(reason)?.[1];
    return html`<p>
      <strong
        >${refusal
          ? this.words.known(`refusal.${refusal}`, 'refusal.unknown', refusal)
          : this.words.known(`bank.reason-${reason}`, 'bank.reason-other', reason)}</strong
      >
    </p>`;
  }

  /** Whose it is, is decided by people: one chooses, another signs too. */
  #choosing(/** @type {import('./bank-issues.js').BankLine} */ line) {
    const t = this.words.t.bind(this.words);
    if (this.waiting.has(line.line)) {
      return html`<p>${t('bank.waits')}</p>`;
    }
    if (this.deciding.has(line.line)) {
      return nothing;
    }
    if (!this.#maySign || line.side !== 'credit' || line.reversal || line.returnReason) {
      return this.#payout(line);
    }
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#chosen(event, line)}>
      ${line.account ? html`<p>${t('bank.may-be', { account: this.#named(line.account) })}</p>` : nothing}
      <label>
        ${t('bank.account')}
        <input
          name="account"
          autocomplete="off"
          autocapitalize="none"
          required
          maxlength="40"
          .defaultValue=${line.account ?? ''}
        />
      </label>
      <label>
        ${t('bank.why')}
        <input name="reason" autocomplete="off" required maxlength="140" />
      </label>
      <p class="muted">${t('bank.why-how')}</p>
      <div class="actions">
        <button ?disabled=${this.isBusy}>${t('bank.propose')}</button>
      </div>
    </form>`;
  }

  /** What is for no member and of no payout: it went back, the bank took it back, or it is the operator's own. */
  #settling(/** @type {import('./bank-issues.js').BankLine} */ line) {
    if (this.deciding.has(line.line)) {
      return html`<p>${this.words.t('bank.waits-below')}</p>`;
    }
    if (this.waiting.has(line.line)) {
      return nothing;
    }
    const open = [...(this.work ?? []), ...this.debits, ...(this.matched ?? [])];
    return this.#maySign
      ? html`<om-bank-settling
          .line=${line}
          .others=${open.filter((other) => other.line !== line.line && !this.waiting.has(other.line) && !this.deciding.has(other.line))}
          .currency=${this.currency}
          .words=${this.words}
          .isBusy=${this.isBusy}
          @decided=${(/** @type {CustomEvent} */ event) => this.#settled(event.detail)}
        ></om-bank-settling>`
      : nothing;
  }

  #settled(/** @type {import('./bank-decisions.js').Choice & {reason: string}} */ said) {
    return this.#run(async () => {
      await decide(this.client, said);
      return this.words.t('bank.settle-proposed');
    });
  }

  /** A line of a payout is booked where payouts are. */
  #payout(/** @type {import('./bank-issues.js').BankLine} */ { redemption }) {
    return redemption
      ? html`<p>${this.words.t('bank.of-payout')} <a href="/office?room=payouts">${this.words.t('bank.to-payouts')}</a></p>`
      : nothing;
  }

  #out() {
    const t = this.words.t.bind(this.words);
    return this.debits.length === 0
      ? nothing
      : html`<section aria-labelledby="out">
          <h2 id="out">${t('bank.out')}</h2>
          <p>${t('bank.out-how')}</p>
          <ul>
            ${this.debits.map((line) => html`<li>${this.#facts(line)} ${this.#payout(line)} ${this.#settling(line)}</li>`)}
          </ul>
          ${this.#more('debit', this.debits)}
        </section>`;
  }

  #chosen(/** @type {SubmitEvent} */ event, /** @type {import('./bank-issues.js').BankLine} */ line) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    return this.#run(async () => {
      const account = String(form.get('account')).trim().toLowerCase();
      if (!(await ifThere(this.client.ask(`/v1/accounts/${encodeURIComponent(account)}`)))) {
        return this.words.t('bank.no-member', { account });
      }
      await this.#issues.issue(line, account, true, String(form.get('reason')).trim());
      return this.words.t('bank.proposed');
    });
  }

  /** Signs one after the other; what is refused goes to the work list, and the others go on. */
  #sign(/** @type {import('./bank-issues.js').BankLine[]} */ lines) {
    return this.#run(async () => {
      let issued = 0;
      let proposed = 0;
      const trouble = [];
      for (const line of lines) {
        try {
          const byTwo = await this.#issues.takesTwo(line.amount);
          await this.#issues.issue(line, line.account, byTwo);
          byTwo ? (proposed += 1) : (issued += 1);
        } catch (cause) {
          if (!(cause instanceof Problem)) {
            throw cause;
          }
          trouble.push(`${this.#named(line.account)}: ${cause.message}.`);
        }
      }
      const counts = { issued: this.words.number(issued), proposed: this.words.number(proposed) };
      return [this.words.t('bank.signed', counts), ...trouble].join(' ');
    });
  }

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = '';
    this.outcome = (await outcomeOf(this.words, act)).said;
    await this.#refresh();
    this.isBusy = false;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus();
  }
}

customElements.define('om-bank-desk', BankDesk);
