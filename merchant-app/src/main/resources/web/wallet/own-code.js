// A holder's own code: a printed code without a price that anybody can pay to, the same every time it is shown.

import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { drawCode } from '../kit/qr-drawing.js';
import { newStickerId } from '../kit/sticker-id.js';

const STORE = new DeviceStore('circuit');

/**
 * @param {import('../kit/member-client.js').MemberClient} client
 * @returns {Promise<{id: string, code: {size: number, path: string, text: string}}>}
 * @throws {import('../kit/ledger-client.js').NoAnswer} where this device has none yet
 * @throws {import('../kit/member-client.js').Problem}
 */
export async function ownCode(client) {
  const name = `code:${client.account}`;
  const id = (await keptCode(name, client)) ?? (await madeBefore(client)) ?? (await make(client));
  await STORE.put(name, id);
  return { id, code: await drawCode(`${location.origin.toUpperCase()}/P/${id}`) };
}

/** The one of before, unless it was ended meanwhile. @param {string} name */
async function keptCode(name, /** @type {import('../kit/member-client.js').MemberClient} */ client) {
  const id = await STORE.get(name);
  try {
    return id && (await client.sticker(id)).state === 'active' ? id : undefined;
  } catch (cause) {
    if (cause instanceof NoAnswer) {
      return id;
    }
    throw cause;
  }
}

/** On another device of the same holder. @param {import('../kit/member-client.js').MemberClient} client */
async function madeBefore(client) {
  const { stickers } = await client.stickers();
  return stickers.find(({ state, amount, text }) => state === 'active' && !amount && !text)?.sticker;
}

async function make(/** @type {import('../kit/member-client.js').MemberClient} */ client) {
  const sticker = newStickerId();
  const iat = Math.floor(Date.now() / 1000);
  const signed = await client.key.signJws('omloop-sticker+jws', {
    ledger: client.origin,
    payee: client.account,
    sticker,
    iat,
  });
  await client.createSticker(signed);
  return sticker;
}
