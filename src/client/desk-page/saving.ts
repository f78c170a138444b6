/** Keeps the open file and its copy on the disk the same: writes edits, takes those from elsewhere, and never drops either. */
import type { DeskText } from "../../model/desk.ts";
import { readText, step, writeText } from "./server.ts";

export type Saved = "saved" | "saving" | "unsaved";

export interface Saving {
  /** Opens a file after the last edit was written; false where it cannot be read. */
  readonly open: (path: string) => Promise<boolean>;
  readonly path: () => string;
  /** The text on the page has changed. */
  readonly touch: () => void;
  /** The project was compiled anew: the file may have changed elsewhere. */
  readonly look: () => Promise<void>;
  readonly step: (way: "undo" | "redo") => Promise<string | null>;
  /** After both versions were shown: the text to keep. */
  readonly choose: (text: string, sum: string) => void;
}

interface Options {
  readonly text: () => string;
  /** Resolves when all that was typed is in the text. */
  readonly settle: () => Promise<void>;
  readonly show: (file: DeskText) => void;
  readonly tell: (saved: Saved, message: string) => void;
  /** The file was written elsewhere while it was edited here. */
  readonly ask: (mine: string, now: DeskText) => void;
}

/** In milliseconds: a burst of keys is one edit. */
const PAUSE = 150;

export function createSaving({ text, settle, show, tell, ask }: Options): Saving {
  let file: DeskText | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asking = false;
  let busy: Promise<unknown> = Promise.resolve();
  const inOrder = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = busy.then(work);
    busy = result.catch(() => undefined);
    return result;
  };
  const isDirty = (): boolean => file !== null && text() !== file.text;
  const write = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (file === null || asking || !isDirty()) return;
    const { path, sum } = file;
    const now = text();
    const answer = await writeText({ path, sum, text: now });
    if (answer === null) return tell("unsaved", "");
    if (answer.type === "refused") return tell("unsaved", answer.message);
    if (answer.type === "changed") {
      asking = true;
      tell("unsaved", "");
      return ask(now, answer.now);
    }
    file = { path, text: now, sum: answer.sum };
    if (isDirty()) touch();
    else tell("saved", "");
  };
  const touch = (): void => {
    tell("saving", "");
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void inOrder(write), PAUSE);
  };
  const reload = async (path: string): Promise<boolean> => {
    const read = await readText(path);
    if (read === null) return false;
    file = read;
    show(read);
    tell("saved", "");
    return true;
  };
  return {
    open: (path) => inOrder(async () => (await settle(), await write(), file?.path === path || (await reload(path)))),
    path: () => file?.path ?? "",
    touch,
    look: () =>
      inOrder(async () => {
        if (file === null || asking) return;
        if (isDirty()) return write();
        const read = await readText(file.path);
        // Nobody may have typed while it was read.
        if (read !== null && read.sum !== file.sum && !isDirty()) show((file = read));
      }),
    step: (way) =>
      inOrder(async () => {
        await settle();
        await write();
        const answer = await step(way);
        if (answer === null) return null;
        if (answer.type === "refused") tell("unsaved", answer.message);
        else if (answer.path !== null) await reload(answer.path);
        return answer.type === "written" ? answer.path : null;
      }),
    choose: (chosen, sum) => {
      if (file === null) return;
      asking = false;
      file = { path: file.path, text: "", sum };
      show({ path: file.path, text: chosen, sum });
      void inOrder(write);
    },
  };
}
