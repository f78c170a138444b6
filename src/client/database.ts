/** Durable storage: what is written is on the disk before the transaction ends. Every kind of refusal gives null. */

const NAME = "luduan";
const STORE = "stage";
/** A database that is silent for these milliseconds is done without: the show must start. After a crash it may take seconds to mend itself. */
const PATIENCE = 5000;

export interface Database {
  readonly read: (key: string) => Promise<unknown>;
  /** Writes soon; of several values for a key the last one stays. */
  readonly write: (key: string, value: object) => void;
}

/** The database of this origin; null where storage is blocked. */
export async function openDatabase(view: Window & typeof globalThis): Promise<Database | null> {
  try {
    const request = view.indexedDB.open(NAME, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
    const opened = await answer(request);
    return opened === null ? null : useDatabase(opened);
  } catch {
    return null;
  }
}

function useDatabase(opened: IDBDatabase): Database {
  const waiting = new Map<string, object>();
  let busy = false;
  const flush = (): void => {
    // Strict: a power cut must not take back what was reported as written.
    const change = opened.transaction(STORE, "readwrite", { durability: "strict" });
    busy = true;
    for (const [key, value] of waiting) change.objectStore(STORE).put(value, key);
    waiting.clear();
    const next = (): void => {
      busy = false;
      if (waiting.size > 0) flush();
    };
    for (const end of ["complete", "abort"]) change.addEventListener(end, next);
  };
  return {
    read: (key) => answer<unknown>(opened.transaction(STORE).objectStore(STORE).get(key)),
    write: (key, value) => {
      waiting.set(key, value);
      if (!busy) flush();
    },
  };
}

function answer<T>(request: IDBRequest<T>): Promise<T | null> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(null), PATIENCE);
    const end = (result: T | null): void => {
      clearTimeout(timer);
      done(result);
    };
    request.addEventListener("success", () => end(request.result));
    request.addEventListener("error", () => end(null));
  });
}
