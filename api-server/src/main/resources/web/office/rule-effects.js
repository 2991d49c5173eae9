import { html, nothing } from 'lit';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { preview } from './rule-orders.js';
import { valueText } from './rule-values.js';
import { tableLook } from './table-look.js';

/**
 * What a change of the rules would do: old beside new, and whom it touches, by the accounts as they stand now.
 *
 * @fires looked - with whether there is something that can be signed
 */
export class RuleEffects extends FetchedPart {
  static properties = {
    ...FetchedPart.properties,
    change: {
      attribute: false,
      hasChanged: (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one) !== JSON.stringify(other),
    },
  };

  static styles = [sharedStyles, formStyles, tableLook, stackedTable];

  constructor() {
    super('');
    /** @type {{settings: Record<string, any>, effective: number} | undefined} */
    this.change = undefined;
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('change') && this.isConnected && changed.get('change')) {
      this.refresh();
    }
  }

  async refresh() {
    await this.run(async () => {
      const { settings, effective } = this.change;
      this.found = null;
      try {
        this.found = await preview(this.client, { settings, effective });
        return '';
      } catch (cause) {
        const said = cause instanceof Problem ? faultsOf(cause, this.words) : '';
        if (!said) {
          throw cause;
        }
        return said;
      }
    });
    this.dispatchEvent(new CustomEvent('looked', { detail: (this.found?.effects.length ?? 0) > 0 }));
    return true;
  }

  render() {
    return html`<p role="alert">${this.trouble}</p>
      ${this.found ? this.content(this.found) : nothing}`;
  }

  content(/** @type {{effective: string, effects: any[]}} */ { effective, effects }) {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('rules.from', { time: this.words.dateAndTime(new Date(effective)) })}</p>
      ${effects.length === 0
        ? html`<p>${t('rules.no-effect')}</p>`
        : this.table(
            t('rules.effects'),
            ['rule', 'old', 'new', 'touches'].map((name) => t(`rules.${name}`)),
            effects.map((each) => [
              t(`rule.${each.name}`),
              valueText(each.name, each.before, this),
              valueText(each.name, each.after, this),
              this.#touches(each),
            ]),
          )}`;
  }

  #touches(/** @type {any} */ { touches, accounts, largest }) {
    const { words } = this;
    if (accounts === undefined) {
      return words.t('touches.nobody');
    }
    return html`${words.t(`touches.${touches}`, { count: words.number(accounts) })}
    ${largest === undefined ? nothing : html`<span class="muted">${words.t('touches.largest')} ${this.amount(largest)}</span>`}`;
  }
}

/** What is wrong with a change, setting by setting. @param {Problem} problem @param {import('../kit/i18n.js').Words} words */
function faultsOf({ body }, words) {
  return (body.errors ?? [])
    .map((/** @type {any} */ { pointer, code }) => {
      const name = /^\/settings\/(\w+)$/.exec(pointer ?? '')?.[1];
      return name ? `${words.known(`rule.${name}`, 'rules.unknown', name)}: ${words.known(`fault.${code}`, 'fault.other', code)}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

customElements.define('om-rule-effects', RuleEffects);
