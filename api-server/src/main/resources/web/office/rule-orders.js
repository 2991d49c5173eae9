// Orders that change what holds: each takes two operators.

import { terms } from '../kit/orders.js';

/**
 * Changes settings.
 *
 * @param {string} origin
 * @param {{settings: Record<string, any>, effective: number}} change from when in unix seconds; 0: at once
 */
export function policyOrder(origin, { settings, effective }) {
  const order = terms(origin, 'policy');
  return { ...order, effective: effective || order.iat, settings };
}

/** How far below zero an account may go. @param {string} origin @param {{account: string, limit: number}} credit in minor units */
export const limitOrder = (origin, { account, limit }) => ({ ...terms(origin, 'limit'), account, limit });

/**
 * What a change would do, as the server works it out.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {{settings: Record<string, any>, effective: number}} change
 * @returns {Promise<{effective: string, effects: any[]}>}
 */
export function preview(client, { settings, effective }) {
  return client.ask('/v1/policies/previews', {
    method: 'POST',
    body: JSON.stringify({ settings, effective }),
    headers: { 'Content-Type': 'application/json' },
  });
}
