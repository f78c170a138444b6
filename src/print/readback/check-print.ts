/** Checks that a document's text outside its slides is whole on paper (V01), large enough (V02) and dark enough (V04). */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { faintPrint, printCutOff, smallPrint, type SeenInPrint } from "../../diagnostics/messages/outputs.ts";
import { foldText } from "./compare-text.ts";
import type { ExpectedPdf, Passage } from "./expected-pdf.ts";
import { MILLIMETRES_PER_POINT } from "./pdf-space.ts";
import type { ShownRun } from "./pdf-text-object.ts";
import type { PdfFacts } from "./read-pdf.ts";

/**
 * Least height in points of notes, running lines, numbers and the booklet. Text on slides has
 * its limit on the canvas, whose 32 pixels become 7.4 points in handout-2, where a slide is as
 * wide as the type area: A4 allows no more. Slides in rows and columns only need to be recognised.
 */
const LEAST = 9;
/** Contrast with paper that words need (WCAG 2.2, 1.4.3), and contrast below which nobody sees them. */
const [CLEAR, SEEN] = [4.5, 1.2] as const;
/** The stamp on drafts is higher than this, in points, and is meant to be read through. */
const STAMP = 60;
/** Rounding of browsers, in points. */
const ROUNDING = 0.05;
/** Characters quoted in a message, and characters used to find the place of a passage. */
const [TOLD, FOUND_BY] = [20, 12] as const;

/** Each fault once per document: the worst case on the first page that has it. */
export function checkPrint(file: string, facts: PdfFacts, expected: ExpectedPdf): readonly Diagnostic[] {
  const cut = findWorst(facts, expected, (run) => run.cut);
  const small = findWorst(facts, expected, ({ size }) => LEAST - ROUNDING - size);
  const faint = findWorst(facts, expected, ({ contrast, size }) => (size < STAMP ? CLEAR - contrast : 0));
  return [
    ...(faint === null ? [] : [faintPrint(faint.worst.contrast < SEEN ? "error" : "warning", (Math.floor(faint.worst.contrast * 10) / 10).toFixed(1), CLEAR, describe(file, faint, expected))]),
    ...(cut === null ? [] : [printCutOff((cut.worst.cut * MILLIMETRES_PER_POINT).toFixed(1), describe(file, cut, expected))]),
    ...(small === null ? [] : [smallPrint(Math.round(small.worst.size * 10) / 10, LEAST, describe(file, small, expected))]),
  ];
}

interface Found {
  readonly worst: ShownRun;
  /** The worst run, and the runs after it with the same fault. */
  readonly runs: readonly ShownRun[];
  readonly page: number;
  readonly pages: number;
}

/** A weight above zero is a fault. Text on slides is left out: measuring their canvas reports it once for all documents. */
function findWorst({ pages }: PdfFacts, { ownScale }: ExpectedPdf, weigh: (run: ShownRun) => number): Found | null {
  const own = pages.map(({ runs }, index) => ({ page: index + 1, runs: runs.filter((run) => run.scale > ownScale && weigh(run) > 0) }));
  const faulty = own.filter(({ runs }) => runs.length > 0);
  const first = faulty[0];
  if (first === undefined) return null;
  const worst = first.runs.reduce((one, other) => (weigh(other) > weigh(one) ? other : one));
  return { worst, runs: first.runs.slice(first.runs.indexOf(worst)), page: first.page, pages: faulty.length };
}

/**
 * Runs end where the font changes: they are quoted together as long as they
 * belong to one passage, with its place. Running lines have that of the settings.
 */
function describe(file: string, { runs, page, pages }: Found, { passages, settings }: ExpectedPdf): SeenInPrint {
  const find = (words: string): Passage | undefined => passages.find(({ text }) => lettersOf(text).includes(lettersOf(words).slice(0, FOUND_BY)));
  let words = "";
  for (const { text } of runs) {
    if (words !== "" && find(words + text) === undefined) break;
    words += text;
  }
  return { file, page, pages, text: shorten(words.trim()), span: find(words)?.span ?? settings };
}

/** Marks may be whole, or missing, where letters are cut. */
function lettersOf(text: string): string {
  return foldText(text).replace(/\p{P}+/gu, "");
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > TOLD ? `${characters.slice(0, TOLD).join("")}…` : text;
}
