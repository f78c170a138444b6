/** Reads and writes the files of the project: every edit at once, as a careful person would write it, and each can be taken back. */
import { changeText } from "../fix/change-text.ts";
import type { DeskAnswer, DeskEdit, DeskText } from "../model/desk.ts";
import { decodeText } from "../read/decode-text.ts";
import { WorldError, type FileChange, type World } from "../world/world.ts";
import { applyChange, sumOf, type Change, type Tie, type UndoLog } from "./undo.ts";

export interface DeskFiles {
  /** Null for a path that is no text file of the project. */
  readonly read: (path: string) => Promise<DeskText | null>;
  readonly edit: (edit: DeskEdit) => Promise<DeskAnswer>;
  /** An edit that the server makes of the text as it is; a file that is absent begins with `empty`. */
  readonly change: (path: string, empty: string, make: (text: string) => string, tie: Tie) => Promise<DeskAnswer>;
  /** Several files of the project at once, as one step; throws a WorldError where none could be written. */
  readonly changeAll: (changes: ReadonlyMap<string, FileChange>) => Promise<void>;
  /** Takes the last edit back, or makes it again; the answer names the file. */
  readonly step: (way: "undo" | "redo") => Promise<DeskAnswer & { readonly path: string | null }>;
}

interface Options {
  readonly dir: string;
  readonly world: World;
  readonly log: UndoLog;
  readonly lang: "zh" | "en";
  /** Called after a file was written. */
  readonly onWritten: (path: string) => void;
}

const NEWLINE = 10;
/** The files that a page may read and write: what a project is made of as text. */
const EDITABLE = /^(?:slides\/[^/]+\.(?:md|yaml)|data\/[^/]+\.csv)$/i;

export function createFiles({ dir, world, log, lang, onWritten }: Options): DeskFiles {
  // One after another: the next edit is compared with what the last has left.
  let busy: Promise<unknown> = Promise.resolve();
  const inOrder = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = busy.then(work);
    busy = result.catch(() => undefined);
    return result;
  };
  const bytesOf = (path: string): Promise<Uint8Array | null> => (isEditable(path) ? world.readFile(`${dir}/${path}`, dir) : Promise.resolve(null));
  const write = async (path: string, bytes: Uint8Array): Promise<string | null> => {
    try {
      await world.replaceFile(`${dir}/${path}`, bytes, dir);
      onWritten(path);
      return null;
    } catch (failure) {
      if (!(failure instanceof WorldError)) throw failure;
      return refusal(failure, lang);
    }
  };
  const put = async ({ path, sum, text }: DeskEdit, tie: Tie): Promise<DeskAnswer> => {
    const bytes = await bytesOf(path);
    const now = textOf(path, bytes);
    if (bytes === null || now === null) return { type: "refused", message: WORDS[lang].gone(path) };
    if (now.sum !== sum) return { type: "changed", now };
    const written = changeText(bytes, text);
    if (written === null) return { type: "refused", message: WORDS[lang].encoding(path) };
    if (written === bytes) return { type: "written", sum };
    const complaint = await write(path, written);
    if (complaint !== null) return { type: "refused", message: complaint };
    await log.push(path, bytes, written, tie);
    return { type: "written", sum: sumOf(written) };
  };
  const stepOver = async (change: Change | null, way: "undo" | "redo"): Promise<DeskAnswer & { readonly path: string | null }> => {
    if (change === null) return { type: "refused", message: WORDS[lang].nothing, path: null };
    const { path } = change;
    const bytes = await bytesOf(path);
    const written = bytes === null ? null : applyChange(bytes, change, way);
    if (written === null) return { type: "refused", message: WORDS[lang].elsewhere(path), path };
    const complaint = await write(path, written);
    if (complaint !== null) return { type: "refused", message: complaint, path };
    await log.step(way);
    return { type: "written", sum: sumOf(written), path };
  };
  return {
    read: async (path) => textOf(path, await bytesOf(path)),
    edit: (edit) => inOrder(() => put(edit, edit.more === true ? "next" : "alone")),
    change: (path, empty, make, tie) =>
      inOrder(async () => {
        const complaint = (await bytesOf(path)) === null ? await write(path, Buffer.from(empty)) : null;
        const now = complaint === null ? textOf(path, await bytesOf(path)) : null;
        if (now === null) return { type: "refused", message: complaint ?? WORDS[lang].gone(path) };
        return put({ path, sum: now.sum, text: make(now.text) }, tie);
      }),
    changeAll: (changes) =>
      inOrder(async () => {
        await world.changeFiles(dir, changes);
        const editable = [...changes].filter(([path]) => isEditable(path));
        for (const [index, [path, { before, after }]] of editable.entries()) {
          onWritten(path);
          await log.push(path, before ?? headOf(after), after, index === 0 ? "alone" : "joined");
        }
      }),
    step: (way) =>
      inOrder(async () => {
        for (;;) {
          const change = log.last(way);
          const answer = await stepOver(change, way);
          const goesOn = way === "undo" ? change?.joined : log.last("redo")?.joined;
          if (answer.type !== "written" || goesOn !== true) return answer;
        }
      }),
  };
}

/** What is left of a new table when it is taken back: its columns, since a table without any is a mistake. */
function headOf(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, bytes.indexOf(NEWLINE) + 1);
}

export function isEditable(path: string): boolean {
  return EDITABLE.test(path) && !path.includes("..");
}

function textOf(path: string, bytes: Uint8Array | null): DeskText | null {
  const decoded = bytes === null ? null : decodeText(bytes);
  if (bytes === null || decoded === null || decoded.brokenLine !== null) return null;
  return { path, text: decoded.text.replace(/^\uFEFF/, ""), sum: sumOf(bytes) };
}

function refusal({ kind, path, detail }: WorldError, lang: "zh" | "en"): string {
  const name = path.split("/").at(-1) ?? path;
  return kind === "disk-full" ? WORDS[lang].full(name) : WORDS[lang].unwritable(name, detail);
}

const WORDS = {
  zh: {
    gone: (path: string) => `“${path}”已经不在，或者不是文本文件。`,
    encoding: (path: string) => `“${path}”的编码写不下这个字。请先把文件另存为 UTF-8。`,
    nothing: "没有可以撤销的修改。",
    elsewhere: (path: string) => `“${path}”在别处改过，这一步不能撤销。`,
    full: (path: string) => `磁盘已满，“${path}”没有写成，原来的内容还在。`,
    unwritable: (path: string, why: string) => `“${path}”写不进去（${why}），原来的内容还在。`,
  },
  en: {
    gone: (path: string) => `"${path}" is gone, or is no text file.`,
    encoding: (path: string) => `The encoding of "${path}" has no code for a character. Save the file as UTF-8 first.`,
    nothing: "There is nothing to take back.",
    elsewhere: (path: string) => `"${path}" was changed elsewhere: this step cannot be taken back.`,
    full: (path: string) => `The disk is full: "${path}" was not written, its old content is still there.`,
    unwritable: (path: string, why: string) => `"${path}" cannot be written (${why}); its old content is still there.`,
  },
};
