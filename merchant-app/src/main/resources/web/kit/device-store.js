// What this device keeps, in IndexedDB: who it is, and what it has to know without a connection. A write is on the disk
// when its promise settles.

const NAME = 'omloop';
const VERSION = 9;
const STORES = [
  'enrolments',
  'members',
  'joining',
  'heads',
  'evidence',
  'history',
  'outbox',
  'circuit',
  'requests',
  'coded',
  'staff',
];

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () =>
    STORES.filter((store) => !request.result.objectStoreNames.contains(store)).forEach((store) =>
      request.result.createObjectStore(store),
    );
  return settled(request);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * One of the device's stores: values by name. Values are kept as they are, keys that cannot be exported too.
 */
export class DeviceStore {
  #store;

  /** @param {'enrolments' | 'members' | 'joining' | 'heads' | 'evidence' |
   *     'history' | 'outbox' | 'circuit' | 'requests' | 'coded' | 'staff'} store */
  constructor(store) {
    this.#store = store;
  }

  /** @param {string} name @returns {Promise<any>} undefined if there is none */
  async get(name) {
    return this.#read((store) => store.get(name));
  }

  /** Every value, in no order. @returns {Promise<any[]>} */
  async all() {
    return this.#read((store) => store.getAll());
  }

  /** @param {string} name @param {any} value */
  async put(name, value) {
    await this.#write((store) => store.put(value, name));
  }

  /** @param {string} name */
  async remove(name) {
    await this.#write((store) => store.delete(name));
  }

  async #read(/** @type {(store: IDBObjectStore) => IDBRequest} */ ask) {
    const database = await open();
    try {
      return await settled(ask(database.transaction(this.#store).objectStore(this.#store)));
    } finally {
      database.close();
    }
  }

  async #write(/** @type {(store: IDBObjectStore) => IDBRequest} */ change) {
    const database = await open();
    try {
      const transaction = database.transaction(this.#store, 'readwrite', { durability: 'strict' });
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(undefined);
        transaction.onabort = () => reject(transaction.error);
      });
      change(transaction.objectStore(this.#store));
      await done;
    } finally {
      database.close();
    }
  }
}
