import { css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { fileChoice } from '../kit/file-choice.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { inOrder } from './bank-files.js';
import { formStyles } from './form-styles.js';
import { OfficePart } from './office-part.js';
import { tableLook } from './table-look.js';

const CHECKS = Array.from({ length: 13 }, (_, at) => `I${at + 1}`);

/**
 * Brings the bank's file, and shows what each check found.
 *
 * @fires taken - something has changed
 */
export class BankImport extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    checks: { state: true },
    brought: { state: true },
    isOver: { state: true },
  };

  static styles = [
    sharedStyles,
    formStyles,
    tableLook,
    stackedTable,
    fileChoice,
    css`
      .over {
        background: var(--omloop-color-surface);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {{check: string, result: string, reason: string, facts: string}[]} */
    this.checks = [];
    /** What became of each, where several were brought. @type {{name: string, said: string}[]} */
    this.brought = [];
    this.isOver = false;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('bank.file')}</h2>
      <p>${t('bank.file-how')}</p>
      <label
        class="file ${this.isOver ? 'over' : ''}"
        @dragover=${(/** @type {DragEvent} */ event) => this.#over(event, true)}
        @dragleave=${(/** @type {DragEvent} */ event) => this.#over(event, false)}
        @drop=${(/** @type {DragEvent} */ event) => this.#dropped(event)}
      >
        ${t('bank.choose')}
        <input
          type="file"
          multiple
          accept=".xml,.940,.sta,.txt,.swi"
          ?disabled=${this.isBusy}
          @change=${(/** @type {Event} */ event) => this.#chosen(event)}
        />
      </label>
      <p role="status">${this.isBusy ? t('bank.reading') : nothing}</p>
      <p id="said" role="alert" tabindex="-1">${this.outcome}</p>
      ${this.brought.length > 1
        ? html`<ul>
            ${this.brought.map(({ name, said }) => html`<li>${name}: ${said}</li>`)}
          </ul>`
        : nothing}
      ${this.checks.length > 0 ? this.#table() : nothing}
    `;
  }

  #table() {
    const t = this.words.t.bind(this.words);
    return html`<table role="table">
      <caption class="visually-hidden">
        ${t('bank.checks')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${t('bank.check')}</th>
          <th role="columnheader" scope="col">${t('bank.result')}</th>
          <th role="columnheader" scope="col">${t('bank.found')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.checks.map(
          ({ check, result, reason, facts }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${check} ${t(`bank.check-${check}`)}</th>
              <td role="cell" data-label=${t('bank.result')}>${t(`bank.result-${result}`)}</td>
              <td role="cell" class=${reason === 'ok' ? 'none' : nothing} data-label=${t('bank.found')}>
                ${reason === 'ok' ? nothing : this.words.known(`bank.reason-${reason}`, 'bank.reason-other', reason)}
                ${facts ? html`<span class="muted">${facts}</span>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #over(/** @type {DragEvent} */ event, /** @type {boolean} */ isOver) {
    event.preventDefault();
    this.isOver = isOver;
  }

  #dropped(/** @type {DragEvent} */ event) {
    this.#over(event, false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0 && !this.isBusy) {
      this.#bringAll(files);
    }
  }

  async #chosen(/** @type {Event} */ event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(input.files ?? [])];
    if (files.length > 0) {
      await this.#bringAll(files);
      input.value = ''; // the same file may be brought again
    }
  }

  /** One after the other, as each goes on where the one before it ended. */
  async #bringAll(/** @type {File[]} */ files) {
    this.brought = [];
    for (const file of await inOrder(files)) {
      await this.#bring(file);
      this.brought = [...this.brought, { name: file.name, said: this.outcome }];
    }
  }

  async #bring(/** @type {File} */ file) {
    this.isBusy = true;
    this.outcome = '';
    this.checks = [];
    try {
      const found = await this.client.ask('/v1/bank/statements', {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'application/octet-stream' },
      });
      this.checks = found.checks;
      this.outcome = this.words.t(`bank.outcome-${found.outcome}`, {
        statements: this.words.number(found.statements.length),
        lines: this.words.number(found.lines),
      });
    } catch (cause) {
      this.#refused(cause);
    } finally {
      this.isBusy = false;
    }
    this.dispatchEvent(new Event('taken'));
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#said')).focus();
  }

  /** Checks are made in order: those before the one that fails hold, those behind it were not made. */
  #refused(/** @type {any} */ cause) {
    if (cause instanceof NoAnswer) {
      this.outcome = this.words.t('device.unknown');
      return;
    }
    if (!(cause instanceof Problem)) {
      throw cause;
    }
    const [error] = cause.body.errors ?? [];
    const failed = CHECKS.indexOf(String(error?.pointer ?? '').slice(1));
    this.outcome = failed >= 0 ? this.words.t('bank.not-taken') : `${cause.message}. ${cause.detail ?? ''}`;
    if (failed >= 0) {
      this.checks = CHECKS.slice(0, failed + 1).map((check, at) =>
        at < failed
          ? { check, result: 'ok', reason: 'ok', facts: '' }
          : { check, result: 'refused', reason: error.code, facts: error.detail },
      );
    }
  }
}

customElements.define('om-bank-import', BankImport);
