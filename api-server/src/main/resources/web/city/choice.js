// What a reader chose to look at: lines of the published tables, and never a figure of its own. No DOM.

import { FILTERS } from './address.js';
import { ALL } from './cohorts.js';
import { sectionOf } from './sections.js';

/** Money that no programme granted, where others stand by their programme: issued, or paid below zero. */
const NO_PROGRAMMES = ['issue', 'credit'];

/** Sections with a branch that counts for a provision; the figures are of all branches that do. */
const PROVIDERS = {
  care: 'Q',
  water: 'E',
  energy: 'D',
  food: 'ACGI',
  education: 'P',
  housing: 'FL',
  'public-space': 'EFN',
  transport: 'H',
};

/**
 * Which lines of which tables tell of what was chosen.
 *
 * @type {Record<string, Record<string, (line: import('./report.js').Line, chosen: string) => boolean>>}
 */
const TELLING = {
  programme: {
    flow: ({ step, from }, programme) => step === 0 && from === programme,
    programmes: (line, programme) => line.programme === programme,
    retention: ({ cohort }, programme) => isOf(cohort, programme) || cohort === ALL,
  },
  sector: {
    flow: ({ from, to }, sector) => from === sector || to === sector,
    'missing-suppliers': (line, sector) => sectionOf(line.sector) === sector,
    provisions: ({ provision }, sector) => PROVIDERS[provision]?.includes(sector) ?? false,
    'sector-matrix': isParty,
    sectors: (line, sector) => line.sector === sector,
  },
  area: {
    'area-matrix': isParty,
    areas: (line, area) => line.area === area,
  },
};

/** A programme's money stands under its name, or plainly as a programme's where that is a name of other money too. */
function isOf(/** @type {string} */ cohort, /** @type {string} */ programme) {
  return cohort === programme || cohort === `programme ${programme}`;
}

function isParty({ payer, payee }, one) {
  return payer === one || payee === one;
}

/**
 * What can be chosen by itself: what the report has a line of.
 *
 * @param {import('./report.js').Report} report
 * @returns {Record<typeof FILTERS[number], string[]>}
 */
export function choosable(report) {
  const words = (/** @type {string} */ id, /** @type {string} */ column) => report.table(id)?.values(column) ?? [];
  const once = (/** @type {string[][]} */ ...lists) => [...new Set(lists.flat())];
  const granted = report.table('flow')?.where({ step: 0 }).map(({ from }) => from) ?? [];
  return {
    programme: once(words('programmes', 'programme'), granted).filter((each) => !NO_PROGRAMMES.includes(each)),
    sector: once(words('sectors', 'sector'), words('sector-matrix', 'payer'), words('sector-matrix', 'payee')),
    area: once(words('areas', 'area'), words('area-matrix', 'payer'), words('area-matrix', 'payee')),
  };
}

/** A report as seen by somebody who chose. Tables stay the same objects for as long as the choice does. Immutable. */
export class Choice {
  #address;
  #seen = new Map();

  /** @param {import('./report.js').Report} report @param {import('./address.js').Address} address */
  constructor(report, address) {
    this.#address = address;
    const there = choosable(report);
    const cohorts = report.table('retention')?.values('cohort') ?? [];
    const asked = FILTERS.filter((name) => address[name] !== '');
    /** The filters that the report can be seen by. */
    this.filters = asked.filter((name) => there[name].includes(address[name]));
    /** The names of what the report knows nothing of. @type {string[]} */
    this.unknown = asked.filter((name) => !there[name].includes(address[name]));
    if (address.cohort && !cohorts.includes(address.cohort)) {
      this.unknown.push('cohort');
    }
    /** The money whose stay is drawn; empty is all. */
    this.cohort =
      cohorts.find((each) => each === address.cohort) ??
      cohorts.find((each) => address.programme !== '' && isOf(each, address.programme)) ??
      '';
  }

  /**
   * A table as far as it tells of what was chosen, and by which filters; by none, it is of the whole circuit.
   *
   * @param {import('./report.js').Table} table
   * @returns {{table: import('./report.js').Table, by: string[]}}
   */
  of(table) {
    if (!this.#seen.has(table)) {
      this.#seen.set(table, this.#see(table));
    }
    return this.#seen.get(table);
  }

  #see(table) {
    const by = this.filters.filter((name) => this.#isTold(name, table));
    const stands = (line) => by.every((name) => TELLING[name][table.id](line, this.#address[name]));
    return by.length === 0 ? { table, by } : { table: table.only(stands), by };
  }

  /** Retention tells of a programme only where it has a curve of it; all other tables say so by having no line. */
  #isTold(name, table) {
    const isCurveOf = (/** @type {string} */ cohort) => isOf(cohort, this.#address[name]);
    return table.id in TELLING[name] && (table.id !== 'retention' || table.values('cohort').some(isCurveOf));
  }
}
