import { LitElement, html } from 'lit';
import './choice-switch.js';
import { remember, remembered } from './preferences.js';

const THEMES = ['system', 'light', 'dark'];

/** Light, dark, or as the system has it; kept for the next visit. */
export class ThemeSwitch extends LitElement {
  static properties = {
    words: { attribute: false },
    theme: { state: true },
  };

  constructor() {
    super();
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
    this.theme = remembered('theme') ?? 'system';
  }

  render() {
    return html`<om-choice-switch
      .label=${this.words.t('page.theme')}
      .choices=${THEMES.map((value) => ({ value, text: this.words.t(`theme.${value}`) }))}
      .chosen=${this.theme}
      @chosen=${({ detail }) => this.#choose(detail)}
    ></om-choice-switch>`;
  }

  #choose(theme) {
    const root = document.documentElement;
    this.theme = theme;
    if (theme === 'system') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
    remember('theme', theme === 'system' ? null : theme);
  }
}

customElements.define('om-theme-switch', ThemeSwitch);
