import { openAnswers, sealAnswers } from "./pack-crypto.js";

const DATABASE = "facies-packs";
const TABLE = "answers";

/** Keeps the answers of one pack in this browser, encrypted. When a call returns, they are on the disk. */
export class PackStore {
  #database;
  #header;
  #key;
  #count = 0;

  constructor(database, header, key) {
    this.#database = database;
    this.#header = header;
    this.#key = key;
  }

  /** @throws {Error} if this browser keeps nothing for such a page */
  static open(header, key) {
    return new Promise((settle, refuse) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
      request.onsuccess = () => settle(new PackStore(request.result, header, key));
      request.onerror = () => refuse(request.error);
    });
  }

  /** What was kept; without answers if nothing was. */
  async read() {
    const stored = await new Promise((settle, refuse) => {
      const request = this.#database.transaction(TABLE).objectStore(TABLE).get(this.#header.pack);
      request.onsuccess = () => settle(request.result);
      request.onerror = () => refuse(request.error);
    });
    this.#count = stored?.count ?? 0;
    return stored === undefined
      ? { experience: null, answers: [] }
      : openAnswers(this.#header, this.#key, stored.sealed);
  }

  /** @returns {Promise<boolean>} false, and nothing kept, if another page kept something meanwhile */
  async keep(value) {
    const sealed = await sealAnswers(this.#header, this.#key, value);
    return new Promise((settle, refuse) => {
      const transaction = this.#database.transaction(TABLE, "readwrite", { durability: "strict" });
      const table = transaction.objectStore(TABLE);
      const request = table.get(this.#header.pack);
      let isOurs = false;
      request.onsuccess = () => {
        isOurs = (request.result?.count ?? 0) === this.#count;
        if (isOurs) {
          table.put({ count: this.#count + 1, sealed }, this.#header.pack);
        }
      };
      transaction.oncomplete = () => {
        this.#count += isOurs ? 1 : 0;
        settle(isOurs);
      };
      transaction.onabort = () => refuse(transaction.error);
    });
  }
}
