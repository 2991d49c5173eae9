// What is open at one till, kept for a reload of the same tab: another tab is another till.

const KEPT = 'omloop.sales';

/** For a page that is being reloaded: the old one may still hold the name. */
const PATIENCE_MILLISECONDS = 1_000;

/**
 * Takes a name for this tab until the page goes. A duplicated tab has a copy of what the first one keeps, its name too.
 *
 * @param {string} tab
 * @returns {Promise<boolean>} whether no other tab goes by it
 */
export function holdTab(tab) {
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks
      .request(`omloop-till-${tab}`, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) }, hold)
      .catch(() => resolve(false));
  });
}

/** What this tab kept; empty if there is nothing. */
export function keptSales() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {}; // storage is switched off: a reload begins anew
  }
}

/** @param {{tab: string, account: string, sales: (import('./sale.js').Sale['kept'])[]}} open */
export function keepSales(open) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(open));
  } catch {
    // nothing is lost but the memory of it
  }
}
