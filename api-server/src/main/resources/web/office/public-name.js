// What a shop or organisation is called in public, as an operator states it.

const LONGEST = 40;

/**
 * Signs it.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {string} account
 * @param {Record<string, string>} dossier
 * @param {string} circuit its name, where no place is known
 * @returns {Promise<string>} the bytes to send, and to send again
 */
export function nameInPublic(client, account, { name, legalName, street, neighbourhood, city }, circuit) {
  const short = (/** @type {string} */ text) => text.slice(0, LONGEST).trim();
  return client.key.signJws('omloop-member+jws', {
    account,
    iat: Math.floor(Date.now() / 1000),
    ledger: client.origin,
    legalName,
    name: short(name),
    neighbourhood: short(neighbourhood || city || circuit),
    street,
  });
}
