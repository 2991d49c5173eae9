import { html, nothing } from 'lit';
import '../kit/choice-switch.js';
import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { Page } from '../kit/page.js';
import '../kit/theme-switch.js';
import { addressOf, isFiltered, linkTo } from './address.js';
import { periodText } from './cell-text.js';
import { chosenNames, chosenNotice } from './chosen.js';
import './file-link.js';
import { lightPaper, ownColours } from './paper.js';
import './period-picker.js';
import { AuditClient, ReportClient } from './report-client.js';
import './report-header.js';
import { reportOpening } from './report-opening.js';

const AGAIN_MILLISECONDS = 5_000;
const ENROLMENTS = new DeviceStore('enrolments');

/** Which length is shown to who asks for none: a council reads by quarter. */
const PREFERRED = ['quarter', 'month', 'year'];

/** The municipality's page: one report, public for everybody and exact for an auditor. Composes and fetches. */
export class CityApp extends Page {
  static properties = {
    ...Page.properties,
    periods: { state: true },
    report: { state: true },
    indicators: { state: true },
    areas: { state: true },
    audit: { state: true },
    address: { state: true },
    trouble: { state: true },
    rest: { state: true },
    isRestLost: { state: true },
  };

  #reports = new ReportClient();
  #isRestComing = false;
  #followAddress = () => this.#go(addressOf(location), false);

  constructor() {
    super(
      'city.page-title',
      (language) => import(`./i18n/${language}.js`),
      async (language) => (this.rest || this.#isRestComing ? import(`../kit/i18n/divisions-${language}.js`) : { texts: {} }),
    );
    /** @type {import('./report-client.js').KnownPeriod[] | null} */
    this.periods = null;
    /** @type {import('./report.js').Report | null} */
    this.report = null;
    /** @type {Map<string, any>} */
    this.indicators = new Map();
    /** @type {Map<string, string>} */
    this.areas = new Map();
    /** @type {AuditClient | null} */
    this.audit = null;
    this.address = addressOf(location);
    /** Key of the words that say what is wrong. */
    this.trouble = '';
    /** What draws all below the headline; it comes once that stands. @type {typeof import('./report-body.js') | null} */
    this.rest = null;
    /** Whether it did not come. */
    this.isRestLost = false;
    /** @type {import('./choice.js').Choice | null} */
    this.choice = null;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('popstate', this.#followAddress);
    window.addEventListener('beforeprint', lightPaper);
    window.addEventListener('afterprint', ownColours);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#followAddress);
    window.removeEventListener('beforeprint', lightPaper);
    window.removeEventListener('afterprint', ownColours);
  }

  willUpdate(changed) {
    if (['rest', 'report', 'address'].some((name) => changed.has(name))) {
      this.choice = this.rest && this.report ? new this.rest.Choice(this.report, this.address) : null;
    }
  }

  async updated() {
    if (this.words) {
      const chosen = chosenNames(this.address, this.choice, this.#view());
      document.title = [this.words.t('city.page-title'), chosen].filter(Boolean).join(': ');
    }
    if (this.report && !this.rest && !this.#isRestComing && !this.isRestLost) {
      await this.#fetchRest();
    }
  }

  /** Gets what draws all below the headline, and the words that only that has. */
  async #fetchRest() {
    this.#isRestComing = true;
    try {
      const rest = await import('./report-body.js');
      await this.speak(this.words.language);
      this.rest = rest;
    } catch (cause) {
      console.warn('the rest of the report could not be fetched', cause);
      this.isRestLost = true;
    } finally {
      this.#isRestComing = false;
    }
  }

  async begin() {
    await super.begin();
    this.audit = await this.#auditor();
    await this.#untilAnswered(async () => (this.periods = await this.#reports.periods()));
    await this.#go(this.address, false);
    this.#untilAnswered(async () => (this.areas = await this.#reports.areas()), false);
    this.#untilAnswered(async () => (this.indicators = await this.#reports.indicators()), false);
  }

  /** Whoever uses this device, if that is an auditor; everybody else reads what is public. */
  async #auditor() {
    if ((await ENROLMENTS.get('office')) === undefined) {
      return null; // nearly everybody: what signs is not even fetched
    }
    const { openEnrolment } = await import('../kit/enrolments.js');
    const member = await openEnrolment('office', () => document.documentElement.lang);
    try {
      const { rights } = await member.client.signIn();
      return rights.includes('audit') ? new AuditClient(member.client) : null;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      return null;
    }
  }

  /** Shows what an address asks for, and keeps it in the browser's history. */
  async #go(/** @type {import('./address.js').Address} */ asked, isChosen = true) {
    const period = asked.period || this.#newest();
    if (period !== this.report?.period.id || asked.view !== this.address.view) {
      this.report = null; // what stands there is not what was asked for
    }
    this.address = { ...asked, period };
    if (isChosen) {
      history.pushState(null, '', linkTo(this.address, new URL(location.href)));
    }
    if (!period) {
      this.trouble = 'city.no-period';
      return;
    }
    if (this.report) {
      return; // only what is looked at in it is another
    }
    this.trouble = '';
    const source = this.#isExact() ? this.audit : this.#reports;
    await this.#untilAnswered(async () => {
      const report = await source.report(period);
      if (period === this.address.period && asked.view === this.address.view) {
        this.report = report;
      }
    });
  }

  #isExact() {
    return this.audit !== null && this.address.view !== 'public';
  }

  #newest() {
    const periods = this.periods ?? [];
    const best = (/** @type {boolean} */ closed) =>
      PREFERRED.map((length) => periods.filter((each) => each.length === length && each.closed === closed).at(-1)).find(Boolean);
    return (best(true) ?? best(false))?.period ?? '';
  }

  /** Asks again while the server reads the journal; what it does not have it never will. Without names codes do. */
  async #untilAnswered(/** @type {() => Promise<any>} */ ask, isNeeded = true) {
    for (;;) {
      try {
        await ask();
        if (isNeeded && this.trouble === 'city.reading') {
          this.trouble = '';
        }
        return;
      } catch (cause) {
        const isOver = cause instanceof Problem;
        if (!isOver && !(cause instanceof NoAnswer)) {
          throw cause;
        }
        if (isNeeded) {
          this.trouble = isOver ? 'city.no-report' : 'city.reading';
        }
        if (isOver) {
          return;
        }
        await new Promise((resume) => setTimeout(resume, AGAIN_MILLISECONDS));
      }
    }
  }

  content() {
    const { words } = this;
    const status = this.trouble || (this.report ? '' : 'city.asking');
    return html`
      <main class="city" id="content" tabindex="-1">
        <header class="opening">
          <div>
            <h1>${words.t('city.title', { name: this.currency.name })}</h1>
            <p class="lead">${this.#lead()}</p>
            ${this.report ? chosenNotice(this.#body()) : nothing}
          </div>
          <div class="controls">${this.#controls()}</div>
        </header>
        ${this.report
          ? html`<om-filter-bar
              .view=${this.#view()}
              .address=${this.address}
              @chosen=${(/** @type {any} */ { detail }) => this.#choose(detail)}
            ></om-filter-bar>`
          : nothing}
        <p role="status" class=${this.trouble ? 'trouble' : ''}>${status ? words.t(status) : nothing}</p>
        ${this.report ? this.#parts() : nothing}
      </main>
      <footer>
        <p>${words.t('city.open-data')}</p>
        <om-theme-switch .words=${words}></om-theme-switch>
      </footer>
    `;
  }

  #lead() {
    const { words, report } = this;
    return report ? words.t('city.lead', { period: periodText(report.period.id, words) }) : nothing;
  }

  #controls() {
    const { words } = this;
    return html`
      ${this.periods?.length > 0
        ? html`<om-period-picker
            .periods=${this.periods}
            .chosen=${this.address.period}
            .words=${words}
            @period-chosen=${(/** @type {any} */ { detail }) => this.#go({ ...this.address, period: detail })}
          ></om-period-picker>`
        : nothing}
      ${this.audit
        ? html`<om-choice-switch
            .label=${words.t('city.view')}
            .choices=${['audit', 'public'].map((value) => ({ value, text: words.t(`city.view-${value}`) }))}
            .chosen=${this.#isExact() ? 'audit' : 'public'}
            @chosen=${(/** @type {any} */ { detail }) => this.#go({ ...this.address, view: detail })}
          ></om-choice-switch>`
        : nothing}
      ${this.report ? this.#paper(this.report) : nothing}
    `;
  }

  /** The report on a few sheets of paper, drawn by the server. @param {import('./report.js').Report} report */
  #paper({ period }) {
    const { language } = this.words;
    return html`<om-file-link
      button
      .view=${this.#view()}
      .part=${`/paper?language=${language}`}
      type="application/pdf"
      file="omloop-${period.id}-${language}.pdf"
      >${this.words.t('city.paper')}</om-file-link
    >`;
  }

  /** @returns {import('./cell-text.js').View} */
  #view() {
    const { report, currency, words, indicators, audit, areas } = this;
    return { report, currency, words, indicators, audit, areas, cohort: this.choice?.cohort ?? '' };
  }

  #choose(/** @type {Partial<import('./address.js').Address>} */ chosen) {
    this.#go({ ...this.address, ...chosen });
  }

  /** What all parts below the heading need. */
  #body() {
    const { address, choice } = this;
    const choose = (/** @type {Partial<import('./address.js').Address>} */ chosen) => this.#choose(chosen);
    return { view: this.#view(), address, choice, choose };
  }

  #parts() {
    const body = this.#body();
    return html`
      <section aria-label=${this.words.t('city.which-report')}>
        <om-report-header .view=${body.view}></om-report-header>
      </section>
      ${reportOpening(body.view, isFiltered(body.address))} ${this.rest ? this.rest.reportBody(body) : nothing}
      <p role="alert" class=${this.isRestLost ? 'trouble' : ''}>${this.isRestLost ? this.#again() : nothing}</p>
    `;
  }

  /** A browser may keep that a module did not come until the page is another; what was chosen is in the address. */
  #again() {
    const { words } = this;
    return html`${words.t('city.rest-lost')}
      <button type="button" class="again" @click=${() => location.reload()}>${words.t('city.try-again')}</button>`;
  }
}

customElements.define('om-city-app', CityApp);
