// Keeps the app's shell on the device, so that till and wallet open without a connection. What the ledger says is never
// kept here. A new edition is taken when no page of the old one is open any more.

/** @type {string} */
const EDITION = '';
/** Every file of the shell: the server writes them in. @type {string[]} */
const SHELL = [];

const NAME = `omloop-${EDITION}`;

/** Which page an address shows. @type {[RegExp, string][]} */
const PAGES = [
  [/^\/till$/, '/till'],
  [/^\/(wallet$|1$|O$|[BDP]\/)/, '/wallet'],
  [/^\/(join$|device$|I\/)/, '/join'],
];

const worker = /** @type {any} */ (self);

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(clear()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) {
    return;
  }
  const shown = PAGES.find(([address]) => address.test(pathname))?.[1];
  if (mode === 'navigate' && shown) {
    event.respondWith(page(event.request, shown));
  } else if (SHELL.includes(pathname)) {
    event.respondWith(kept(event.request));
  }
});

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll([...SHELL, ...new Set(PAGES.map(([, page]) => page))]);
}

async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
}

/** The page of this edition: at once, and never another edition's in the middle of a sale. */
async function page(/** @type {Request} */ request, /** @type {string} */ address) {
  const cache = await caches.open(NAME);
  return (await cache.match(address)) ?? fetch(request);
}

async function kept(/** @type {Request} */ request) {
  const cache = await caches.open(NAME);
  return (await cache.match(request)) ?? fetch(request);
}
