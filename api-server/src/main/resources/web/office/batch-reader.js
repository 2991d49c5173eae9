// A list of people to invite, from a spreadsheet: read on this computer, and checked line by line before anything is
// signed.

import { readIban } from '../kit/iban.js';

const MOST_LINES = 200;
const MOST_BYTES = 1_000_000;
const YEAR_AND_KIND = '2026:BU'.length;

/** What a column may be called. @type {Record<string, string[]>} */
const COLUMNS = {
  name: ['naam', 'name', 'naam op de deur'],
  legalName: ['handelsnaam', 'bedrijfsnaam', 'naam in het handelsregister', 'legal name', 'legalname'],
  email: ['e-mail', 'email', 'e-mailadres', 'mail'],
  phone: ['telefoon', 'telefoonnummer', 'phone', 'telephone'],
  street: ['straat', 'adres', 'straat en nummer', 'street', 'address'],
  postcode: ['postcode', 'postal code'],
  city: ['plaats', 'woonplaats', 'town', 'city'],
  neighbourhood: ['buurt', 'neighbourhood'],
  kvk: ['kvk', 'kvk-nummer', 'kvknummer', 'trade register number'],
  sector: ['sbi', 'sector', 'sbi-code'],
  area: ['gebied', 'gebiedscode', 'buurtcode', 'area'],
  iban: ['iban', 'rekeningnummer', 'bank account'],
};

/** @type {Record<string, RegExp>} */
const FORMS = {
  email: /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,}$/,
  phone: /^\+?[0-9 ()-]{6,20}$/,
  kvk: /^\d{8}$/,
  sector: /^SBI(2008|2025):\d{2,5}$/,
  area: /^20\d{2}:(BU\d{4}[0-9A-Z]{4}|WK\d{4}[0-9A-Z]{2}|GM\d{4})$/,
};

/** @type {Record<string, number>} */
const LONGEST = { name: 70, legalName: 70, street: 70, postcode: 10, city: 40, neighbourhood: 40 };

/** What nobody sees, such as a soft hyphen, and no form of the server takes. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** What an organisation must have, and whoever has one of them is one. */
const OF_ORGANISATIONS = ['kvk', 'legalName', 'sector'];

/**
 * @typedef {object} Row
 * @property {number} line in the file, from 1
 * @property {'resident' | 'organisation'} kind
 * @property {Record<string, string>} dossier
 * @property {{key: string, column: string, other: number}[]} faults key of the words; other: the line that it is the same
 *     as, or 0
 *
 * @typedef {object} Batch
 * @property {Row[]} rows
 * @property {string} fault key of what is wrong with the file as a whole; empty where nothing is
 * @property {string[]} unknown columns that are left out
 */

/**
 * Reads a file.
 *
 * @param {Uint8Array} bytes
 * @param {Set<string>} divisions that there are, such as '47'
 * @param {Set<string>} areas that there are, such as '2026:BU0363AA01'; empty where nobody knows
 * @returns {Batch}
 */
export function readBatch(bytes, divisions, areas = new Set()) {
  const none = { rows: [], unknown: [] };
  if (bytes.length > MOST_BYTES) {
    return { ...none, fault: 'members.batch-large' };
  }
  const text = decode(bytes);
  if (text === null) {
    return { ...none, fault: 'members.batch-encoding' };
  }
  const table = split(text);
  if (table === null) {
    return { ...none, fault: 'members.batch-quotes' };
  }
  const [head, ...lines] = table;
  const columns = (head?.cells ?? []).map((cell) => columnOf(cell));
  if (!columns.includes('name')) {
    return { ...none, fault: 'members.batch-no-name' };
  }
  if (new Set(columns.filter(Boolean)).size < columns.filter(Boolean).length) {
    return { ...none, fault: 'members.batch-twice' };
  }
  if (lines.length === 0 || lines.length > MOST_LINES) {
    return { ...none, fault: lines.length === 0 ? 'members.batch-empty' : 'members.batch-long' };
  }
  const rows = lines.map(({ cells, line }) => rowOf(cells, line, columns, divisions, areas));
  findDoubles(rows);
  return { rows, fault: '', unknown: head.cells.filter((_, at) => columns[at] === '') };
}

/** In UTF-8, UTF-16 or the code page of older spreadsheets; null for what is no text. @param {Uint8Array} bytes */
function decode(bytes) {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  for (const encoding of marked ? [marked] : ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/[\0-\x08\x0e-\x1f\x7f-\x9f]/.test(text)) {
        return text;
      }
    } catch {
      // Then it is in another.
    }
  }
  return null;
}

/** By RFC 4180, with the separator that the first line has most of. @returns {{cells: string[], line: number}[] | null} */
function split(/** @type {string} */ text) {
  const separator = separatorOf(text);
  const rows = [];
  let cells = [''];
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const cell = cells.length - 1;
    if (sign === '\n') {
      line++;
    }
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cells[cell] += '"';
        at++;
      } else if (sign === '"') {
        isQuoted = false;
      } else {
        cells[cell] += sign;
      }
    } else if (sign === '"' && cells[cell].trim() === '') {
      cells[cell] = '';
      isQuoted = true;
    } else if (sign === separator) {
      cells.push('');
    } else if (sign === '\n') {
      rows.push({ cells: cells.map((each) => each.trim()), line: begun });
      cells = [''];
      begun = line;
    } else if (sign !== '\r') {
      cells[cell] += sign;
    }
  }
  if (isQuoted) {
    return null;
  }
  rows.push({ cells: cells.map((each) => each.trim()), line: begun });
  return rows.filter((row) => row.cells.some((each) => each !== ''));
}

function separatorOf(/** @type {string} */ text) {
  const first = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const count = (/** @type {string} */ sign) => first.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function columnOf(/** @type {string} */ cell) {
  const plain = cell.toLowerCase().replaceAll(/[_\s]+/g, ' ').trim();
  return Object.entries(COLUMNS).find(([name, words]) => name.toLowerCase() === plain || words.includes(plain))?.[0] ?? '';
}

/** @returns {Row} */
function rowOf(
  /** @type {string[]} */ cells,
  /** @type {number} */ line,
  /** @type {string[]} */ columns,
  /** @type {Set<string>} */ divisions,
  /** @type {Set<string>} */ areas,
) {
  const all = Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').replaceAll(/\s+/g, ' ')]));
  const { iban = '', '': _, ...dossier } = all;
  if (/^\d{2,5}$/.test(dossier.sector ?? '')) {
    dossier.sector = `SBI2008:${dossier.sector}`;
  }
  const kind = OF_ORGANISATIONS.some((name) => dossier[name]) ? 'organisation' : 'resident';
  const faults = [];
  const wrong = (/** @type {string} */ key, /** @type {string} */ column) => faults.push({ key: `members.batch-${key}`, column, other: 0 });
  if (cells.length > columns.length) {
    wrong('cells', 'name');
  }
  for (const name of kind === 'organisation' ? ['name', 'legalName', 'kvk', 'sector', 'street'] : ['name']) {
    if (!dossier[name]) {
      wrong('missing', name);
    }
  }
  for (const [name, text] of Object.entries(dossier)) {
    if (UNSEEN.test(text)) {
      wrong('unseen', name);
    } else if (text && ((FORMS[name] && !FORMS[name].test(text)) || text.length > (LONGEST[name] ?? Infinity))) {
      wrong('wrong', name);
    }
  }
  if (FORMS.sector.test(dossier.sector ?? '') && !divisions.has(dossier.sector.slice(8, 10))) {
    wrong('sector', 'sector');
  }
  if (FORMS.area.test(dossier.area ?? '') && !isArea(dossier.area, areas)) {
    wrong('area', 'area');
  }
  if (iban) {
    wrong(readIban(iban) === null ? 'iban-wrong' : 'iban', 'iban');
  }
  return { line, kind, dossier, faults };
}

/** Of what the circuit has no list, such as another year or whole municipalities, the form is all that can be checked. */
function isArea(/** @type {string} */ area, /** @type {Set<string>} */ areas) {
  const isListed = [...areas].some((each) => each.slice(0, YEAR_AND_KIND) === area.slice(0, YEAR_AND_KIND));
  return !isListed || areas.has(area);
}

/** Whoever has the same number, or the same name and address, is there twice. @param {Row[]} rows */
function findDoubles(rows) {
  const seen = new Map();
  for (const row of rows) {
    const { name = '', email = '', street = '', kvk = '' } = row.dossier;
    const who = kvk || `${name} ${email || street}`.toLowerCase();
    if (seen.has(who)) {
      row.faults.push({ key: 'members.batch-double', column: kvk ? 'kvk' : 'name', other: seen.get(who) });
    } else {
      seen.set(who, row.line);
    }
  }
}
