/** `*`, `**`, `_`, `__` and `~~`: which marks open, which close, and what they enclose; CommonMark 0.31, adapted to Chinese. */
import { characterAt, characterBefore, isMark, kindOf } from "./characters.ts";
import { depthOf, type Draft } from "./draft.ts";
import { joinSpans, spanAt, type Excerpt } from "../excerpt.ts";

/** A run of equal marks that may enclose something. */
export interface MarkRun {
  readonly type: "run";
  readonly mark: string;
  /** Index of the run's first mark and number of its marks, as written. */
  readonly start: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** What the scanner collects: finished content, marks, and brackets that may begin a link. */
export type Part = Draft | MarkRun | { readonly type: "bracket"; readonly start: number; readonly end: number };

/** Marks nested deeper than this stay as written, so that later code may recurse. */
const DEEPEST = 16;

/**
 * Reads the run of marks from `start` up to `end`. A mark may open before a letter and close after one; next to Chinese
 * characters and full-width marks it may always do both (`**目标：**增长`), since Chinese has no spaces around emphasis. `before` and
 * `after` are the neighbours as read; null takes them from the text.
 */
export function markRun(text: string, start: number, end: number, before: string | null, after: string | null): MarkRun {
  const mark = text.charAt(start);
  const left = before ?? characterBefore(text, start);
  const right = after ?? characterAt(text, end);
  const leftKind = kindOf(left);
  const rightKind = kindOf(right);
  const opens = rightKind !== "space" && (rightKind !== "mark" || leftKind !== "letter");
  const closes = leftKind !== "space" && (leftKind !== "mark" || rightKind !== "letter");
  const run = { type: "run", mark, start, length: end - start } as const;
  if (mark !== "_") return { ...run, canOpen: opens, canClose: closes };
  return { ...run, canOpen: opens && (!closes || isMark(left)), canClose: closes && (!opens || isMark(right)) };
}

/** An opener waiting for its closer; `from` and `to` bound the marks not yet used. */
interface Opener {
  readonly run: MarkRun;
  readonly from: number;
  to: number;
  /** Its index in the output. */
  readonly index: number;
  /** How deep marks nest so far in what follows it. */
  depth: number;
}

interface Pairing {
  readonly excerpt: Excerpt;
  readonly out: Draft[];
  readonly openers: Opener[];
  /** By kind of closer: openers before this index do not fit it. Keeps the search linear. */
  readonly bottoms: Map<string, number>;
}

/** Pairs the marks among `parts`; marks and brackets without a partner become text. */
export function pairMarks(parts: readonly Part[], excerpt: Excerpt): Draft[] {
  const pairing: Pairing = { excerpt, out: [], openers: [], bottoms: new Map() };
  for (const part of parts) {
    if (part.type === "bracket") pairing.out.push(textDraft(excerpt, part.start, part.end));
    else if (part.type === "run") placeRun(pairing, part);
    else {
      deepen(pairing.openers.at(-1), depthOf(part));
      pairing.out.push(part);
    }
  }
  while (pairing.openers.length > 0) dropOpener(pairing);
  return pairing.out;
}

function placeRun(pairing: Pairing, run: MarkRun): void {
  const { excerpt, out, openers } = pairing;
  const to = run.start + run.length;
  let from = run.start;
  while (run.canClose && from < to) {
    const opener = findOpener(pairing, run);
    if (opener === null) break;
    from = embrace(pairing, opener, run, from);
  }
  if (from === to) return;
  if (run.canOpen) openers.push({ run, from, to, index: out.length, depth: 0 });
  // An opener keeps its place with an empty text until it is used up or dropped.
  out.push(textDraft(excerpt, from, run.canOpen ? from : to));
}

/** The nearest opener that fits; those inside it are dropped. */
function findOpener(pairing: Pairing, closer: MarkRun): Opener | null {
  const { openers, bottoms } = pairing;
  const kind = `${closer.mark}${closer.canOpen ? "+" : "-"}${closer.length % 3}`;
  const bottom = bottoms.get(kind) ?? 0;
  let at = openers.length - 1;
  while (at >= 0 && openers[at]!.run.start >= bottom && !fits(openers[at]!.run, closer)) at--;
  if (at < 0 || openers[at]!.run.start < bottom) {
    bottoms.set(kind, closer.start);
    return null;
  }
  while (openers.length > at + 1) dropOpener(pairing);
  return openers[at]!;
}

/** Encloses the content since the innermost opener; returns the index after the closing marks it used. */
function embrace(pairing: Pairing, opener: Opener, closer: MarkRun, from: number): number {
  const { excerpt, out, openers } = pairing;
  const two = closer.mark === "~" || (closer.start + closer.length - from >= 2 && opener.to - opener.from >= 2);
  const used = two ? 2 : 1;
  const end = textDraft(excerpt, from, from + used);
  const depth = opener.depth + 1;
  if (depth > DEEPEST) {
    dropOpener(pairing);
    out.push(end);
    return from + used;
  }
  const start = textDraft(excerpt, opener.to - used, opener.to);
  const children = out.splice(opener.index + 1);
  out.push({ type: closer.mark === "~" ? "deleted" : two ? "strong" : "emphasis", children, span: joinSpans(start.span, end.span), depth });
  opener.to -= used;
  opener.depth = depth;
  if (opener.to === opener.from) {
    openers.pop();
    out.splice(opener.index, 1);
    deepen(openers.at(-1), depth);
  }
  return from + used;
}

/** The innermost opener found no closer, so it is text. */
function dropOpener({ excerpt, out, openers }: Pairing): void {
  const opener = openers.pop()!;
  out[opener.index] = textDraft(excerpt, opener.from, opener.to);
  deepen(openers.at(-1), opener.depth);
}

function deepen(opener: Opener | undefined, depth: number): void {
  if (opener !== undefined) opener.depth = Math.max(opener.depth, depth);
}

function fits(opener: MarkRun, closer: MarkRun): boolean {
  if (opener.mark !== closer.mark) return false;
  // CommonMark's rules 9 and 10: `*a**b*` is one emphasis.
  const ambiguous = opener.canClose || closer.canOpen;
  return closer.mark === "~" || !ambiguous || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Text as written, from `start` up to `end`. */
export function textDraft(excerpt: Excerpt, start: number, end: number): Draft {
  const span = spanAt(excerpt, start, end);
  return { type: "leaf", inline: { type: "text", text: excerpt.text.slice(start, end), span }, span };
}
