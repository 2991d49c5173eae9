// Orders as this device signs them (protocol.md). An order is signed once; sent again, it is the same bytes.

const LIFE_SECONDS = 600;

/** How many seconds of the future a signer's clock may be in. */
const NOT_BEFORE_SECONDS = 1;

/** A UUID of version 7 (RFC 9562): 48 bits of time, the rest random. */
export function newOrderId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(now / 65_536));
  new DataView(bytes.buffer).setUint16(4, now % 65_536);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What every order says. @param {string} origin @param {string} type @param {number} [life] in seconds */
export function terms(origin, type, life = LIFE_SECONDS) {
  const now = Math.floor(Date.now() / 1000) - NOT_BEFORE_SECONDS;
  return { ledger: origin, order: newOrderId(), type, iat: now, exp: now + life };
}

/**
 * @param {string} origin
 * @param {{from: string, to: string, amount: number, request?: string}} payment amount in minor units; the request's
 *     terms in base64url
 */
export function payOrder(origin, { from, to, amount, request }) {
  return { ...terms(origin, 'pay'), from, to, amount, ...(request ? { request } : {}) };
}

/** @param {string} origin @param {{from: string, to: string, amount: number, programme: string}} grant amount in minor units */
export function grantOrder(origin, { from, to, amount, programme }) {
  return { ...terms(origin, 'grant'), from, to, amount, programme };
}

/** @param {string} origin @param {{original: string, amount: number}} refund */
export function refundOrder(origin, { original, amount }) {
  return { ...terms(origin, 'refund'), original, amount };
}

/**
 * Enrols a key.
 *
 * @param {string} origin
 * @param {{account: string, key: string, rights: string[], holder: string, label: string, code?: string,
 *     perOrder?: number}} add key in base64url; holder: a random name of the person; code: an invitation's; perOrder: the
 *     most one order may move, in minor units
 */
export function keyAddOrder(origin, { account, key, rights, holder, label, code, perOrder }) {
  return {
    ...terms(origin, 'key-add'),
    account,
    key,
    rights: [...rights].sort(),
    holder,
    label,
    ...(code ? { code } : {}),
    ...(perOrder ? { perOrder } : {}),
  };
}

/** Ends a key. @param {string} origin @param {{account: string, key: string}} revoke the key's id */
export function keyRevokeOrder(origin, { account, key }) {
  return { ...terms(origin, 'key-revoke'), account, key };
}

/** Stops an account, or lets it go on. @param {string} origin @param {{account: string, suspended: boolean}} suspend */
export function suspendOrder(origin, { account, suspended }) {
  return { ...terms(origin, 'suspend'), account, suspended };
}

/** Ends an account; it must be empty. @param {string} origin @param {{account: string}} close */
export function closeOrder(origin, { account }) {
  return { ...terms(origin, 'close'), account };
}

/**
 * Changes what a member is measured by.
 *
 * @param {string} origin
 * @param {{account: string, role: string, sector: string, area: string, level: number}} facts level: of identification,
 *     0 to 2
 */
export function classifyOrder(origin, { account, role, sector, area, level }) {
  return { ...terms(origin, 'classify'), account, role, sector, area, level };
}

/**
 * Opens an account and invites its holder.
 *
 * @param {string} origin
 * @param {{account: string, role: string, sector: string, area: string, invitation: {codeHash: string, holder: string, label: string,
 *     rights: string[], until: number}}} open until in unix seconds
 */
export function openOrder(origin, { account, role, sector, area, invitation }) {
  return { ...terms(origin, 'open'), account, accountType: 'holder', role, sector, area, invitation };
}

/**
 * Opens an account that hands money out; two operators enrol its keys.
 *
 * @param {string} origin
 * @param {{account: string, accountType: string}} open accountType: 'treasury' of a programme, or 'fund'
 */
export function openGrantingOrder(origin, { account, accountType }) {
  const role = accountType === 'fund' ? 'fund' : 'government';
  return { ...terms(origin, 'open'), account, accountType, role, sector: '', area: '' };
}

/**
 * Asks for euros against units.
 *
 * @param {string} origin
 * @param {{from: string, amount: number, purpose: string, sector?: string, ibanHash: string}} redemption amount in minor
 *     units; sector of the supplier who is missing, such as 'SBI2008:46'
 */
export function redeemOrder(origin, { from, amount, purpose, sector, ibanHash }) {
  return { ...terms(origin, 'redeem'), from, amount, purpose, ...(sector ? { sector } : {}), ibanHash };
}

/**
 * Issues units against euros on the reserve account.
 *
 * @param {string} origin
 * @param {{to: string, amount: number, bank: string}} issue amount in minor units; bank: the line's name
 */
export function issueOrder(origin, { to, amount, bank }) {
  return { ...terms(origin, 'issue'), to, amount, bank };
}

/** Books that the bank has paid a redemption. @param {string} origin @param {{redeem: string, bank: string}} paid bank: the line's reference */
export function paidOutOrder(origin, { redeem, bank }) {
  return { ...terms(origin, 'paid-out'), redeem, bank };
}

/** Gives the units of a redemption back. @param {string} origin @param {{redeem: string, bank: string}} returned */
export function returnedOrder(origin, { redeem, bank }) {
  return { ...terms(origin, 'returned'), redeem, bank };
}
