import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import './rule-form.js';
import { GROUPS, valueText } from './rule-values.js';
import { tableLook } from './table-look.js';

/** The rules that hold now, in groups; whoever may sign changes one group at a time. */
export class RuleList extends FetchedPart {
  static properties = { ...FetchedPart.properties, maySign: { attribute: false }, opened: { state: true }, said: { state: true } };

  static styles = [sharedStyles, formStyles, tableLook, stackedTable];

  constructor() {
    super('/v1/policies');
    this.maySign = false;
    /** The group that is being changed; empty while none is. */
    this.opened = '';
    this.said = '';
  }

  heading() {
    return this.words.t('rules.title');
  }

  content(/** @type {{settings: Record<string, any>}} */ { settings }) {
    return html`<p>${this.words.t('rules.how')}</p>
      <p id="said" role="status" tabindex="-1">${this.said}</p>
      ${Object.keys(GROUPS).map((group) => this.#group(group, settings))}`;
  }

  #group(/** @type {string} */ group, /** @type {Record<string, any>} */ settings) {
    const title = this.words.t(`group.${group}`);
    return html`<section id=${group}>
      <h3 tabindex="-1">${title}</h3>
      ${this.opened === group
        ? html`<om-rule-form
            .client=${this.client}
            .currency=${this.currency}
            .words=${this.words}
            .group=${group}
            .settings=${settings}
            @proposed=${(/** @type {CustomEvent<string>} */ { detail }) => this.#done(detail)}
            @left=${() => this.#open('', group)}
          ></om-rule-form>`
        : html`${this.table(
            title,
            ['rule', 'now'].map((name) => this.words.t(`rules.${name}`)),
            Object.keys(GROUPS[group]).map((name) => [this.words.t(`rule.${name}`), valueText(name, settings[name], this)]),
          )}
          ${this.maySign
            ? html`<button type="button" @click=${() => this.#open(group, group)}>
                ${this.words.t('rules.change')}<span class="visually-hidden">: ${title}</span>
              </button>`
            : nothing}`}
    </section>`;
  }

  /** The button is gone by then, and with it where somebody was. */
  async #open(/** @type {string} */ group, /** @type {string} */ at) {
    this.opened = group;
    this.said = '';
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(`#${at} h3`)).focus();
  }

  async #done(/** @type {string} */ said) {
    this.opened = '';
    this.said = said;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#said')).focus();
  }
}

customElements.define('om-rule-list', RuleList);
