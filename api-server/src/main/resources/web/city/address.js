// What of the page stands in its address, so that a view can be linked to.

/** What a reader may look at by itself, each one that the report has published; empty is everything. */
export const FILTERS = /** @type {const} */ (['programme', 'sector', 'area']);

/** What else can be chosen, and what it is called in the address. */
const NAMES = /** @type {const} */ ([...FILTERS, 'cohort']);

/**
 * @typedef {object} Address empty where it leaves the choice to the page
 * @property {string} period
 * @property {'' | 'public' | 'audit'} view
 * @property {string} programme
 * @property {string} sector
 * @property {string} area
 * @property {string} cohort the money whose stay is drawn
 */

/** @param {Location} location @returns {Address} */
export function addressOf({ search }) {
  const asked = new URLSearchParams(search);
  const [period, view, programme, sector, area, cohort] = ['period', 'view', ...NAMES].map((name) => asked.get(name) ?? '');
  return { period, view: view === 'public' || view === 'audit' ? view : '', programme, sector, area, cohort };
}

/** @param {Address} address @param {URL} base */
export function linkTo(address, base) {
  const link = new URL(base);
  for (const name of ['period', 'view', ...NAMES]) {
    link.searchParams.delete(name); // so that they always stand in one order
    if (address[name]) {
      link.searchParams.append(name, address[name]);
    }
  }
  return link;
}

/** Whether something is looked at by itself. @param {Address} address */
export function isFiltered(address) {
  return FILTERS.some((name) => address[name] !== '');
}

/** The same page on everything. @param {Address} address @returns {Address} */
export function unfiltered(address) {
  return { ...address, programme: '', sector: '', area: '' };
}
