/** P02: quotes, title marks and brackets come in pairs and do not cross. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { nestedMark, unpairedMark } from "../../diagnostics/messages/marks.ts";
import { placeIn, type Wording } from "../../language/wording.ts";

const PARTNERS: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "《": "》", "（": "）", "〈": "〉", "【": "】", "「": "」", "『": "』" };
const OPENERS: ReadonlyMap<string, string> = new Map(Object.entries(PARTNERS).map(([open, close]) => [close, open]));
/** How a mark is written inside a pair of its own kind. */
const INNER: Readonly<Record<string, string>> = { "“": "‘ ’", "‘": "“ ”", "《": "〈 〉" };
const MARK = /[“”‘’《》（）〈〉【】「」『』]/gu;
/** `1）` and `一）` number items. */
const NUMBERED = /(?:^|[\s，。；：、！？”）])[（(]?(?:[0-9]{1,3}|[a-zA-Z]|[①-⑳]|[一二三四五六七八九十]{1,3})$/u;

interface Open {
  readonly mark: string;
  readonly at: number;
  /** Marks of the same kind inside it: reported only when it closes, because otherwise it is the wrong one. */
  readonly nested: number[];
}

/** The open marks, the innermost last, and a count of each mark, since a text may have thousands that never close. */
interface Opened {
  readonly stack: Open[];
  readonly counts: Map<string, number>;
}

/** `next` is the wording that follows on the same surface, null at its end: a quotation may continue there. */
export function checkPairs(wording: Wording, next: Wording | null, report: Report): void {
  const open: Opened = { stack: [], counts: new Map() };
  for (const { 0: mark, index } of wording.text.matchAll(MARK)) {
    if (isApostrophe(mark, index, wording.text, open)) continue;
    const partner = PARTNERS[mark];
    if (partner !== undefined) openMark(mark, index, open);
    else closeMark(mark, index, wording, open, report);
  }
  for (const { mark, at } of open.stack) {
    if (!runsOn(mark, at, next)) report(unpairedMark(placeIn(wording, at, at + 1), mark, "open", PARTNERS[mark]!));
  }
}

function openMark(mark: string, at: number, { stack, counts }: Opened): void {
  const outer = stack.at(-1);
  if (outer?.mark === mark) outer.nested.push(at);
  stack.push({ mark, at, nested: [] });
  counts.set(mark, (counts.get(mark) ?? 0) + 1);
}

function closeMark(mark: string, at: number, wording: Wording, open: Opened, report: Report): void {
  const opener = OPENERS.get(mark)!;
  if (!isOpen(opener, open)) {
    if (mark === "）" && NUMBERED.test(wording.text.slice(Math.max(0, at - 8), at))) return;
    report(unpairedMark(placeIn(wording, at, at + 1), mark, "close", opener));
    return;
  }
  const [closed, ...inside] = open.stack.splice(open.stack.findLastIndex((entry) => entry.mark === opener));
  for (const each of [closed!, ...inside]) open.counts.set(each.mark, open.counts.get(each.mark)! - 1);
  const inner = INNER[opener];
  if (inner !== undefined) for (const nested of closed!.nested) report(nestedMark(placeIn(wording, nested, nested + 1), opener, inner));
  // Marks opened inside and not closed cross this pair.
  for (const crossed of inside) report(unpairedMark(placeIn(wording, crossed.at, crossed.at + 1), crossed.mark, "open", PARTNERS[crossed.mark]!));
}

function isOpen(mark: string, { counts }: Opened): boolean {
  return (counts.get(mark) ?? 0) > 0;
}

/** An apostrophe, or a mark of minutes or inches, is not a quote. */
function isApostrophe(mark: string, at: number, text: string, open: Opened): boolean {
  if (mark !== "’" && mark !== "”") return false;
  const opened = isOpen(OPENERS.get(mark)!, open);
  const before = text.charAt(at - 1);
  return !opened && (/\d/.test(before) || (mark === "’" && (/[A-Za-z]/.test(before) || /[A-Za-z\d]/.test(text.charAt(at + 1)))));
}

/** A quotation of several paragraphs opens each of them and closes the last (GB/T 15834—2011, 4.8). */
function runsOn(mark: string, at: number, next: Wording | null): boolean {
  return at === 0 && (mark === "“" || mark === "‘") && next !== null && next.text.startsWith(mark);
}
