// Finds what the journal says of a request that the server was never told of: its terms stand in the payment itself.

const PAGE = 100;

/** Another's clock may be so much before this till's. */
const CLOCKS_MILLISECONDS = 600_000;

/**
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {string} terms in base64url
 * @param {number} since when they were made, milliseconds since 1970
 * @returns {Promise<number | null>} the index of the entry that paid them; null if there is none
 */
export async function bookedPayment(client, terms, since) {
  let cursor = '';
  do {
    const { entries, next } = await client.entryPage(PAGE, cursor);
    const paid = entries.find(({ decision, order }) => decision === 'posted' && order.request === terms);
    if (paid) {
      return paid.index;
    }
    const isPast = entries.some(({ bookedAt }) => Date.parse(bookedAt) < since - CLOCKS_MILLISECONDS);
    cursor = isPast ? '' : (next ?? '');
  } while (cursor);
  return null;
}
