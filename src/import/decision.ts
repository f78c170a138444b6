/** What an import found in a document, and what it decided about each: sure things are written, unsure ones are shown to a person. */
import type { Text } from "../diagnostics/diagnostic.ts";
import type { Aside } from "./asides.ts";

/** Where something stands in the document. */
export interface FoundPlace {
  /** The paragraph's number in the document, as `DocumentPlace.paragraph`. A table's cell has its table's number. */
  readonly paragraph: number;
  /** Line in the file, from 1; null in a .docx. */
  readonly line: number | null;
  /** UTF-16 offsets in the paragraph's spoken text, its label included; in a cell, in the cell's text. */
  readonly start: number;
  readonly end: number;
}

/** `sure`: it is written into the tables, and a figure in the text becomes a reference. `unsure`: it stays text, and a person may tick it. */
export type Certainty = "sure" | "unsure";

/** A line that belongs into a table: `observations.csv`, `gdp,2025,,148,11.6%,,,,,`. */
export interface TableLine {
  readonly table: "indicators.csv" | "observations.csv" | "targets.csv" | "projects.csv" | "terms.csv";
  readonly line: string;
}

interface Found {
  readonly place: FoundPlace;
  /** The words themselves, to the letter. */
  readonly text: string;
  /** The sentence around them. */
  readonly sentence: string;
  readonly certainty: Certainty;
  /** Why it is sure, or why not. */
  readonly reason: Text;
  /** What is written, or what a person would copy. Empty where no table can hold it. */
  readonly lines: readonly TableLine[];
}

/** `level` a value, `growth` its change in per cent, `change` one in another unit or in points, `rank` a place, `none` where it is open what it measures. */
export type FoundMeasure = "level" | "growth" | "change" | "rank" | "none";

export interface FoundFigure extends Found {
  readonly type: "figure";
  /** The indicator's name in the report's words; empty where none was found. */
  readonly name: string;
  /** Its id in indicators.csv; empty where none was found. */
  readonly indicator: string;
  readonly measure: FoundMeasure;
  /** The number with its approximate word, as a cell has it: `近9%`, `148`. */
  readonly value: string;
  /** Empty for a growth. */
  readonly unit: string;
  /** Against what a growth is measured, in the report's words; empty for the year before. */
  readonly basis: string;
  /** Key of the period (`2025`, `2021-2025`); empty where it is open. */
  readonly period: string;
  /** Another area than the deck's own; empty for none. */
  readonly area: string;
  /** What stands in its place in the spoken text: `{{gdp.growth}}`; empty where it stays text. */
  readonly reference: string;
}

export interface FoundTarget extends Found {
  readonly type: "target";
  readonly name: string;
  readonly indicator: string;
  readonly period: string;
  /** As the report plans it, to the letter: 增长8%左右. */
  readonly wording: string;
}

export interface FoundProject extends Found {
  readonly type: "project";
  readonly name: string;
  /** Heading below which it stands. */
  readonly section: string;
  /** One of the stages of projects.csv; empty where it is open. */
  readonly status: string;
}

export interface FoundTerm extends Found {
  readonly type: "term";
  readonly kind: "short" | "phrase";
  /** `full|short`, or the wording. */
  readonly wording: string;
  /** What a list of terms says about it; empty for none. */
  readonly explanation: string;
}

/** Things that are counted: 建成口袋公园12个. */
export interface FoundCount extends Found {
  readonly type: "count";
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

export type Decision = FoundFigure | FoundTarget | FoundProject | FoundTerm | FoundCount;

/** A sign of the document that the deck cannot hold, and what stands for it. */
export interface Replacement {
  readonly place: FoundPlace;
  /** The sign as U+XXXX. */
  readonly sign: string;
  /** Empty where it is left out. */
  readonly by: string;
}

/** One paragraph of the document as it is spoken. */
export interface SpokenParagraph {
  readonly paragraph: number;
  readonly line: number | null;
  /** Label and text. */
  readonly text: string;
  /** Heading level, 1 to 4; null for body text. */
  readonly heading: number | null;
  /** Its notes, and tables that no slide shows: spoken behind it. */
  readonly asides: readonly Aside[];
}

export interface ToldThing {
  /** Null where it is not in the document, but in the workbook. */
  readonly paragraph: number | null;
  readonly line: number | null;
  /** Sheet and cell in the workbook: `综合!C5`; empty for what is in the document. */
  readonly cell: string;
  readonly message: Text;
}

/** Everything that a person has to see before the draft is used. */
export interface ImportReview {
  /** The document's file name. */
  readonly document: string;
  readonly title: string;
  readonly organisation: string;
  /** Keys of the period reported and the period planned; the latter may be empty. */
  readonly period: string;
  readonly plan: string;
  readonly lang: "zh-CN" | "en";
  readonly paragraphs: readonly SpokenParagraph[];
  /** In the order of the text. */
  readonly decisions: readonly Decision[];
  readonly replacements: readonly Replacement[];
  /** What of the document or of the office's workbook was not taken over, or in another way. */
  readonly told: readonly ToldThing[];
  /** Numbers of paragraphs that `--into` could not place; empty for a new draft. */
  readonly unplaced: readonly number[];
}
