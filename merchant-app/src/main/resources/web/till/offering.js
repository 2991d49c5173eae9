// Asking a customer on their own phone to pay what is on the stage (docs/adr/0031). Nothing is kept of whom: a code that is
// scanned before there is anything to pay has been scanned for nothing.

/** How long a sale may take that has just been typed, until the server has it. */
const PATIENCE_MILLISECONDS = 2_500;

const NONE = ['empty', 'paid', 'paid-by-code'];
const OVER = ['refused', 'expired', 'unproven'];

/**
 * @param {import('./sale.js').Sale} sale on the stage
 * @param {string} sticker the code that the customer shows
 * @returns {Promise<string>} key of the words that say why not; empty when the customer has been asked
 * @throws {import('../kit/ledger-client.js').NoAnswer}
 * @throws {import('../kit/member-client.js').Problem}
 */
export async function offer(sale, sticker) {
  if (NONE.includes(sale.state)) {
    return 'till-offer.no-sale';
  }
  if (sale.state === 'amount') {
    await asked(sale);
  }
  if (OVER.includes(sale.state)) {
    return 'till-offer.closed';
  }
  if (!sale.request?.isKnown) {
    return 'till-offer.needs-connection';
  }
  return (await sale.offer(sticker)) ? '' : 'till-offer.closed';
}

/** Settles once the server has it, or does not seem to answer. */
function asked(/** @type {import('./sale.js').Sale} */ sale) {
  return new Promise((resolve) => {
    const look = () => {
      if (sale.state !== 'amount') {
        clearTimeout(late);
        sale.removeEventListener('change', look);
        resolve(undefined);
      }
    };
    const late = setTimeout(() => {
      sale.removeEventListener('change', look);
      resolve(undefined);
    }, PATIENCE_MILLISECONDS);
    sale.addEventListener('change', look);
  });
}
