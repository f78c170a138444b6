/** Keeps the open file and its copy on the disk the same: writes edits, takes those from elsewhere, and never drops either. */
import type { DeskText } from "../../model/desk.ts";
import { createBurst, type Burst } from "./burst.ts";
import { readText, step, writeText } from "./server.ts";

export type Saved = "saved" | "saving" | "unsaved";

export interface Saving {
  /** Opens a file after the last edit was written; false where it cannot be read. */
  readonly open: (path: string) => Promise<boolean>;
  readonly path: () => string;
  /** The text on the page has changed; `typed` key by key, so that a burst is one step to take back. */
  readonly touch: (typed?: boolean) => void;
  /** What was typed could not be put into the text: the server is gone. */
  readonly lost: () => void;
  /** The project was compiled anew: the file may have changed elsewhere. */
  readonly look: () => Promise<void>;
  readonly step: (way: "undo" | "redo") => Promise<string | null>;
  /** After both versions were shown: the text to keep, and the file as it is. */
  readonly choose: (text: string, now: DeskText) => void;
}

interface Options {
  readonly text: () => string;
  /** Resolves when all that was typed is in the text. */
  readonly settle: () => Promise<void>;
  /** Whether something that was typed is not in the text yet. */
  readonly pending: () => boolean;
  /** Resolves when nothing has been typed for a moment. */
  readonly still: () => Promise<void>;
  readonly show: (file: DeskText) => void;
  readonly tell: (saved: Saved, message: string) => void;
  /** The file was written elsewhere while it was edited here. */
  readonly ask: (mine: string, now: DeskText) => void;
}

/** What the page knows of the open file. */
interface Keeping extends Options {
  readonly burst: Burst;
  /** The file as it is on the disk; null before one was opened. */
  file: DeskText | null;
  /** Whether both versions are shown, or will be. */
  asking: boolean;
  /** Whether the next write waits for the one on its way. */
  waiting: boolean;
  /** Whether the last write failed. */
  refused: boolean;
  busy: Promise<unknown>;
}

export function createSaving(options: Options): Saving {
  const keeping: Keeping = { ...options, burst: createBurst(), file: null, asking: false, waiting: false, refused: false, busy: Promise.resolve() };
  return {
    open: (path) => inOrder(keeping, () => open(keeping, path)),
    path: () => keeping.file?.path ?? "",
    touch: (typed = false) => {
      keeping.burst.note(typed);
      enqueue(keeping);
    },
    lost: () => refuse(keeping, ""),
    look: () => inOrder(keeping, () => look(keeping)),
    step: (way) => inOrder(keeping, () => stepOver(keeping, way)),
    choose: (chosen, now) => {
      keeping.asking = false;
      keeping.burst.end();
      keeping.file = now;
      keeping.show({ ...now, text: chosen });
      enqueue(keeping);
    },
  };
}

function inOrder<Result>(keeping: Keeping, work: () => Promise<Result>): Promise<Result> {
  const result = keeping.busy.then(work);
  keeping.busy = result.catch(() => undefined);
  return result;
}

function isDirty({ file, text }: Keeping): boolean {
  return file !== null && text() !== file.text;
}

function isClean(keeping: Keeping): boolean {
  return !keeping.asking && !isDirty(keeping) && !keeping.pending();
}

/** The first key is written at once; those that are typed meanwhile are written together. */
function enqueue(keeping: Keeping): void {
  keeping.tell("saving", "");
  keeping.refused = false;
  if (keeping.waiting) return;
  keeping.waiting = true;
  void inOrder(keeping, () => write(keeping));
}

async function write(keeping: Keeping): Promise<void> {
  const { file, asking, burst, text, tell } = keeping;
  keeping.waiting = false;
  if (file !== null && !asking && isDirty(keeping)) {
    const now = text();
    const answer = await writeText({ path: file.path, sum: file.sum, text: now, more: burst.goesOn() });
    if (answer?.type !== "written") {
      refuse(keeping, answer?.type === "refused" ? answer.message : "");
      if (answer?.type === "changed") void askWhenStill(keeping, answer.now);
      return;
    }
    keeping.file = { path: file.path, text: now, sum: answer.sum };
    keeping.refused = false;
    if (isDirty(keeping)) return enqueue(keeping);
  }
  if (isClean(keeping)) tell("saved", "");
}

function refuse(keeping: Keeping, message: string): void {
  keeping.refused = true;
  keeping.burst.end();
  keeping.tell("unsaved", message);
}

/** Keys that are typed until the question is there belong to the version of this page. */
async function askWhenStill(keeping: Keeping, now: DeskText): Promise<void> {
  keeping.asking = true;
  await keeping.still();
  await keeping.settle();
  keeping.ask(keeping.text(), now);
}

/** Whether all that was typed is on the disk: otherwise another text may not take its place. */
async function isWritten(keeping: Keeping): Promise<boolean> {
  do {
    await keeping.settle();
    await write(keeping);
    if (isClean(keeping)) return true;
  } while (!keeping.refused && !keeping.asking);
  return false;
}

function take(keeping: Keeping, read: DeskText): void {
  keeping.burst.end();
  keeping.file = read;
  keeping.show(read);
  keeping.tell("saved", "");
}

async function open(keeping: Keeping, path: string): Promise<boolean> {
  const written = await isWritten(keeping);
  if (keeping.file?.path === path || !written) return keeping.file?.path === path;
  const read = await readText(path);
  if (read === null) return false;
  // Somebody may have typed while it was read.
  if (!isClean(keeping)) return open(keeping, path);
  take(keeping, read);
  return true;
}

async function look(keeping: Keeping): Promise<void> {
  const { file } = keeping;
  if (file === null || keeping.asking) return;
  if (keeping.pending()) await keeping.settle();
  if (isDirty(keeping)) return write(keeping);
  const read = await readText(file.path);
  if (read === null || read.sum === file.sum || !isClean(keeping)) return;
  keeping.file = read;
  keeping.show(read);
}

async function stepOver(keeping: Keeping, way: "undo" | "redo"): Promise<string | null> {
  // What could not be written is the last step.
  if (!(await isWritten(keeping))) return way === "undo" && !keeping.asking ? drop(keeping) : null;
  const answer = await step(way);
  if (answer?.type === "refused") keeping.tell("unsaved", answer.message);
  const read = answer?.type !== "written" || answer.path === null ? null : await readText(answer.path);
  if (read === null) return null;
  // Where somebody has typed in the meantime, both versions are shown when that is written.
  if (isClean(keeping)) take(keeping, read);
  return read.path;
}

/** Takes back what could not be written. */
async function drop(keeping: Keeping): Promise<string | null> {
  const read = keeping.file === null ? null : await readText(keeping.file.path);
  if (read === null) return null;
  take(keeping, read);
  return read.path;
}
