/** What a window of the show keeps, so that it comes back after a reload, a crash, a closed browser and a power cut. */
import { openDatabase } from "./database.ts";

/** Whose memory it is. */
export interface Owner {
  readonly title: string;
  readonly build: string;
}

/** What is kept: a value, and of which deck, which build and what time (epoch milliseconds) it is. */
export interface Kept extends Owner {
  readonly time: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Memory {
  /** What was kept before this page was loaded, the newest that any storage has; null if there is nothing of this deck. */
  readonly last: Kept | null;
  /** Whether this memory wrote the page's address: one that a person types has no state beside it. */
  readonly ownAddress: boolean;
  /** Keeps a value; `hash` goes into the address. */
  readonly write: (value: Kept["value"], hash?: string) => void;
}

/** What is older than these milliseconds (a week) belongs to another meeting. */
const OLDEST = 7 * 24 * 60 * 60 * 1000;
/** Browsers refuse more than 200 address changes in 30 s. */
const ADDRESS_INTERVAL = 160;

/**
 * The memory of one kind of window, by `name`, for the file at this address: copies at other addresses have their own.
 * The database outlives a power cut, the session storage has what it had no time for before a reload, and the state beside
 * the address is there where all storage is blocked.
 */
export async function openMemory(view: Window & typeof globalThis, name: string, owner: Owner): Promise<Memory> {
  const key = `luduan:${name}:${view.location.pathname}`;
  const database = await openDatabase(view);
  const state = readKept(view.history.state, owner);
  const texts = [attempt(() => view.sessionStorage.getItem(key)), attempt(() => view.localStorage.getItem(key))];
  const kept = [state, ...texts.map((text) => readKept(parse(text), owner)), readKept(await database?.read(key).catch(() => null), owner)];
  const address = createAddress(view);
  const newest = kept.reduce((best, next) => (next !== null && (best === null || next.time > best.time) ? next : best), null);
  return {
    last: newest === null || Date.now() - newest.time > OLDEST ? null : newest,
    ownAddress: state !== null,
    write: (value, hash) => {
      const next: Kept = { ...owner, time: Date.now(), value };
      const text = JSON.stringify(next);
      attempt(() => view.sessionStorage.setItem(key, text));
      // A browser that throws its data away while the page is open closes the database.
      if (database === null || attempt(() => (database.write(key, next), true)) === null) attempt(() => view.localStorage.setItem(key, text));
      address(next, hash);
    },
  };
}

/** Writes the address and the state beside it, as often as browsers allow. */
function createAddress(view: Window): (kept: Kept, hash: string | undefined) => void {
  let waiting: { readonly kept: Kept; readonly hash: string | undefined } | null = null;
  let timer = 0;
  const write = (): void => {
    timer = 0;
    if (waiting === null) return;
    const { kept, hash } = waiting;
    attempt(() => view.history.replaceState(kept, "", hash));
    waiting = null;
    timer = view.setTimeout(write, ADDRESS_INTERVAL);
  };
  return (kept, hash) => {
    waiting = { kept, hash };
    if (timer === 0) write();
  };
}

/** The result of an action that a browser may refuse; null if it did. */
export function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

function parse(text: string | null): unknown {
  return text === null ? null : attempt(() => JSON.parse(text) as unknown);
}

/** Kept data of this deck; another deck at the same address has another title. */
function readKept(data: unknown, { title }: Owner): Kept | null {
  if (typeof data !== "object" || data === null) return null;
  const { title: of, build, time, value } = data as Partial<Record<keyof Kept, unknown>>;
  if (of !== title || typeof build !== "string" || typeof time !== "number" || typeof value !== "object" || value === null) return null;
  return { title, build, time, value: value as Kept["value"] };
}

/** One named part of what is kept. */
export interface Slot {
  /** What was kept before this page was loaded, and since. */
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
}

/** Divides a memory into parts that are written one by one, each known by its name. */
export function createSlots(memory: Memory): (name: string) => Slot {
  let value = memory.last?.value ?? {};
  return (name) => ({
    read: () => value[name] ?? null,
    write: (part) => {
      value = { ...value, [name]: part };
      memory.write(value);
    },
  });
}
