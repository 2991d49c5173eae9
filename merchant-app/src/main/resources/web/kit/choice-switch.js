import { LitElement, css, html } from 'lit';
import { sharedStyles } from './shared-styles.js';

/**
 * One choice out of a few, all of them in sight: a language, a theme.
 *
 * @fires chosen - with the choice's value as detail
 */
export class ChoiceSwitch extends LitElement {
  static properties = {
    label: {},
    choices: { attribute: false },
    chosen: {},
  };

  static styles = [
    sharedStyles,
    css`
      fieldset {
        border: 0;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2);
        margin: 0;
        min-inline-size: 0;
        padding: 0;
      }

      label {
        align-items: center;
        color: var(--omloop-color-text-muted);
        cursor: pointer;
        display: flex;
        justify-content: center;
        min-block-size: var(--omloop-target-size);
        min-inline-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-2);
        position: relative;
      }

      label:hover {
        color: var(--omloop-color-text);
      }

      label:has(:checked) {
        color: var(--omloop-color-text);
        text-decoration: underline 3px var(--omloop-color-action);
        text-underline-offset: 0.5em;
      }

      label:has(:focus-visible) {
        box-shadow: 0 0 0 6px var(--omloop-color-focus-outer);
        outline: 3px solid var(--omloop-color-focus-inner);
        z-index: 1;
      }

      input {
        appearance: none;
        box-shadow: none;
        cursor: pointer;
        inset: 0;
        margin: 0;
        outline: none;
        position: absolute;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    /** @type {{value: string, text: string, lang?: string}[]} */
    this.choices = [];
    this.chosen = '';
  }

  render() {
    return html`
      <fieldset>
        <legend class="visually-hidden">${this.label}</legend>
        ${this.choices.map((choice) => this.#choice(choice))}
      </fieldset>
    `;
  }

  /** @param {{value: string, text: string, lang?: string}} choice */
  #choice({ value, text, lang }) {
    return html`
      <label lang=${lang ?? document.documentElement.lang}>
        <input
          type="radio"
          name="choice"
          .value=${value}
          .checked=${value === this.chosen}
          @change=${() => this.#choose(value)}
        />
        ${text}
      </label>
    `;
  }

  #choose(value) {
    this.chosen = value;
    this.dispatchEvent(new CustomEvent('chosen', { detail: value }));
  }
}

customElements.define('om-choice-switch', ChoiceSwitch);
