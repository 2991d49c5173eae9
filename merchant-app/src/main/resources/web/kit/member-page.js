// What a page of till or wallet begins with, beside what every page does: who this device is, and whom it may pay.

import { html, nothing } from 'lit';
import { openEnrolment } from './enrolments.js';
import { Members } from './members.js';
import { Page } from './page.js';

/** A page for an enrolled device. */
export class MemberPage extends Page {
  static properties = {
    ...Page.properties,
    member: { state: true },
  };

  #face;

  /**
   * @param {'till' | 'wallet' | 'office'} face
   * @param {...((language: string) => Promise<{texts: Record<string, string>}>)} own words that it alone has
   */
  constructor(face, ...own) {
    super(`${face}.title`, ...own);
    this.#face = face;
    /** @type {{client: import('./member-client.js').MemberClient, name: string, person: string} | null | undefined} */
    this.member = undefined;
    /** @type {Members | null} known as soon as the currency is */
    this.members = null;
  }

  async begin() {
    await super.begin();
    this.members = new Members(this.currency.origin, this.currency.serverKey);
    this.members.open().then(() => this.requestUpdate());
    this.member = await openEnrolment(this.#face, () => document.documentElement.lang);
    if (this.member) {
      await this.opened();
    }
    await navigator.serviceWorker?.register('/service-worker.js'); // absent over plain http from another machine
  }

  render() {
    return this.member === undefined ? nothing : super.render();
  }

  /** Where to go from a device that is nobody's yet. */
  nobody() {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('nobody.yet')}</p>
      <ul>
        <li><a href="/join">${t('nobody.join')}</a></li>
        <li><a href="/device">${t('nobody.device')}</a></li>
        ${this.currency.demo ? html`<li><a href="/">${t('nobody.demo')}</a></li>` : nothing}
      </ul>`;
  }

  /** Called once it is known who this device is. */
  async opened() {}
}
