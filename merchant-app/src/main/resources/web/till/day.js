// A day at the counter, as the shop's own clock has it. Knows no pixels.

/**
 * @typedef {object} Sale as the API has it: a payment, or with `original` a refund
 * @property {number} index
 * @property {string} bookedAt
 * @property {string} order
 * @property {number} amount in minor units
 * @property {string} [customer]
 * @property {string} [original]
 * @property {'code' | 'direct'} [channel]
 * @property {{key: string, label: string}} [cashier]
 * @property {string} [reference]
 * @property {number} [refunded] in minor units
 */

/** The day that a moment is in, from its midnight up to the next. @param {Date} now */
export function dayOf(now) {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  return { since: new Date(year, month, day), before: new Date(year, month, day + 1) };
}

/** What can still be given back, in minor units. @param {Sale} sale */
export function leftOf(sale) {
  return sale.original ? 0 : sale.amount - (sale.refunded ?? 0);
}

/** @param {Sale} sale @returns {'refund' | 'paid' | 'part' | 'back'} */
export function stateOf(sale) {
  if (sale.original) {
    return 'refund';
  }
  if (!sale.refunded) {
    return 'paid';
  }
  return leftOf(sale) > 0 ? 'part' : 'back';
}

/**
 * The sale that an entry is to an account.
 *
 * @param {any} entry as the API has it
 * @param {string} account
 * @returns {Sale | null} null if it is none
 */
export function saleOf(entry, account) {
  const isIncome = entry.decision === 'posted' && entry.order.type === 'pay' && entry.order.to === account;
  return isIncome
    ? {
        index: entry.index,
        bookedAt: entry.bookedAt,
        order: entry.order.order,
        amount: entry.order.amount,
        customer: entry.order.from,
        refunded: entry.refunded ?? 0,
      }
    : null;
}

/**
 * Who a key is at this till, or how it is told from others of its label.
 *
 * @param {{key: string, label: string}} cashier
 * @param {{key: string, name: string}[]} [people] who work at this till
 */
export function nameOf(cashier, people = []) {
  const person = people.find(({ key }) => key === cashier.key);
  return person?.name || `${cashier.label} …${cashier.key.slice(-4)}`.trim();
}
