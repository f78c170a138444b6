/** What the desk's server and its page say to each other, as JSON. Lines and columns count from 1, columns in UTF-16 units. */

import type { SlideForm } from "./form.ts";
import type { JsonDiagnostic } from "./json-diagnostic.ts";

export interface DeskSlide {
  /** Its address in the deck. */
  readonly id: string;
  readonly title: string;
  /** Where it is written. */
  readonly file: string;
  readonly line: number;
}

export interface DeskPart {
  readonly title: string;
  readonly slides: readonly DeskSlide[];
}

/** One thing that the check says. */
export type DeskProblem = JsonDiagnostic;

export interface DeskFile {
  /** From the project's folder, forward slashes. */
  readonly path: string;
  readonly kind: "settings" | "slides" | "table";
}

/** What the page shows: sent after each compilation. */
export interface DeskState {
  /** Counts what was sent; a page that has missed one asks for the whole. */
  readonly number: number;
  /** Number of good compilations: the preview's. */
  readonly revision: number;
  readonly title: string;
  /** The parts of the last good deck. */
  readonly parts: readonly DeskPart[];
  /** The worst first; those beyond a few hundred are only counted. */
  readonly problems: readonly DeskProblem[];
  readonly untold: number;
  readonly files: readonly DeskFile[];
  /** The file that the next undo changes; null where there is nothing to undo. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** What may be referred to: ids of indicators, with their names. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** What the tables hold by now, and the settings name: offered where a cell is written. */
  readonly cells: { readonly period: readonly string[]; readonly unit: readonly string[]; readonly area: readonly string[] };
  /** Names of the themes that the report may have. */
  readonly themes: readonly string[];
  /** Whether the report was imported, and its review is there. */
  readonly review: boolean;
}

/** A file as the page edits it. */
export interface DeskText {
  readonly path: string;
  /** Line ends are LF. */
  readonly text: string;
  /** Changes with the bytes: an edit names the text that it began with. */
  readonly sum: string;
}

export interface DeskEdit {
  readonly path: string;
  readonly sum: string;
  /** The whole new text; the server changes only the bytes that differ. */
  readonly text: string;
  /** Whether it goes on with the edit before, as the next letter of a word does: one undo takes both back. */
  readonly more?: boolean;
}

/** `changed` is the file as it is now, where somebody else has written it since; nothing was written then. */
export type DeskAnswer = { readonly type: "written"; readonly sum: string } | { readonly type: "changed"; readonly now: DeskText } | { readonly type: "refused"; readonly message: string };

/** What can be made at the desk, each by a button of its own. */
export const DESK_OUTPUTS = ["show", "handout", "notes", "booklet", "pptx", "kiosk", "long", "video", "site", "all"] as const;
export type DeskOutput = (typeof DESK_OUTPUTS)[number];

/** Something that was made and is still there. */
export interface DeskMade {
  readonly output: DeskOutput;
  /** Its folder, as the machine names it. */
  readonly folder: string;
  /** The files that a person opens, below the folder. */
  readonly files: readonly string[];
}

/** What became of a show that was asked for: its two addresses, and how many windows were opened for it. */
export type DeskShow = { readonly type: "show"; readonly deck: string; readonly speaker: string; readonly opened: number } | { readonly type: "refused"; readonly message: string };

/** Progress and end of a build. */
export interface DeskBuild {
  readonly output: DeskOutput;
  /** Done of the film, in per cent; null for anything else. */
  readonly percent: number | null;
  readonly done: readonly string[];
  /** Null while it runs. */
  readonly ok: boolean | null;
  /** What it found, where it failed; where the files are otherwise. */
  readonly message: string;
}

/** A project that was opened before. */
export interface DeskRecent {
  readonly dir: string;
  /** Empty where the report never compiled. */
  readonly title: string;
}

/** What the page before the desk shows. */
export interface DeskBegin {
  readonly recent: readonly DeskRecent[];
  /** A folder that is not there yet, for a new report. */
  readonly dir: string;
  /** The folder in which lists of folders begin. */
  readonly home: string;
  /** A folder that was to be opened and holds no report; null where none was named. */
  readonly empty: string | null;
}

export interface DeskFolder {
  readonly dir: string;
  /** The folder above; null at the top of what is listed. */
  readonly above: string | null;
  /** Whether it holds a report itself. */
  readonly project: boolean;
  readonly folders: readonly { readonly name: string; readonly project: boolean }[];
}

/** `at` is the project's address below the page's. */
export type DeskOpened = { readonly type: "opened"; readonly at: string } | { readonly type: "refused"; readonly message: string };

/** What became of a file that was dropped; `doubts` are decisions that a person should look at. */
export type DeskDraft =
  | { readonly type: "draft"; readonly title: string; readonly doubts: number; readonly dir: string }
  | { readonly type: "data"; readonly name: string }
  | { readonly type: "refused"; readonly message: string };

/** What a new document would change in a report that is there; written only when a person says so. */
export type DeskMerge =
  | {
      readonly type: "merge";
      readonly dir: string;
      readonly title: string;
      /** How many paragraphs of the spoken text change, and how many are new. */
      readonly changed: number;
      readonly added: number;
      /** The words that go, and those of a person's own that stay though the document lacks them. */
      readonly removed: readonly string[];
      readonly kept: readonly string[];
      /** Rows of tables; `before` is empty for a new one. */
      readonly rows: readonly { readonly name: string; readonly before: string; readonly now: string }[];
      /** Paragraphs that have no place in the report. */
      readonly unplaced: readonly string[];
      /** Mistakes that a person's own slides would have. */
      readonly problems: readonly string[];
    }
  | { readonly type: "refused"; readonly message: string };

/** A slide as a form shows it, with what the last good deck knows of it. */
export interface DeskSlideForm extends SlideForm {
  /** The layout that it has; null where it has not been compiled. */
  readonly layout: string | null;
  readonly variants: readonly string[];
  readonly motifs: readonly string[];
}

/** A doubt of the import, as a person settles it. */
export interface DeskDoubt {
  readonly number: number;
  readonly place: string;
  readonly sentence: string;
  /** The words of the sentence in question. */
  readonly words: string;
  readonly title: string;
  readonly detail: string;
  readonly reason: string;
  readonly rows: readonly DeskDoubtRow[];
}

export interface DeskDoubtRow {
  /** The table's path. */
  readonly path: string;
  readonly cells: readonly (readonly [column: string, value: string])[];
  /** `open` may be written, `there` is in the table, `taken`: the table says something else; `workbook`: the table is in a workbook. */
  readonly state: "open" | "there" | "taken" | "workbook";
}

/** Ids of the slides that show a figure of a row, by the row's line from 1. */
export type DeskUses = Readonly<Record<string, readonly string[]>>;
