// What an entry means to one of its accounts.

/**
 * By how much an entry changed an account, in minor units, as its holder sees it: a sale counts whole, although a share of
 * it may go on to the fund.
 *
 * @param {any} entry as the API has it
 * @param {string} account
 */
export function changeOf(entry, account) {
  if (entry.decision !== 'posted') {
    return 0;
  }
  if (entry.order.type === 'pay') {
    return entry.order.to === account ? entry.order.amount : -entry.order.amount;
  }
  if (entry.order.type === 'refund') {
    const own = entry.postings.find(
      (posting) => posting.account === account && posting.amount === entry.order.amount,
    );
    return own?.side === 'debit' ? -entry.order.amount : entry.order.amount;
  }
  return entry.postings
    .filter((posting) => posting.account === account)
    .reduce((sum, posting) => sum + (posting.side === 'credit' ? posting.amount : -posting.amount), 0);
}

/** Whom an entry was with; null where it was with nobody, such as a top-up. @param {any} entry @param {string} account */
export function otherParty(entry, account) {
  const { type, from, to } = entry.order;
  if (type === 'pay') {
    return to === account ? from : to;
  }
  if (type === 'refund') {
    const own = entry.postings.find((posting) => posting.account === account);
    const other = entry.postings.find(
      (posting) => posting.account !== account && posting.side !== own?.side && posting.amount === entry.order.amount,
    );
    return other?.account ?? null;
  }
  return null;
}
