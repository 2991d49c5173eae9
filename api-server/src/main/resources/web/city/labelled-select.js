import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';

/**
 * One choice out of many, under a name.
 *
 * @fires chosen - with the choice's value as detail
 */
export class LabelledSelect extends LitElement {
  static properties = {
    label: {},
    choices: { attribute: false },
    chosen: {},
  };

  static styles = [
    sharedStyles,
    css`
      label {
        display: grid;
        gap: var(--omloop-space-1);
        grid-template-columns: minmax(0, 1fr);
      }

      select {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    /** In groups where a choice names its group. @type {{value: string, text: string, group?: string}[]} */
    this.choices = [];
    this.chosen = '';
  }

  render() {
    const groups = [...new Set(this.choices.map(({ group }) => group))];
    return html`<label>
      ${this.label}
      <select @change=${(/** @type {any} */ { target }) => this.#choose(target.value)}>
        ${groups.map((group) => this.#group(group))}
      </select>
    </label>`;
  }

  #group(/** @type {string | undefined} */ group) {
    const options = this.choices.filter((each) => each.group === group).map((each) => this.#option(each));
    return group === undefined ? options : html`<optgroup label=${group}>${options}</optgroup>`;
  }

  #option({ value, text }) {
    return html`<option value=${value} ?selected=${value === this.chosen} .selected=${value === this.chosen}>${text}</option>`;
  }

  #choose(/** @type {string} */ value) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: value }));
  }
}

customElements.define('om-labelled-select', LabelledSelect);
