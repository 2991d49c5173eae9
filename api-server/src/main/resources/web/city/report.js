// A report as GET /v1/circulation/reports/{period} has it, in the format omloop-report/1. No DOM.

/** How a figure looks that is withheld to protect those behind it; a figure that cannot be told is null. */
export const HIDDEN = 'x';

const WORDS = ['word', 'name', 'period'];

/**
 * @typedef {{nl: string, en: string}} Text
 *
 * @typedef {object} Column
 * @property {string} id
 * @property {Text} name
 * @property {'word' | 'name' | 'period' | 'amount' | 'count' | 'share' | 'ratio' | 'days'} kind
 *
 * @typedef {Record<string, any>} Line a row by its columns' ids
 */

/** One table. Immutable. */
export class Table {
  /** @param {any} json @param {number[]} [numbers] of its rows in the report's table, where it has a part of them */
  constructor({ id, title, indicators, note, columns, rows }, numbers) {
    this.id = id;
    /** @type {Text} */
    this.title = title;
    /** @type {string[]} ids of the catalogue */
    this.indicators = indicators;
    /** @type {Text | null} */
    this.note = note;
    /** @type {Column[]} */
    this.columns = columns;
    /** @type {any[][]} */
    this.rows = rows;
    /** @type {Line[]} */
    this.lines = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column.id, row[at]])));
    this.numbers = numbers ?? rows.map((_, at) => at);
  }

  /** The same table with a part of its lines. @param {(line: Line) => boolean} stands */
  only(stands) {
    const kept = [...this.rows.keys()].filter((row) => stands(this.lines[row]));
    return new Table({ ...this, rows: kept.map((row) => this.rows[row]) }, kept.map((row) => this.numbers[row]));
  }

  /** The lines that have these values. @param {Line} values */
  where(values) {
    return this.lines.filter((line) => Object.entries(values).every(([id, value]) => line[id] === value));
  }

  /** The first of them. @param {Line} values @returns {Line | undefined} */
  line(values) {
    return this.where(values)[0];
  }

  /** A column's values, each once, in order. @param {string} column */
  values(column) {
    return [...new Set(this.lines.map((line) => line[column]))];
  }

  /** How many figures there are, and how many of them are withheld; as the table's note counts them, without those that cannot be told. */
  count() {
    const figures = this.columns.map(isFigure);
    const cells = this.rows.flatMap((row) => row.filter((cell, at) => figures[at] && cell !== null));
    return { all: cells.length, hidden: cells.filter((cell) => cell === HIDDEN).length };
  }
}

/** All tables on one period. Immutable. */
export class Report {
  #tables;

  /** @param {any} json */
  constructor(json) {
    /** @type {'public' | 'audit'} */
    this.tier = json.tier;
    this.version = json.version;
    /** @type {{origin: string, name: string, unit: string, scale: number}} */
    this.circuit = json.circuit;
    /** @type {{id: string, from: string, until: string}} */
    this.period = json.period;
    /** @type {{size: number, root: string}} */
    this.journal = json.journal;
    /** What it was made by, where the report tells. @type {any} */
    this.tuple = json.tuple ?? null;
    /** How strict disclosure control was; nothing where it hid nothing. @type {Record<string, number> | null} */
    this.thresholds = json.tier === 'public' ? (json.thresholds ?? null) : null;
    this.#tables = new Map(json.tables.map((table) => [table.id, new Table(table)]));
  }

  /** A table; nothing where the report has it not, or has no line in it and no note why. @param {string} id @returns {Table | undefined} */
  table(id) {
    const table = this.#tables.get(id);
    return table && (table.rows.length > 0 || table.note) ? table : undefined;
  }

  /** How many figures there are in all tables, and how many of them are withheld. */
  count() {
    const counts = [...this.#tables.values()].map((table) => table.count());
    const sum = (/** @type {'all' | 'hidden'} */ name) => counts.reduce((total, count) => total + count[name], 0);
    return { all: sum('all'), hidden: sum('hidden') };
  }
}

/** Whether a column's cells hold figures. @param {Column} column */
export function isFigure({ kind }) {
  return !WORDS.includes(kind);
}

/** A figure to draw: nothing where it is hidden or cannot be told. @param {any} cell @returns {number | null} */
export function known(cell) {
  return typeof cell === 'number' ? cell : null;
}
