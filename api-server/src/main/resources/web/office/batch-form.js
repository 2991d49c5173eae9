import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem, fetchBlob } from '../kit/member-client.js';
import { fileChoice } from '../kit/file-choice.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { divisions } from '../kit/supply-words.js';
import { readBatch } from './batch-reader.js';
import { formStyles } from './form-styles.js';
import { invite } from './invitation.js';
import { outcomeOf } from './outcome.js';
import { patiently } from './patiently.js';
import { postJson } from './post-json.js';
import { nameInPublic } from './public-name.js';

/**
 * Inviting many at once. Nothing is signed before every line is right; what was signed is sent again as it is until it is
 * answered. A line that is refused stops no other: it is signed anew the next time, and whoever is invited has a letter.
 */
export class BatchForm extends LitElement {
  static properties = {
    client: { attribute: false },
    circuit: {},
    words: { attribute: false },
    batch: { state: true },
    done: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    fileChoice,
    css`
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      th,
      td {
        border-block-end: 1px solid var(--omloop-color-rule);
        padding: var(--omloop-space-2);
        text-align: start;
        vertical-align: top;
      }

      .wrong {
        font-weight: var(--omloop-font-weight-strong);
      }
    `,
    stackedTable,
  ];

  /**
   * What is signed, by line. isOpen: the account is there, and the letter works; isDone: all that belongs to it too.
   *
   * @type {Map<number, {invited: import('./invitation.js').Invited, signed: string, statement: string, isOpen: boolean, isDone: boolean}>}
   */
  #signed = new Map();

  /** What the server said to lines that it refused. @type {Map<number, string>} */
  #refused = new Map();

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    this.circuit = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {import('./batch-reader.js').Batch | null} */
    this.batch = null;
    /** How many are wholly invited. */
    this.done = 0;
    this.outcome = '';
    this.isBusy = false;
  }

  /** None where the server does not answer: then the form of a code is all that is checked. */
  async #areas() {
    try {
      const { year, areas } = await this.client.ask('/v1/areas');
      return new Set(areas.map((/** @type {{code: string}} */ { code }) => `${year}:${code}`));
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      return new Set();
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="title">
      <h2 id="title">${t('members.batch')}</h2>
      <p class="muted">${t('members.batch-how')}</p>
      <label class="file">
        ${t('members.batch-file')}
        <input type="file" accept=".csv,.txt,text/csv" ?disabled=${this.isBusy || this.#signed.size > 0} @change=${({ target }) => this.#read(target.files[0])} />
      </label>
      <p id="outcome" role="status" tabindex="-1">${this.outcome}</p>
      ${this.batch && this.batch.rows.length > 0 ? this.#preview(this.batch) : nothing}
    </section>`;
  }

  #preview(/** @type {import('./batch-reader.js').Batch} */ { rows, unknown }) {
    const t = this.words.t.bind(this.words);
    const isRight = rows.every(({ faults }) => faults.length === 0);
    return html`${unknown.length > 0 ? html`<p>${t('members.batch-unknown', { columns: unknown.join(', ') })}</p>` : nothing}
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${['line', 'kind', 'name', 'check'].map((name) => html`<th role="columnheader" scope="col">${t(`members.batch-${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((row) => this.#row(row))}
        </tbody>
      </table>
      ${isRight && this.done < rows.length
        ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#invite(rows)}>
            ${t('members.batch-sign', { count: rows.length - this.done })}
          </button>`
        : nothing}
      ${rows.some(({ line }) => this.#signed.get(line)?.isOpen)
        ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#letters(rows)}>
            ${t('members.batch-letters')}
          </button>`
        : nothing}`;
  }

  #row(/** @type {import('./batch-reader.js').Row} */ { line, kind, dossier, faults }) {
    const t = this.words.t.bind(this.words);
    const cell = (/** @type {string} */ name, /** @type {unknown} */ what) =>
      html`<td role="cell" data-label=${t(`members.batch-${name}`)}>${what}</td>`;
    return html`<tr role="row">
      ${cell('line', line)} ${cell('kind', t(`members.kind-${kind}`))} ${cell('name', dossier.name)}
      ${cell('check', this.#check(line, faults))}
    </tr>`;
  }

  #check(/** @type {number} */ line, /** @type {import('./batch-reader.js').Row['faults']} */ faults) {
    const t = this.words.t.bind(this.words);
    const wrong = faults.map(({ key, column, other }) => t(key, { what: t(`members.${column}`), line: other })).join(' ');
    const said = wrong || this.#refused.get(line);
    const isOpen = this.#signed.get(line)?.isOpen;
    return html`${isOpen ? t('members.batch-invited') : said ? nothing : t('members.batch-right')}
    ${said ? html`<span class="wrong">${said}</span>` : nothing}`;
  }

  async #read(/** @type {File | undefined} */ file) {
    this.batch = null;
    this.done = 0;
    if (!file) {
      return;
    }
    const known = new Set(divisions(this.words).map(({ value }) => value));
    this.batch = readBatch(new Uint8Array(await file.arrayBuffer()), known, await this.#areas());
    const { fault, rows } = this.batch;
    const wrong = rows.filter(({ faults }) => faults.length > 0).length;
    this.outcome = fault
      ? this.words.t(fault)
      : this.words.t(wrong > 0 ? 'members.batch-some-wrong' : 'members.batch-all-right', { count: rows.length, wrong });
  }

  #invite(/** @type {import('./batch-reader.js').Row[]} */ rows) {
    return this.#run(async () => {
      for (const row of rows) {
        if (!this.#signed.get(row.line)?.isDone) {
          await this.#unlessRefused(row);
        }
      }
      const wrong = rows.length - this.done;
      return this.words.t(wrong > 0 ? 'members.batch-some-refused' : 'members.batch-done', { count: this.done, wrong });
    });
  }

  /** Without an answer the rest waits too; what was refused is shown at its line. */
  async #unlessRefused(/** @type {import('./batch-reader.js').Row} */ row) {
    try {
      this.#refused.delete(row.line);
      await this.#one(row);
      this.done++;
    } catch (cause) {
      if (!(cause instanceof Problem)) {
        throw cause;
      }
      this.#refused.set(row.line, `${cause.message}. ${cause.detail ?? ''}`);
      if (!this.#signed.get(row.line)?.isOpen) {
        this.#signed.delete(row.line);
      }
    }
    this.requestUpdate();
  }

  /** Its dossier goes last: without it the account is there, and the letter works. */
  async #one(/** @type {import('./batch-reader.js').Row} */ row) {
    const begun = this.#signed.get(row.line) ?? (await this.#sign(row));
    this.#signed.set(row.line, begun);
    await patiently(() => this.client.sendOrder(begun.signed));
    begun.isOpen = true;
    if (begun.statement) {
      await patiently(() => this.client.sendStatement(begun.statement));
    }
    const path = `/v1/accounts/${begun.invited.account}/dossier`;
    const { version } = await patiently(() => this.client.ask(path));
    if (version === 0) {
      await patiently(() => postJson(this.client, path, { version, dossier: row.dossier }));
    }
    begun.isDone = true;
  }

  async #sign(/** @type {import('./batch-reader.js').Row} */ { kind, dossier }) {
    const role = kind === 'resident' ? 'resident' : 'firm';
    const { sector = '', area = '' } = dossier;
    const invited = await invite(this.client.origin, { role, sector, area });
    const signed = await this.client.signOrder(invited.order);
    const statement = role === 'firm' ? await nameInPublic(this.client, invited.account, dossier, this.circuit) : '';
    return { invited, signed, statement, isOpen: false, isDone: false };
  }

  #letters(/** @type {import('./batch-reader.js').Row[]} */ rows) {
    return this.#run(async () => {
      const open = rows.filter(({ line }) => this.#signed.get(line)?.isOpen);
      const letters = open.map(({ line, dossier }) => {
        const { code, until } = this.#signed.get(line).invited;
        return { name: dossier.name, code, until: until.toISOString() };
      });
      const file = await this.client.ask(
        '/v1/invitation-letters',
        {
          method: 'POST',
          body: JSON.stringify({ letters }),
          headers: { 'Content-Type': 'application/json', Accept: 'application/pdf' },
        },
        fetchBlob,
      );
      const address = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: address, download: 'omloop-letters.pdf' }).click();
      setTimeout(() => URL.revokeObjectURL(address), 0);
      return this.words.t('members.batch-printed');
    });
  }

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = '';
    this.outcome = (await outcomeOf(this.words, act)).said;
    this.isBusy = false;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped is far below
  }
}

customElements.define('om-batch-form', BatchForm);
