/** The title of the report where the spoken text begins with it: it is printed once, with the lines that stand below it. */
import type { Settings } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import type { Passage } from "./outline.ts";
import type { TextPart } from "./own-text.ts";

export interface TitleLines {
  readonly title: string;
  /** Meeting, date and reporter, as the text has them. */
  readonly lines: readonly string[];
}

/** Lines below a title: the meeting, its date, who reports, the office. */
const MOST_LINES = 4;
const LONGEST_LINE = 160;

/** Takes the title and its lines out of the first passage; null where the text begins otherwise. */
export function takeTitleLines(passages: readonly Passage[], settings: Settings): { readonly title: TitleLines | null; readonly passages: readonly Passage[] } {
  const at = passages.findIndex(({ parts }) => parts.length > 0);
  const passage = passages[at];
  const first = passage === undefined || passage.heading !== null ? null : lineOf(passage.parts[0]);
  if (passage === undefined || first === null || !isTitle(first, settings)) return { title: null, passages };
  const lines: string[] = [];
  for (const part of passage.parts.slice(1, 1 + MOST_LINES)) {
    const line = lineOf(part);
    if (line === null || line.length > LONGEST_LINE || /[：:。！？；，!?.,]$/u.test(line)) break;
    lines.push(line);
  }
  const title = squeeze(first) === squeeze(settings.title) ? settings.title : first;
  return { title: { title, lines }, passages: passages.with(at, { ...passage, parts: passage.parts.slice(1 + lines.length) }) };
}

function lineOf(part: TextPart | undefined): string | null {
  return part?.heading === null && part.block.type === "paragraph" ? plainText(part.block.inlines).trim() : null;
}

function isTitle(line: string, { title, organisation }: Settings): boolean {
  return [title, organisation + title, `${organisation}人民政府${title}`].some((name) => squeeze(name) === squeeze(line));
}

/** Titles are spread with blanks: 政 府 工 作 报 告. */
function squeeze(text: string): string {
  return text.replaceAll(/\s/gu, "");
}
