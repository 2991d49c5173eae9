import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { Again } from './again.js';
import { FetchedPart } from './fetched-part.js';
import { programmeLines } from './programme-order.js';
import { tableLook } from './table-look.js';

/**
 * What an order lays down for a programme, whether or not the server answers; and of one that is laid down already, what
 * becomes of it by now, old beside new.
 */
export class ProgrammeTerms extends FetchedPart {
  static properties = {
    ...FetchedPart.properties,
    members: { attribute: false },
    programme: { attribute: false },
  };

  static styles = [sharedStyles, tableLook, stackedTable];

  constructor() {
    super('/v1/programmes');
    new Again(this, async () => {
      await this.refresh();
    });
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** As the order says. @type {import('./programme-order.js').Programme | undefined} */
    this.programme = undefined;
  }

  render() {
    const t = this.words.t.bind(this.words);
    const { account, programme } = this.programme;
    const before = this.found?.laidDown.find(
      (/** @type {any} */ each) => each.account === account && each.programme === programme,
    );
    return html`<p role="alert">${this.trouble}</p>
      ${before ? this.#changes(before) : nothing}
      ${this.found && !before ? html`<p>${t('laid.is-new', { programme })}</p>` : nothing}
      ${this.table(programme, [t('laid.what'), t('laid.value')], programmeLines(this.programme, this))}`;
  }

  /** A line that only one of both has is a change too. */
  #changes(/** @type {any} */ before) {
    const t = this.words.t.bind(this.words);
    const { programme } = this.programme;
    const old = new Map(programmeLines(before, this));
    const now = new Map(programmeLines(this.programme, this));
    const names = [...new Set([...now.keys(), ...old.keys()])].filter((name) => old.get(name) !== now.get(name));
    const value = (/** @type {string | undefined} */ said) => said ?? t('laid.not-laid-down');
    return html`<p><strong>${t('laid.changes', { programme })}</strong> ${t('laid.so-far')} ${this.amount(before.handedOut)}.</p>
      ${names.length === 0
        ? html`<p>${t('laid.changes-nothing')}</p>`
        : this.table(
            t('laid.changes', { programme }),
            [t('laid.what'), t('rules.old'), t('rules.new')],
            names.map((name) => [name, value(old.get(name)), value(now.get(name))]),
          )}`;
  }
}

customElements.define('om-programme-terms', ProgrammeTerms);
