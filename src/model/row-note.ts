/** The note column of observations.csv: remarks and exceptions from the check, separated by semicolons. */

/** `check-ignore A07、A99: reason`. */
export interface NoteException {
  /** Rules as written; may be empty. */
  readonly names: readonly string[];
  /** Empty if none is given. */
  readonly reason: string;
}

export interface RowNote {
  /** What it says apart from exceptions; empty for nothing. */
  readonly remark: string;
  readonly exceptions: readonly NoteException[];
}

/** Rules, then a colon and the reason. Text that begins like this is always an exception, never a remark. */
const EXCEPTION = /^\s*check-ignore(?![\w-])([^:：]*)(?:[:：](.*))?$/s;
const EMPTY: RowNote = { remark: "", exceptions: [] };

export function readNote(note: string | null): RowNote {
  if (note === null) return EMPTY;
  if (!note.includes("check-ignore")) return { remark: note.trim(), exceptions: [] };
  const parts = note.split(/[;；]/).map((part) => ({ part, match: EXCEPTION.exec(part) }));
  return {
    remark: parts.flatMap(({ part, match }) => (match === null ? [part] : [])).join("；").trim(),
    exceptions: parts.flatMap(({ match }) => (match === null ? [] : [{ names: match[1]!.match(/[^\s,，、]+/g) ?? [], reason: (match[2] ?? "").trim() }])),
  };
}
