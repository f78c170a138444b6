/** The edits that can be taken back: across files, and after the desk was closed. */
import { createHash } from "node:crypto";
import { commonEnds } from "../model/common-ends.ts";
import { WorldError, type World } from "../world/world.ts";

/** Bytes of one file that took the place of others. */
export interface Change {
  readonly path: string;
  /** Offset in bytes. */
  readonly at: number;
  readonly removed: Uint8Array;
  readonly added: Uint8Array;
  /** Sums of the whole file before and after. */
  readonly before: string;
  readonly after: string;
  /** Whether it is one step with the change before, of another file. */
  readonly joined: boolean;
}

/** How a change hangs together with the last: not at all, as the `next` letter of a word in the same file, or `joined` as one step of several files. */
export type Tie = "alone" | "next" | "joined";

export interface UndoLog {
  /** Puts a change on top; what was taken back is then forgotten. */
  readonly push: (path: string, from: Uint8Array, to: Uint8Array, tie: Tie) => Promise<void>;
  /** The change that would be taken back, or made again. */
  readonly last: (way: "undo" | "redo") => Change | null;
  /** Moves over the last change in this way. */
  readonly step: (way: "undo" | "redo") => Promise<void>;
}

/** Changes that are kept. */
const MOST = 500;
/** The most bytes of changes that are kept. */
const MOST_BYTES = 8_000_000;

/** As it is stored. */
interface Stored {
  readonly path: string;
  readonly at: number;
  readonly removed: string;
  readonly added: string;
  readonly before: string;
  readonly after: string;
  readonly joined?: boolean;
}

/** The log in `file`; one that is missing or broken begins anew. */
export async function openUndoLog(file: string, folder: string, world: World): Promise<UndoLog> {
  let { changes, done } = parse(await world.readFile(file, folder).catch(() => null));
  const save = async (): Promise<void> => {
    try {
      await world.writeFile(file, Buffer.from(JSON.stringify({ done, changes: changes.map(store) })));
    } catch (failure) {
      // The edit itself is written: without room for the list it can be taken back until the desk ends.
      if (!(failure instanceof WorldError)) throw failure;
    }
  };
  return {
    push: async (path, from, to, tie) => {
      const last = tie === "next" && done === changes.length && changes.at(-1)?.path === path ? changes.at(-1)! : null;
      const begun = last === null ? null : applyChange(from, last, "undo");
      const change = { ...changeOf(path, begun ?? from, to), joined: tie === "joined" || (begun !== null && last?.joined === true) };
      const before = changes.slice(0, begun === null ? done : -1);
      // What was typed and deleted again is no step.
      changes = shorten(change.before === change.after ? before : [...before, change]);
      done = changes.length;
      await save();
    },
    last: (way) => changes[way === "undo" ? done - 1 : done] ?? null,
    step: async (way) => {
      done += way === "undo" ? -1 : 1;
      await save();
    },
  };
}

/** What turned one file into another. */
function changeOf(path: string, from: Uint8Array, to: Uint8Array): Omit<Change, "joined"> {
  const { head, tail } = commonEnds(from, to);
  return { path, at: head, removed: from.slice(head, from.length - tail), added: to.slice(head, to.length - tail), before: sumOf(from), after: sumOf(to) };
}

/** The file with a change taken back or made again; null where the file is not as the change left it. */
export function applyChange(bytes: Uint8Array, { at, removed, added, before, after }: Change, way: "undo" | "redo"): Uint8Array | null {
  const [from, gone, put] = way === "undo" ? [after, added, removed] : [before, removed, added];
  if (sumOf(bytes) !== from) return null;
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone.length)]);
}

/** Short name of the content of a file. */
export function sumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}

/** The newest changes, as far as there is room for them. */
function shorten(changes: readonly Change[]): Change[] {
  let size = 0;
  const from = changes.findLastIndex((change, index) => {
    size += change.removed.length + change.added.length;
    return index < changes.length - 1 && (changes.length - index > MOST || size > MOST_BYTES);
  });
  return changes.slice(from + 1);
}

function parse(bytes: Uint8Array | null): { changes: Change[]; done: number } {
  try {
    const { done, changes } = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())) as { done: number; changes: Stored[] };
    const read = changes.map(({ removed, added, joined = false, ...rest }) => ({ ...rest, joined, removed: Buffer.from(removed, "base64"), added: Buffer.from(added, "base64") }));
    if (!Number.isInteger(done) || done < 0 || done > read.length) throw new RangeError();
    return { changes: read, done };
  } catch {
    return { changes: [], done: 0 };
  }
}

function store({ removed, added, ...rest }: Change): Stored {
  return { ...rest, removed: Buffer.from(removed).toString("base64"), added: Buffer.from(added).toString("base64") };
}
