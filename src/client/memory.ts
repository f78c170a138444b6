/** Keeps a word over a reload and over a power cut, but not after an orderly end. */

/** State left by a crash is used for two hours; after that the next show starts from the beginning. */
const STALE = 2 * 60 * 60 * 1000;

export interface Memory {
  /** What was kept before this page was reloaded; null if it was opened anew. */
  readonly reloaded: () => string | null;
  /** What a crashed page left; null if nothing. */
  readonly crashed: () => string | null;
  readonly write: (text: string) => void;
  readonly clear: () => void;
}

/** A memory for this page by name; where storage is refused (some `file://` pages) it forgets. */
export function createMemory(view: Window, name: string): Memory {
  const key = `luduan:${name}:${view.location.pathname}`;
  // A page that ends in order clears its entry, so an entry that is left means a crash.
  const left = readFresh(view, key);
  view.addEventListener("pagehide", () => void attempt(() => view.localStorage.removeItem(key)));
  return {
    reloaded: () => (wasReloaded(view) ? attempt(() => view.sessionStorage.getItem(key)) : null),
    crashed: () => left,
    write: (text) => {
      attempt(() => view.sessionStorage.setItem(key, text));
      attempt(() => view.localStorage.setItem(key, JSON.stringify({ text, time: Date.now() })));
    },
    clear: () => {
      attempt(() => view.sessionStorage.removeItem(key));
      attempt(() => view.localStorage.removeItem(key));
    },
  };
}

function readFresh(view: Window, key: string): string | null {
  const kept = attempt(() => JSON.parse(view.localStorage.getItem(key) ?? "null") as unknown);
  if (typeof kept !== "object" || kept === null || !("text" in kept) || !("time" in kept)) return null;
  const fresh = typeof kept.time === "number" && Date.now() - kept.time < STALE;
  return fresh && typeof kept.text === "string" ? kept.text : null;
}

function wasReloaded(view: Window): boolean {
  const entry = view.performance.getEntriesByType("navigation")[0];
  return entry !== undefined && "type" in entry && entry.type !== "navigate";
}

/** The result of an action that a browser may refuse; null if it did. */
export function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
