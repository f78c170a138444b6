/** The paragraphs of notes, where every line that was typed or pasted may be one of its own. */
import type { Lead, TypedLine } from "./typed-line.ts";

/** A wide blank, or two plain ones, as word processors begin a paragraph. */
const INDENT = /^(?:[^\S\n]*[\u3000\u00A0][\s\u200B]*| {2,}|\t\s*)(?=\S)/;
const WIDE = /[\u3000\u00A0]/;
const MARKDOWN_ITEM = /^\s*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const ENDED = /[。！？；：…!?;:][”’』」）)】》]*\s*$/u;
/** What a heading or an enumeration of a report begins with. */
export const ORDINAL = /^\s*(?:第?[一二三四五六七八九十百]{1,4}(?:[、，．]|是|部分|章)|[（(][一二三四五六七八九十\d０-９]{1,3}[）)]|[\d０-９]{1,2}[、．.](?![\d０-９])|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|——|\([a-zA-Z]\) |[IVX]{1,5}\. )/u;
/** Longest line that people wrap by hand, in characters. */
const LONGEST_WRAPPED = 100;
const LONGEST_WRAPPED_LATIN = 200;
const HAN = /\p{Script=Han}/u;

/** Leads of the lines that begin a paragraph: indented ones, and every line of a run where each is a paragraph or a heading. */
export function findParagraphs(lines: readonly TypedLine[]): ReadonlyMap<TypedLine, Lead> {
  const leads = new Map<TypedLine, Lead>();
  let listed = false;
  for (const run of findRuns(lines)) {
    const separate = isSeparate(run);
    const wideFrom = run.findIndex(({ text }) => WIDE.test(INDENT.exec(text)?.[0] ?? ""));
    for (const [index, line] of run.entries()) {
      const { text } = line;
      const indent = INDENT.exec(text)?.[0] ?? "";
      const wide = WIDE.test(indent);
      const item = MARKDOWN_ITEM.test(text);
      const before = run[index - 1]?.text;
      const follows = before !== undefined && ORDINAL.test(text) && (ENDED.test(before) || ORDINAL.test(before));
      // In a list, plain blanks are Markdown's own.
      const own: boolean = !wide && (item || (listed && indent !== ""));
      // The lines above indented text are titles, each on its own.
      const titled = index > 0 && index < wideFrom;
      if (own ? item && !listed && follows : indent !== "" || separate || follows || titled) leads.set(line, { length: own ? 0 : indent.length, text: "", apart: true });
      listed = item || (listed && (own || (before !== undefined && !leads.has(line))));
    }
  }
  return leads;
}

/** Lines between blank ones. */
function findRuns(lines: readonly TypedLine[]): readonly (readonly TypedLine[])[] {
  const runs: TypedLine[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() !== "") runs.at(-1)!.push(line);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs;
}

/** Whether each line is a paragraph. Lines wrapped by hand end anywhere, and none of them is long. */
function isSeparate(run: readonly TypedLine[]): boolean {
  if (run.length < 2) return false;
  const chinese = run.some(({ text }) => HAN.test(text));
  if (run.some(({ text }) => text.length > (chinese ? LONGEST_WRAPPED : LONGEST_WRAPPED_LATIN))) return true;
  return chinese && run.every(({ text }) => ENDED.test(text) || ORDINAL.test(text));
}
